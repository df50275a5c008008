/**
 * The admin endpoint that recomputes published bulletins from the facts: `GET`, for every
 * organization or a named one, every round or a named one. It does for all bulletins what the
 * manager's function does for one.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  isOrganizationId,
  isRoundId,
  type OrganizationId,
  type RoundId,
  roundIdOf,
} from '../../../shared/domain/kernel/ids.ts';
import { type Discrepancy, verifyBulletin } from '../../../shared/domain/numbers/bulletin.ts';
import type { Round } from '../../../shared/domain/round/round.ts';
import { bulletinRepository } from '../../../shared/store/bulletins.ts';
import type { Table } from '../../../shared/store/client.ts';
import { ideaRepository } from '../../../shared/store/ideas.ts';
import { roundRepository } from '../../../shared/store/rounds.ts';

/** A bulletin and its differences from the facts; it agrees if there are none. */
interface Checked {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  /** The number of submitted ideas, listed or not. */
  readonly ideas: number;
  readonly discrepancies: readonly Discrepancy[];
}

const FIRST_ROUND = roundIdOf(2000, 1);
const LAST_ROUND = roundIdOf(2099, 12);

/** Answers with the checked bulletins, oldest first; 404 if the named one has none. */
export function verifyRoute(table: Table) {
  const rounds = roundRepository(table);
  const bulletins = bulletinRepository(table);
  const ideas = ideaRepository(table);

  /**
   * Undefined for a round that is not published yet; a published round without a bulletin has lost
   * it.
   */
  async function check({ organization, id, state }: Round): Promise<Checked | undefined> {
    const published = await bulletins.whole(organization, id);
    if (!published && state !== 'published') return undefined;
    const facts = await Array.fromAsync(ideas.wholeRound(organization, id));
    const discrepancies = published
      ? verifyBulletin(published, facts)
      : [{ where: 'bulletin', published: '', recomputed: `${facts.length} ideas` }];
    return { organization, round: id, ideas: facts.length, discrepancies };
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method !== 'GET') return answer(405, { error: 'A check is asked for by GET' });
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const [organization, round] = [asked.get('organization'), asked.get('round')];
    if (organization !== null && !isOrganizationId(organization))
      return answer(400, { error: `"${organization}" is no organization, as huatai is one` });
    if (round !== null && !isRoundId(round))
      return answer(400, { error: `"${round}" is no round, as 2026-10 is one` });
    const checked: Checked[] = [];
    for (const one of organization === null ? await rounds.organizations() : [organization])
      for (const each of await rounds.between(one, round ?? FIRST_ROUND, round ?? LAST_ROUND)) {
        const result = await check(each);
        if (result) checked.push(result);
      }
    const named = [organization, round].filter(name => name !== null).join(' ');
    if (checked.length === 0 && named !== '')
      return answer(404, { error: `没有已公示的 Nothing published: ${named}` });
    answer(200, { bulletins: checked });
  };
}
