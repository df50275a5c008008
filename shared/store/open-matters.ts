/**
 * What is still open for a member: work, rewards and ballots. Of ideas it reads only who owns them
 * and their reward, so that the function that erases members need not be able to read any text.
 */
import * as z from 'zod/mini';
import { WORK_STATES, type WorkState } from '../domain/idea/work.ts';
import type { IdeaId, MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { OpenMatters } from '../domain/organization/erasure.ts';
import type { Round } from '../domain/round/round.ts';
import type { Table } from './client.ts';
import { ideaItem } from './idea-item.ts';
import { queryAll } from './query.ts';
import { roundRepository } from './rounds.ts';
import { ideaId, memberId } from './schema.ts';
import { SCHEMA_VERSION } from './stored-item.ts';
import { INDEXES } from './table.ts';

/** The attributes that the query names: keys, and those it reads. Its right is limited to them. */
export const OPEN_WORK_ATTRIBUTES = [
  'pk',
  'sk',
  ...INDEXES.ideasByWork.partition,
  ...INDEXES.ideasByWork.sort,
  'owner',
  'reward',
  SCHEMA_VERSION,
] as const;

/** More rounds than can have ballots at a time: the newest collects, the one before may be open. */
const NEWEST_ROUNDS = 3;

const workIn = ideaItem.part({
  id: ideaId,
  owner: memberId,
  reward: z.exactOptional(
    z.object({
      state: z.string(),
      shares: z.exactOptional(z.array(z.object({ member: memberId }))),
    }),
  ),
});
type Work = ReturnType<typeof workIn>;

export function openMatters(table: Table) {
  const rounds = roundRepository(table);

  /**
   * Reads all open work of the organization, whoever's it is: half a read unit for each 4 KB of it.
   * The index lags a little.
   */
  async function workOf(organization: OrganizationId, state: WorkState): Promise<Work[]> {
    const items = queryAll(table, {
      IndexName: INDEXES.ideasByWork.name,
      KeyConditionExpression: 'organization = :organization AND openWork = :openWork',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':organization': organization, ':openWork': state },
      Select: 'SPECIFIC_ATTRIBUTES',
      ProjectionExpression: `id, #owner, reward, ${SCHEMA_VERSION}`,
    });
    return Array.fromAsync(items, workIn);
  }

  return async (organization: OrganizationId, member: MemberId): Promise<OpenMatters> => {
    const [implementing, completed, accepted] = await Promise.all(
      WORK_STATES.map(state => workOf(organization, state)),
    );
    const { items } = await rounds.newestFirst(organization, { limit: NEWEST_ROUNDS });
    return {
      work: idsOf([...(implementing ?? []), ...(completed ?? [])], ({ owner }) => owner === member),
      rewards: idsOf(
        accepted ?? [],
        ({ reward }) =>
          reward?.state === 'approved' && !!reward.shares?.some(share => share.member === member),
      ),
      ballots: items.filter(round => isElectorIn(round, member)).map(({ id }) => id),
    };
  };
}

function idsOf(work: readonly Work[], concerns: (one: Work) => boolean): IdeaId[] {
  return work.filter(concerns).map(({ id }) => id);
}

function isElectorIn(round: Round, member: MemberId): boolean {
  return round.state === 'deliberating' && round.electorate.includes(member);
}
