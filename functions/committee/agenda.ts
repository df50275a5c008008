/**
 * The agenda of a round: every idea up for decision, in order, with its ballot for the reader; and
 * its arrangement.
 */
import { adviceFor, deferralView, presentOf, rowView } from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/deliberation.ts';
import * as screeningContract from '../../shared/contract/routes/screening.ts';
import { ballotView, NO_VOTES } from '../../shared/contract/views.ts';
import * as agenda from '../../shared/domain/idea/agenda.ts';
import { asOf } from '../../shared/domain/idea/apply-event.ts';
import { openBallot } from '../../shared/domain/idea/ballot.ts';
import type { Tally } from '../../shared/domain/idea/decision.ts';
import { type Idea, recusedFrom } from '../../shared/domain/idea/idea.ts';
import type { IdeaId, MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import { sitsOnCommittee } from '../../shared/domain/organization/organization.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { SHORT } from '../../shared/store/agendas.ts';
import type { CommitteeDeps } from './dependencies.ts';

const DEFAULT_LIMIT = 50;
/**
 * The most vacated places that a page without ideas passes over. The page is short then, and the
 * list continues.
 */
const MOST_LOOKED_AT = 400;

interface AgendaPage {
  readonly items: readonly agenda.Numbered<Idea>[];
  /** The last number read, if the agenda continues. */
  readonly goesOnAfter?: number;
  /** The highest number, or the exact number of ideas if all are known. */
  readonly total: number;
}

export function getAgenda(deps: CommitteeDeps): Endpoint {
  const { members, organizations, rounds, summaries, pseudonyms, photoViews, clock } = deps;
  return endpoint(contract.getAgenda, memberOf(members), async ({ path, query, member }) => {
    const { limit = DEFAULT_LIMIT, cursor, idea } = query;
    const [organization, round] = await Promise.all([
      organizations.ofMember(member, false),
      rounds.get(path.organization, path.round),
    ]);
    if (!round) return err({ code: 'not-found', what: 'round' });
    // A page continues by number, not by position, so ideas that leave meanwhile shift nothing.
    const page = await pageOf(round, { limit, after: Number(cursor ?? 0), around: idea }, deps);
    // Only electors have a vote to look up.
    const votes = round.state !== 'collecting' && round.electorate.includes(member.id);
    const seated = votes ? await pseudonyms(round) : undefined;
    const ideas = page.items.map(({ item }) => item);
    const at = clock.now();
    const [summaryOf, counted, photos] = await Promise.all([
      summaries.of(ideas, member.id, seated),
      countedAnew(ideas, round, at, deps),
      photoViews(ideas),
    ]);
    const sits = sitsOnCommittee(member);
    const present = presentOf(organization, at);
    return answer({
      items: page.items.map(({ number, item }) => {
        const { supports, comments, supported, myVote, myComment, tally } = summaryOf(item.id);
        const reader = { id: member.id, sits, choice: myVote, comment: myComment, at };
        const ballot = ballotView(item, round, reader, counted.get(item.id) ?? tally);
        return {
          number,
          ...rowView(item, present, photos(item), round),
          lastDeferral: deferralView(item),
          ...adviceFor(item, member),
          supports,
          comments,
          supported,
          ballot,
        };
      }),
      total: page.total,
      ...(page.goesOnAfter !== undefined && { nextCursor: String(page.goesOnAfter) }),
    });
  });
}

interface PageOf {
  readonly limit: number;
  readonly after: number;
  /** The page that contains an idea, with pages of this length counted from the first number. */
  readonly around: IdeaId | undefined;
}

/** A page of an agenda. A short agenda is read whole, of a long one a part of the order. */
async function pageOf(
  round: Round,
  { limit, after, around }: PageOf,
  deps: CommitteeDeps,
): Promise<AgendaPage> {
  const { organization, id } = round;
  const startOf = (number: number | undefined): number =>
    number === undefined ? after : Math.floor((number - 1) / limit) * limit;
  if ((await deps.agendas.length(organization, id)) <= SHORT) {
    const short = await deps.ideas.agendaUpTo(SHORT, organization, id, leaveOut);
    if (short) {
      const all = await numberedWith(short.filter(agenda.isOnAgenda), round, deps);
      const start = startOf(all.find(({ item }) => item.id === around)?.number);
      const rest = all.filter(({ number }) => number > start);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return {
        items,
        total: all.length,
        ...(rest.length > limit && last && { goesOnAfter: last.number }),
      };
    }
    await placeAll(round, deps);
  }
  const place =
    around === undefined ? -1 : (await deps.agendas.order(organization, id)).indexOf(around);
  return longPage(round, startOf(place < 0 ? undefined : place + 1), limit, deps);
}

/**
 * A page of a long agenda. Its cost depends on the page: a part of the order, and the ideas in that
 * part.
 */
async function longPage(
  { organization, id }: Round,
  start: number,
  limit: number,
  { agendas, ideas }: CommitteeDeps,
): Promise<AgendaPage> {
  const items: agenda.Numbered<Idea>[] = [];
  for (let after = start; ; ) {
    const { ids, length } = await agendas.stretch(organization, id, after, limit - items.length);
    const found = await ideas.getMany(
      organization,
      ids.map(({ item }) => item),
      { bad: leaveOut },
    );
    const up = new Map(
      found
        .filter(idea => idea.agendaRound === id && agenda.isOnAgenda(idea))
        .map(idea => [idea.id, idea]),
    );
    for (const { number, item } of ids) {
      const idea = up.get(item);
      if (idea) items.push({ number, item: idea });
    }
    after += ids.length;
    if (after >= length || ids.length === 0) return { items, total: length };
    if (items.length >= limit || after - start >= MOST_LOOKED_AT)
      return { items, total: length, goesOnAfter: after };
  }
}

/**
 * The calendar's function reports items that cannot be parsed. The meeting continues without them.
 */
const leaveOut = () => undefined;

/**
 * The tallies of ideas of which an elector has become an author since the ballots opened, by a
 * merger or a claim: running tallies may still include their votes, which no longer count. The
 * tally itself is hidden while a secret ballot is open, but not its turnout.
 */
async function countedAnew(
  ideas: readonly Idea[],
  round: Round,
  at: Instant,
  { ballots }: CommitteeDeps,
): Promise<ReadonlyMap<IdeaId, Tally>> {
  if (round.state === 'collecting') return new Map();
  const recusedSince = (idea: Idea): boolean => {
    const before = recusedAt(idea, round.openedAt);
    return recusedFrom(idea).some(
      member => round.electorate.includes(member) && !before.includes(member),
    );
  };
  const isShown = (idea: Idea): boolean =>
    round.rules.ballot === 'open' || openBallot(idea, round, at).ok;
  const own = ideas.filter(
    idea => idea.status === 'on-agenda' && recusedSince(idea) && isShown(idea),
  );
  const tallies = await Promise.all(
    own.map(async idea => [idea.id, (await ballots(idea))?.result?.tally] as const),
  );
  return new Map(tallies.map(([id, tally]) => [id, tally ?? NO_VOTES]));
}

/** The members recused from an idea at an instant; at its submission, if it came later. */
function recusedAt(idea: Idea, at: Instant): MemberId[] {
  const later = idea.history.findIndex(entry => entry.at >= at);
  return recusedFrom(later < 0 ? idea : asOf(idea, Math.max(1, later)));
}

export function arrangeAgenda(deps: CommitteeDeps): Endpoint {
  const { members, rounds, agendas, summaries, clock } = deps;
  return endpoint(screeningContract.arrangeAgenda, memberOf(members), async ({ path, body }) => {
    const round = await rounds.get(path.organization, path.round);
    if (!round) return err({ code: 'not-found', what: 'round' });
    const open = agenda.arrangeable(round, clock.now());
    if (!open.ok) return open;
    const ideas = await wholeOf(round, deps);
    const ids = ideas.map(({ id }) => id);
    const arranged =
      'by' in body
        ? ok(agenda.sortedBy(body.by, ideas, await summaries.supports(ideas)))
        : agenda.arrangeAgenda(body.order, ids);
    if (!arranged.ok) return arranged;
    const stored = await agendas.arrange(
      path.organization,
      path.round,
      arranged.value,
      // The same request once more finds its own order.
      placed =>
        body.seen === undefined ||
        agenda.isSeenAs(placed, body.seen) ||
        agenda.isSeenAs(placed, arranged.value),
    );
    if (!stored) return err({ code: 'changed-meanwhile' });
    return answer({ order: [...arranged.value] });
  });
}

/** All ideas of an agenda in order. */
async function wholeOf(round: Round, deps: CommitteeDeps): Promise<Idea[]> {
  const up = await whatIsUp(round, deps);
  return (await numberedWith(up, round, deps)).map(({ item }) => item);
}

async function whatIsUp({ organization, id }: Round, { ideas }: CommitteeDeps): Promise<Idea[]> {
  return (await Array.fromAsync(ideas.wholeAgenda(organization, id, leaveOut))).filter(
    agenda.isOnAgenda,
  );
}

/** Numbers all ideas on an agenda that has grown long without a reader meanwhile. */
async function placeAll(round: Round, deps: CommitteeDeps): Promise<void> {
  const up = await whatIsUp(round, deps);
  await deps.agendas.change(round.organization, round.id, order => [
    ...order,
    ...agenda.latecomers(up, order),
  ]);
}

/**
 * The ideas of a round's agenda with their numbers. Until deliberation opens, ideas that the
 * secretary has not placed are sorted by support. From then on the first reader of a late idea
 * fixes its number, so all readers see the same number.
 */
async function numberedWith(
  up: readonly Idea[],
  { organization, id, state }: Round,
  { agendas, summaries }: CommitteeDeps,
): Promise<agenda.Numbered<Idea>[]> {
  if (state !== 'collecting')
    return agenda.numbered(
      up,
      await agendas.change(organization, id, order => [...order, ...agenda.latecomers(up, order)]),
    );
  const [arranged, supports] = await Promise.all([
    agendas.order(organization, id),
    summaries.supports(up),
  ]);
  return agenda.numbered(up, agenda.ordered(up, arranged, supports));
}
