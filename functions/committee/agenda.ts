/** The agenda of a round: every idea up for decision, in order, with how its ballot stands for the reader; and its arrangement. */
import { ideaView } from '../../shared/contract/idea-view.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { arrangeAgenda } from '../../shared/contract/routes/screening.ts';
import { ballotView } from '../../shared/contract/views.ts';
import {
  arrange,
  arrangeable,
  isUp,
  latecomers,
  type Numbered,
  numbered,
  ordered,
  sortedBy,
} from '../../shared/domain/agenda.ts';
import type { Tally } from '../../shared/domain/decision.ts';
import { authorsOf, type Idea } from '../../shared/domain/idea.ts';
import type { IdeaId } from '../../shared/domain/ids.ts';
import { sitsOnCommittee } from '../../shared/domain/organization.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import type { Round } from '../../shared/domain/round.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 50;

export function readAgenda(deps: CommitteeDeps): Endpoint {
  const { members, rounds, standings, seats, clock } = deps;
  return forMembers(getAgenda, members, async ({ path, query, member }) => {
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const round = await rounds.get(path.organization, path.round);
    if (!round) return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    // A page goes on by number, not by place: what leaves the agenda meanwhile moves nothing.
    const after = (await agendaOf(round, deps)).filter(({ number }) => number > Number(cursor ?? 0));
    const page = after.slice(0, limit);
    const seated = round.state === 'collecting' ? undefined : await seats(round);
    const ideas = page.map(({ item }) => item);
    const [standing, counted] = await Promise.all([
      standings.of(ideas, member.id, seated),
      countedAnew(ideas, round, deps),
    ]);
    const at = clock.now();
    const sits = sitsOnCommittee(member);
    const last = page.at(-1);
    return answer({
      items: page.map(({ number, item }) => {
        const { supports, supported, myVote, myComment, tally } = standing(item.id);
        const reader = { id: member.id, sits, choice: myVote, comment: myComment, at };
        const ballot = ballotView(item, round, reader, counted.get(item.id) ?? tally);
        return { number, ...ideaView(item), supports, supported, ballot };
      }),
      ...(after.length > limit && last && { nextCursor: String(last.number) }),
    });
  });
}

/** The tallies of those whose authors are electors: the running ones know nothing of votes that count no more. */
async function countedAnew(
  ideas: readonly Idea[],
  round: Round,
  { ballots }: CommitteeDeps,
): Promise<ReadonlyMap<IdeaId, Tally>> {
  if (round.state === 'collecting') return new Map();
  const own = ideas.filter(
    idea => idea.status === 'on-agenda' && authorsOf(idea).some(author => round.electorate.includes(author)),
  );
  const tallies = await Promise.all(
    own.map(async idea => [idea.id, (await ballots(idea))?.result?.tally] as const),
  );
  return new Map(tallies.flatMap(([id, tally]) => (tally ? [[id, tally] as const] : [])));
}

export function setOrder(deps: CommitteeDeps): Endpoint {
  const { members, rounds, agendas, standings, clock } = deps;
  return forMembers(arrangeAgenda, members, async ({ path, body }) => {
    const round = await rounds.get(path.organization, path.round);
    if (!round) return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    const open = arrangeable(round, clock.now());
    if (!open.ok) return open;
    const ideas = (await agendaOf(round, deps)).map(({ item }) => item);
    const ids = ideas.map(({ id }) => id);
    const arranged =
      'by' in body
        ? accepted(sortedBy(body.by, ideas, await standings.supports(ideas)))
        : arrange(body.order, ids);
    if (!arranged.ok) return arranged;
    await agendas.arrange(path.organization, path.round, arranged.value);
    return answer({ order: [...arranged.value] });
  });
}

/**
 * The ideas of a round's agenda with their numbers. Until deliberation opens, what nobody has arranged comes by its support; from then
 * on whoever first sees an idea that came late fixes its number, so that all see the same and it stays.
 */
async function agendaOf(
  { organization, id, state }: Round,
  { ideas, agendas, standings }: CommitteeDeps,
): Promise<Numbered<Idea>[]> {
  const up = (await Array.fromAsync(ideas.wholeAgenda(organization, id))).filter(isUp);
  if (state !== 'collecting')
    return numbered(
      up,
      await agendas.change(organization, id, order => [...order, ...latecomers(up, order)]),
    );
  const [arranged, supports] = await Promise.all([agendas.order(organization, id), standings.supports(up)]);
  return numbered(up, ordered(up, arranged, supports));
}
