/**
 * What waits for a member, in every role they have: asked on each visit, and so read from indexes, a
 * moment old, and counted up to a limit. It writes nothing.
 */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/organization.ts';
import type { TASKS, today as todayReply } from '../../shared/contract/schemas/today.ts';
import { quorumOf } from '../../shared/domain/idea/ballot.ts';
import {
  daysLeft,
  type Idea,
  isOverdue,
  openForSupport,
  recusedFrom,
} from '../../shared/domain/idea/idea.ts';
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../shared/domain/kernel/instant.ts';
import { localDate, roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import {
  hasRole,
  type Member,
  type Organization,
  type Role,
  sitsOnCommittee,
} from '../../shared/domain/organization/organization.ts';
import type { OpenedRound, Round } from '../../shared/domain/round/round.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import type { EmployeeDeps } from './dependencies.ts';

type Today = z.input<typeof todayReply>;
type Task = Today['tasks'][number];

/** The most that is counted of a kind of task, and the ideas that are named. */
const MOST = 20;
const NAMED = 3;
/** A member's newest ideas, among which the returned ones are found. */
const OWN = 10;
/** The committee's open ballots: more than a meeting holds. */
const BALLOTS = 100;
/** The newest rounds: the collecting one, one under way, and the last published one. */
const ROUNDS = 3;

export function getToday(deps: EmployeeDeps): Endpoint {
  const { members, organizations, rounds, statistics, table, clock } = deps;
  return endpoint(contract.getToday, memberOf(members), async ({ path, member }) => {
    const { organization: id } = path;
    const now = clock.now();
    const [organization, newest] = await Promise.all([
      organizations.ofMember(member, false),
      rounds.newestFirst(id, { limit: ROUNDS, consistent: false }),
    ]);
    const day = localDate(now, organization.calendar);
    const voting = newest.items.find(isDeliberating);
    const published = newest.items.find(({ state }) => state === 'published')?.id;
    const current = voting?.id ?? roundOf(now, organization.calendar);
    const [totals, numbers, tasks] = await Promise.all([
      statistics.totalsOf(id, [current]),
      published === undefined ? [] : bulletinRepository(table).numbersOf(id, [published], false),
      tasksOf(member, { day, voting, organization }, deps),
    ]);
    const [last] = numbers;
    const schedule = newest.items.find(round => round.id === current)?.schedule;
    const { opensAt, intakeEndsAt, closesAt, publishesAt } =
      schedule ?? scheduleOf(current, organization.calendar);
    return answer({
      day,
      tasks,
      round: {
        id: current,
        state: voting ? 'deliberating' : 'collecting',
        ...{ opensAt, intakeEndsAt, closesAt, publishesAt },
        submitted: submittedIn(totals.get(current)),
        target: organization.targets.ideas,
      },
      ...(last && { bulletin: bulletinLine(last) }),
    });
  });
}

interface Setting {
  readonly day: LocalDate;
  /** The round whose ballots are open. */
  readonly voting: (OpenedRound & { readonly state: 'deliberating' }) | undefined;
  readonly organization: Organization;
}

/** The kinds of tasks that one of the roles gives, each with its ideas. */
async function tasksOf(member: Member, setting: Setting, deps: EmployeeDeps): Promise<Task[]> {
  const { organization } = member;
  const ideas = deps.ideas.seenBy(member.id);
  const page = { limit: MOST };
  const has = (...roles: Role[]): boolean => hasRole(member, roles);
  const byStatus = async (status: 'submitted' | 'adopted') =>
    ideas.byStatus(organization, status, page);
  const unanswered = async (waitsFor: 'reply' | 'appeal'): Promise<Found> => {
    const found = await ideas.byUnanswered(organization, waitsFor, page);
    return { ...found, items: found.items.map(({ idea }) => idea) };
  };
  const [own, asked, work, screen, adopted, reply, appeal, completed, accepted, ballots] =
    await Promise.all([
      ideas.byAuthor(organization, member.id, { limit: OWN }),
      ideas.forContact(organization, member.id, JUST_ASKED, page),
      ideas.byOwner(organization, member.id, 'open', page),
      has('secretary') ? byStatus('submitted') : NOTHING,
      has('secretary', 'chair') ? byStatus('adopted') : NOTHING,
      has('secretary', 'chair') ? unanswered('reply') : NOTHING,
      has('chair') ? unanswered('appeal') : NOTHING,
      has('manager') ? ideas.byWork(organization, 'completed', page) : NOTHING,
      has('manager') ? ideas.byWork(organization, 'accepted', page) : NOTHING,
      ballotsFor(member, setting, deps),
    ]);
  const named = own.items.filter(
    ({ status, coAuthors }) =>
      (status === 'submitted' || status === 'returned') &&
      coAuthors.some(({ id, via }) => id === member.id && via === undefined),
  );
  const rewarded = (state: 'proposed' | 'approved'): Found => ({
    ...accepted,
    items: accepted.items.filter(idea => idea.status === 'accepted' && idea.reward.state === state),
  });
  const until = setting.voting?.schedule.closesAt;
  return [
    ...task('vote', ballots.unvoted, until && { until }),
    ...task('decide', ballots.ready, until && { until }),
    ...task('revise', {
      items: own.items.filter(
        ({ status, authorId }) => status === 'returned' && authorId === member.id,
      ),
    }),
    ...task('work', work, workFacts(work.items, setting.day)),
    ...task('co-authorship', { items: named }),
    ...task('give-opinion', { ...asked, items: asked.items.filter(openForSupport) }),
    ...task('screen', screen),
    ...task('assign', adopted),
    ...task('reply', reply),
    ...task('answer-appeal', appeal),
    ...task('accept', completed),
    ...task('approve-reward', rewarded('proposed')),
    ...task('pay-reward', rewarded('approved')),
  ];
}

interface Found {
  readonly items: readonly Idea[];
  readonly nextCursor?: string;
}

const NOTHING: Found = { items: [] };
/** Of what a contact looks after, only what waits for their opinion. */
const JUST_ASKED = { rounds: [], departments: [] };

/**
 * The ballots that wait for an elector's vote, and for the chair's decision. A member's own votes
 * are read by their keys, because nothing in the table may bring them together: so they are read
 * only while ballots are open, and until enough are found to say “more”.
 */
async function ballotsFor(
  member: Member,
  { voting }: Setting,
  { ideas, summaries, pseudonyms }: EmployeeDeps,
): Promise<{ readonly unvoted: Found; readonly ready: Found }> {
  const votes = voting?.electorate.includes(member.id) && sitsOnCommittee(member);
  const decides = hasRole(member, ['chair']);
  if (!voting || !(votes || decides)) return { unvoted: NOTHING, ready: NOTHING };
  const found = await ideas
    .seenBy(member.id)
    .byStatus(member.organization, 'on-agenda', { limit: BALLOTS });
  const open = found.items.filter(({ agendaRound }) => agendaRound === voting.id);
  const mine = open.filter(idea => !recusedFrom(idea).includes(member.id));
  const more = found.nextCursor === undefined ? {} : { nextCursor: found.nextCursor };
  const [unvoted, tallies] = await Promise.all([
    votes ? withoutVote(mine) : [],
    decides ? summaries.tallies(open) : undefined,
  ]);
  const ready = open.filter(idea => {
    const { approve, oppose, abstain } = tallies?.(idea.id) ?? NO_TALLY;
    const recused = recusedFrom(idea);
    const eligible = voting.electorate.filter(one => !recused.includes(one)).length;
    return approve + oppose + abstain >= quorumOf(eligible, voting.rules);
  });
  return {
    unvoted: { items: unvoted, ...more },
    ready: { items: tallies ? ready : [], ...more },
  };

  /** Up to one more than is counted. */
  async function withoutVote(of: readonly Idea[]): Promise<Idea[]> {
    if (!voting) return [];
    const seats = await pseudonyms(voting);
    const missing: Idea[] = [];
    for (let from = 0; from < of.length && missing.length <= MOST; from += MOST + 1) {
      const some = of.slice(from, from + MOST + 1);
      const voted = await summaries.votedOn(some, member.id, seats);
      missing.push(...some.filter(({ id }) => !voted.has(id)));
    }
    return missing;
  }
}

const NO_TALLY = { approve: 0, oppose: 0, abstain: 0 };

/** A task, if there is any of its kind. */
function task(
  kind: (typeof TASKS)[number],
  { items, nextCursor }: Found,
  facts: Pick<Task, 'until' | 'due' | 'overdue'> = {},
): Task[] {
  if (items.length === 0) return [];
  return [
    {
      kind,
      count: Math.min(items.length, MOST),
      more: items.length > MOST || nextCursor !== undefined,
      ideas: items.slice(0, NAMED).map(({ id, title }) => ({ id, title })),
      ...facts,
    },
  ];
}

/** The work is in the order of its due days. */
function workFacts(work: readonly Idea[], day: LocalDate): Pick<Task, 'due' | 'overdue'> {
  const first = work.find(idea => daysLeft(idea, day) !== undefined);
  return {
    ...(first?.status === 'implementing' && { due: first.implementation.due }),
    overdue: work.filter(idea => isOverdue(idea, day)).length,
  };
}

function isDeliberating(round: Round): round is OpenedRound & { readonly state: 'deliberating' } {
  return round.state === 'deliberating';
}

function submittedIn(
  totals: readonly { readonly counts: ReadonlyMap<string, number> }[] | undefined,
): number {
  return Math.max(0, totals?.[0]?.counts.get('submitted') ?? 0);
}

function bulletinLine({
  round,
  statistics: { total },
}: {
  readonly round: RoundId;
  readonly statistics: {
    readonly total: Pick<NonNullable<Today['bulletin']>, 'submitted' | 'adopted' | 'adoptionRate'>;
  };
}): NonNullable<Today['bulletin']> {
  const { submitted, adopted, adoptionRate } = total;
  return { round, submitted, adopted, adoptionRate };
}
