/**
 * Whatever many people do over several months, through the handlers and on a real table with its stream: the rules of the cycle
 * hold at every moment that is looked at, and every projection says what the facts say.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { type CycleReport, cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Route } from '../../shared/contract/route.ts';
import {
  castVote,
  decideIdea,
  publishRound,
  reopenIdea,
  replyToIdea,
} from '../../shared/contract/routes/deliberation.ts';
import { addSupport, removeSupport, submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../shared/contract/routes/implementation.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import {
  arrangeAgenda,
  listIdea,
  mergeIdea,
  returnIdea,
  reviseIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { claimUnnamedIdea, withdrawUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { verify } from '../../shared/domain/bulletin.ts';
import type { Actor } from '../../shared/domain/history.ts';
import { authorsOf, decisionOf, type Idea, implementationOf } from '../../shared/domain/idea.ts';
import { type IdeaId, roundAfter } from '../../shared/domain/ids.ts';
import { instantOf, millisBetween } from '../../shared/domain/instant.ts';
import type { BallotRules } from '../../shared/domain/organization.ts';
import { asOf } from '../../shared/domain/replay.ts';
import { evenShares } from '../../shared/domain/reward.ts';
import type { OpenedRound, Round } from '../../shared/domain/round.ts';
import { fold, totals } from '../../shared/domain/statistics.ts';
import {
  type Doer,
  IDEA_ACTS,
  type IdeaAct,
  nextStatuses,
  TRANSITIONS,
} from '../../shared/domain/transitions.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundItem, voteItem } from '../../shared/store/schema.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { fixedHash } from '../fixed-hash.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newMember } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, type Caller, foundFirm, type Request, SetClock, SILENT, SLIP } from './small-firm.ts';

const PEOPLE = ['E1', 'E2', 'S1', 'C1', 'C2', 'C3', 'M1', 'M2', 'E3'];
const HOUR = 3_600_000;

/**
 * One thing that somebody tries, or time that passes: so many hours, or until the next step of a round is due. Which idea is meant is
 * said by a number that is taken modulo how many there are; `sense` picks among those that admit the act, and who may do it.
 */
type Step =
  | {
      readonly act: string;
      readonly sense: boolean;
      readonly by: number;
      readonly on: number;
      readonly with: number;
    }
  | { readonly wait: number }
  | { readonly wait: 'until next step' };

interface Aim {
  readonly idea: string;
  readonly known: Idea | undefined;
  readonly other: string;
  /** The claim code of some unnamed idea. */
  readonly code: string;
  readonly n: number;
}

const onIdea = ({ idea }: Aim, body?: object): Omit<Request, 'as'> => ({
  path: { idea },
  ...(body && { body }),
});

const ACTS: Record<string, (aim: Aim) => [Route, Omit<Request, 'as'>]> = {
  handIn: ({ n }) => [
    submitIdea,
    { body: { ...SLIP, title: `第 ${n} 条`, ...(n % 4 === 0 && { unnamed: true }) } },
  ],
  back: aim => [addSupport, onIdea(aim)],
  unback: aim => [removeSupport, onIdea(aim)],
  return: aim => [returnIdea, onIdea(aim, { reason: '请补充现状' })],
  revise: ({ idea, known, n }) => [
    reviseIdea,
    {
      path: { idea },
      headers: { 'if-match': `"${n % 5 === 0 ? 1 : (known?.version ?? 1)}"` },
      body: { ...SLIP, title: `改 ${n}`, category: n % 2 === 0 ? '设备' : '安全' },
    },
  ],
  withdraw: aim => [withdrawIdea, onIdea(aim)],
  list: aim => [listIdea, onIdea(aim)],
  merge: aim => [mergeIdea, onIdea(aim, { into: aim.other })],
  unmerge: aim => [unmergeIdea, onIdea(aim)],
  vote: aim => [
    castVote,
    onIdea(aim, { choice: ['approve', 'approve', 'oppose', 'abstain'][aim.n % 4], comment: '同意' }),
  ],
  decide: aim => [
    decideIdea,
    onIdea(aim, { outcome: OUTCOMES[aim.n % OUTCOMES.length], reason: '按表决结果', reply: '谢谢' }),
  ],
  reopen: aim => [reopenIdea, onIdea(aim, { reason: '票数有误' })],
  reply: aim => [replyToIdea, onIdea(aim, { reply: '已转设备部' })],
  assign: aim => [assignIdea, onIdea(aim, { owner: PEOPLE[aim.n % PEOPLE.length], due: '2027-12-31' })],
  report: aim => [reportProgress, onIdea(aim, { progress: aim.n % 101, note: '进行中' })],
  complete: aim => [completeIdea, onIdea(aim, { done: '已安装', claimedBenefit: aim.n * 100 })],
  'send-back': aim => [sendBackIdea, onIdea(aim, { reason: '还缺验收记录' })],
  accept: aim => [acceptIdea, onIdea(aim, { verifiedBenefit: aim.n * 90 })],
  abandon: aim => [abandonIdea, onIdea(aim, { reason: '设备已报废' })],
  'approve-reward': aim => {
    const authors = aim.known ? authorsOf(aim.known) : [];
    const amount = 30_000;
    const shares = authors.length > 0 ? evenShares(amount, authors) : [{ member: 'E1', fen: amount }];
    return [approveReward, onIdea(aim, { amount, shares })];
  },
  'pay-reward': aim => [payReward, onIdea(aim)],
  arrange: ({ idea, known, n }) => [
    arrangeAgenda,
    {
      path: { round: known?.agendaRound ?? idea.slice(0, 7) },
      body: n % 2 === 0 ? { by: 'support' } : { order: [idea] },
    },
  ],
  claim: ({ code }) => [claimUnnamedIdea, { body: { code } }],
  'withdraw unnamed': ({ code }) => [withdrawUnnamedIdea, { body: { code } }],
  publish: ({ idea }) => [publishRound, { path: { round: idea.slice(0, 7) } }],
};
/** What is done with a claim code, whichever idea it opens. */
const BY_CODE = { claim: true, 'withdraw unnamed': true };
const OUTCOMES = ['adopted', 'adopted', 'declined', 'deferred'];

/** Who may do an act on an idea, by the table of transitions. */
function doersOf(act: string, idea: Idea | undefined): readonly string[] {
  const row: { readonly by: readonly Doer[] } | undefined = rowOf(act);
  if (!row) return { arrange: ['S1'], vote: ['C1', 'C2', 'C3'], publish: ['C1'] }[act] ?? PEOPLE;
  const people: Record<Doer, readonly (string | undefined)[]> = {
    secretary: ['S1'],
    chair: ['C1'],
    manager: ['M1', 'M2'],
    author: [idea?.authorId],
    owner: [idea && implementationOf(idea)?.owner],
    'code-holder': [],
    cycle: [],
  };
  return row.by.flatMap(doer => people[doer]).filter(one => one !== undefined);
}

function rowOf(act: string): { readonly by: readonly Doer[]; readonly from: readonly string[] } | undefined {
  const name = act === 'decide' ? 'adopt' : act;
  return IDEA_ACTS.some(one => one === name) ? TRANSITIONS[name as IdeaAct] : undefined;
}

/** Whether an idea is in a state that admits what is to be tried. */
function admits(act: string, { status }: Idea): boolean {
  if (act === 'vote') return status === 'on-agenda';
  return rowOf(act)?.from.includes(status) ?? true;
}

const number = fc.nat(997);
/** More of what begins things, and enough votes that ballots come to something. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant('handIn') },
  { weight: 12, arbitrary: fc.constant('vote') },
  { weight: 4, arbitrary: fc.constant('decide') },
  { weight: 34, arbitrary: fc.constantFrom(...Object.keys(ACTS)) },
);
const sense = fc.nat(9).map(chance => chance > 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 18, arbitrary: fc.record({ act, sense, by: number, on: number, with: number }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 24 * 4 }) }) },
  { weight: 1, arbitrary: fc.constant({ wait: 'until next step' as const }) },
);

interface World {
  readonly table: FreshTable;
  readonly clock: SetClock;
  readonly call: Caller;
  readonly cycle: () => Promise<CycleReport>;
  readonly stream: Stream;
  readonly lost: string[];
  readonly ideas: Map<string, Idea>;
  readonly codes: { readonly idea: string; readonly code: string }[];
}

async function newWorld(ballot: BallotRules['ballot']): Promise<World> {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const organization = await foundFirm(table, {
    more: [newMember('M2', ['manager']), newMember('E3', ['employee'])],
    ballot,
  });
  expect(await organizationRepository(table).get(HUATAI)).toEqual(organization);
  const lost: string[] = [];
  const handle = adoptionMetricsHandler({
    table: withRightsOf('adoption-metrics', table),
    log: SILENT,
    publish: () => undefined,
  });
  const stream = new Stream(table.endpoint, table.streamArn, handle, {
    lost: record => lost.push(record.eventID ?? 'a record'),
    failed: error => lost.push(String(error)),
  });
  stream.start();
  const wiring = { table: withRightsOf('deliberation-cycle', table), clock, hash: fixedHash, log: SILENT };
  const cycle = cycleHandler({ ...wiring, publish: () => undefined });
  return { table, clock, call: apiOf(table, clock), cycle, stream, lost, ideas: new Map(), codes: [] };
}

async function take(world: World, one: Step): Promise<void> {
  const { ideas, codes, clock, call } = world;
  if ('wait' in one) {
    const { nextDueAt } = await world.cycle();
    const later = instantOf(Date.parse(clock.now()) + (typeof one.wait === 'number' ? one.wait : 1) * HOUR);
    const due = one.wait === 'until next step' ? nextDueAt : undefined;
    clock.set(due !== undefined && due > later ? due : later);
    await world.cycle();
    for (const id of ideas.keys()) await look(world, id);
    return;
  }
  if (ideas.size === 0 && one.act !== 'handIn') return;
  const ids = [...ideas.keys()];
  const sensible = ids.filter(id => admits(one.act, ideas.get(id)!));
  if (one.sense && sensible.length === 0 && one.act !== 'handIn') return;
  const among = one.sense ? sensible : ids;
  const idea = among[one.on % among.length] ?? '';
  const unnamed = codes[one.on % codes.length];
  if (one.act in BY_CODE && !unnamed) return;
  const code = unnamed?.code ?? '';
  const aim = { idea, known: ideas.get(idea), other: ids[one.with % ids.length] ?? '', code, n: one.with };
  const doers = one.sense ? doersOf(one.act, aim.known) : PEOPLE;
  // The committee votes as one sits there, the others one by one.
  if (one.sense && one.act === 'vote')
    for (const [seat, as] of doers.entries()) {
      const [route, request] = ACTS.vote!({ ...aim, n: one.with + seat * one.by });
      await call(route, { ...request, as });
    }
  const as = doers[one.by % doers.length] ?? 'E1';
  const [route, request] = ACTS[one.act]!(aim);
  const { status, body } = await call<{ id?: string; claimCode?: string }>(route, { ...request, as });
  // Whatever is tried, it is done or refused in so many words.
  expect([200, 201, 400, 403, 404, 409, 412, 422, 429], JSON.stringify([one, body])).toContain(status);
  if (body.id !== undefined && body.claimCode !== undefined && status === 201)
    codes.push({ idea: body.id, code: body.claimCode });
  if (one.act === 'handIn' && body.id !== undefined) await look(world, body.id);
  else if (one.act in BY_CODE) await look(world, unnamed?.idea ?? '');
  else if (status === 200) await look(world, idea);
}

/** Reads an idea, for the next steps to go by. */
async function look({ table, ideas }: World, id: string): Promise<void> {
  const idea = await ideaRepository(table).get(HUATAI, id as IdeaId);
  if (idea) ideas.set(id, idea);
}

async function check({ table, clock, stream, lost }: World): Promise<void> {
  await stream.drained();
  expect(lost).toEqual([]);
  const items = await everything(table);
  const of = (type: string): Record<string, unknown>[] => items.filter(item => item.type === type);
  const ideas = of('idea').map(item => ideaItem.parse(item) as Idea);
  const rounds = of('round').map(item => roundItem.parse(item) as Round);
  const byId = new Map(ideas.map(idea => [idea.id as string, idea]));
  const roundOf = (id: string): Round => rounds.find(round => round.id === id)!;

  for (const idea of ideas) {
    checkHistory(idea);
    checkDecision(idea, roundOf);
    checkVotes(idea, roundOf, of('vote'));
    checkMerger(idea, byId);
    checkReward(idea);
    const { state } = rounds.find(({ id }) => id === idea.agendaRound) ?? { state: 'collecting' };
    // When ballots have closed, nothing waits for them any more.
    if (state === 'decided' || state === 'published')
      expect(['on-agenda', 'submitted', 'deferred']).not.toContain(idea.status);
    if (state === 'deliberating' && roundOf(idea.agendaRound).schedule.opensAt < clock.now())
      expect(['deferred']).not.toContain(idea.status);
  }

  // Votes are cast by electors while their ballot is open.
  for (const item of of('vote')) {
    const vote = voteItem.parse(item);
    const round = roundOf(vote.round) as OpenedRound;
    if (vote.ballot === 'secret') expect(JSON.stringify(item)).not.toMatch(/[CM]\d/);
    else {
      expect(round.electorate).toContain(vote.voter);
      expect(vote.castAt >= round.openedAt && vote.castAt < round.schedule.closesAt).toBe(true);
    }
  }

  // Rounds follow one another without a gap, one of them collects, and each does what its time says.
  const inOrder = rounds.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [at, round] of inOrder.entries()) {
    if (at > 0) expect(round.id).toBe(roundAfter(inOrder[at - 1]!.id));
    expect(round.state === 'collecting').toBe(at === inOrder.length - 1);
  }

  // A published bulletin can be made again from the facts, and so can every projection.
  for (const round of rounds) {
    const facts = ideas.filter(idea => idea.round === round.id);
    const bulletin = await bulletinRepository(table).whole(HUATAI, round.id);
    expect(bulletin !== undefined).toBe(round.state === 'published');
    if (bulletin) expect(verify(bulletin, facts)).toEqual([]);
    expect(asNumbers(await statisticsRepository(table).ofRound(HUATAI, round.id))).toEqual(
      asNumbers(totals(fold(facts))),
    );
  }
  for (const idea of ideas) checkCounts(idea, items);
}

function checkHistory(idea: Idea): void {
  expect(idea.version).toBe(idea.history.length);
  expect(asOf(idea, idea.history.length)).toEqual(idea);
  for (const [at, entry] of idea.history.entries()) {
    const before = idea.history[at - 1];
    expect(entry.from).toBe(before?.to);
    if (entry.act !== 'submit' && entry.from !== undefined)
      expect(nextStatuses(entry.act, entry.from)).toContain(entry.to);
    if (before) expect(millisBetween(before.at, entry.at)).toBeGreaterThanOrEqual(0);
    if (entry.act !== 'submit') checkDoer(entry.act, entry.by, asOf(idea, at));
  }
}

/** Whoever did it was one of those whose act it is; and nobody accepts their own work. */
function checkDoer(act: IdeaAct, by: Actor, before: Idea): void {
  const { by: doers }: { readonly by: readonly Doer[] } = TRANSITIONS[act];
  if (by.kind === 'member') {
    if (!doers.includes('code-holder')) expect(doersOf(act, before), act).toContain(by.id);
    if (act === 'accept' || act === 'send-back') expect(implementationOf(before)?.owner).not.toBe(by.id);
  } else if (by.kind === 'cycle') expect(doers, act).toContain('cycle');
  else expect([doers.includes('author'), before.authorId], act).toEqual([true, undefined]);
}

/** A standing decision is what the votes come to of all who might vote; where votes bear names, that can be counted again. */
function checkVotes(
  idea: Idea,
  roundOf: (id: string) => Round,
  items: readonly Record<string, unknown>[],
): void {
  const decision = decisionOf(idea);
  const { electorate, rules } = (decision ? roundOf(decision.round) : {}) as Partial<OpenedRound>;
  if (!decision || !electorate || rules?.ballot !== 'open') return;
  const decided = idea.history.findLastIndex(({ act }) => ['adopt', 'decline', 'defer'].includes(act));
  const authors = authorsOf(asOf(idea, decided + 1));
  const eligible = electorate.filter(one => !authors.includes(one));
  const votes = items
    .filter(item => item.ideaId === idea.id)
    .map(item => voteItem.parse(item))
    .flatMap(vote => (vote.ballot === 'open' && vote.round === decision.round ? [vote] : []))
    .filter(({ voter }) => eligible.includes(voter));
  expect(decision.result.eligible).toBe(eligible.length);
  for (const choice of ['approve', 'oppose', 'abstain'] as const)
    expect(decision.result.tally[choice]).toBe(votes.filter(vote => vote.choice === choice).length);
}

/** What is paid goes to authors, adds up to the fen, and was not approved by one of them. */
function checkReward(idea: Idea): void {
  if (idea.status !== 'accepted' || idea.reward.state === 'proposed') return;
  const { shares, amount } = idea.reward;
  expect(shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(amount);
  for (const { member } of shares) expect(authorsOf(idea)).toContain(member);
  for (const { act, by } of idea.history)
    if (act === 'approve-reward' || act === 'pay-reward')
      expect(by.kind === 'member' && authorsOf(idea).includes(by.id)).toBe(false);
}

function checkDecision(idea: Idea, roundOf: (id: string) => Round): void {
  const decision = decisionOf(idea);
  if (!decision) return;
  const { outcome, result, round, by } = decision;
  const { approve, oppose, abstain } = result.tally;
  const { rules } = roundOf(round) as OpenedRound;
  const share = rules.quorumShare.numerator / rules.quorumShare.denominator;
  const quorate = approve + oppose + abstain >= Math.max(1, Math.ceil(share * result.eligible - 1e-9));
  expect(approve + oppose + abstain).toBeLessThanOrEqual(result.eligible);
  if (outcome === 'adopted') expect([quorate, approve > oppose]).toEqual([true, true]);
  if (outcome === 'declined') expect([quorate, approve > oppose]).toEqual([true, false]);
  if (outcome === 'deferred' && by.kind === 'cycle') expect(quorate).toBe(false);
  if (idea.status === 'deferred') expect(idea.agendaRound > round).toBe(true);
}

function checkMerger(idea: Idea, byId: ReadonlyMap<string, Idea>): void {
  if (idea.status !== 'merged') return;
  const target = byId.get(idea.into)!;
  expect(
    target.coAuthors
      .filter(({ via }) => via === idea.id)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(
    [...(idea.authorId === undefined ? [] : [idea.authorId]), ...idea.coAuthors.map(({ id }) => id)].sort(),
  );
  for (const author of authorsOf(idea)) expect(authorsOf(target)).toContain(author);
}

/** Tallies and support counts are what the votes and supports come to; and a merged idea's backers back the one it went into. */
function checkCounts(idea: Idea, items: readonly Record<string, unknown>[]): void {
  const own = items.filter(({ pk }) => pk === `ORG#${HUATAI}#IDEA#${idea.id}`);
  const backers = (id: string): unknown[] =>
    items.filter(({ type, ideaId }) => type === 'support' && ideaId === id).map(item => item.member);
  const counted = own.find(({ sk }) => sk === 'SUPPORTS') as { supports?: number } | undefined;
  expect(counted?.supports ?? 0).toBe(backers(idea.id).length);
  expect(new Set(backers(idea.id)).size).toBe(backers(idea.id).length);
  for (const tally of own.filter(({ type }) => type === 'tally') as Record<string, number | string>[]) {
    const votes = own.filter(({ type, round }) => type === 'vote' && `TALLY#${round}` === tally.sk);
    for (const choice of ['approve', 'oppose', 'abstain'])
      expect(tally[choice] ?? 0).toBe(votes.filter(vote => vote.choice === choice).length);
  }
  // Nobody carries a support over that they did not give.
  for (const copy of own.filter(({ type, via }) => type === 'support' && via !== undefined))
    expect(backers(String(copy.via))).toContain(copy.member);
}

/** Totals without what is zero and without empty scopes, in one order. */
function asNumbers(all: Awaited<ReturnType<ReturnType<typeof statisticsRepository>['ofRound']>>): unknown[] {
  return all
    .map(({ scope, counts, participants }) => ({
      scope,
      participants,
      counts: Object.fromEntries([...counts].filter(([, count]) => count !== 0).toSorted()),
    }))
    .filter(({ participants, counts }) => participants > 0 || Object.keys(counts).length > 0)
    .toSorted((a, b) => JSON.stringify(a.scope).localeCompare(JSON.stringify(b.scope)));
}

it('holds every rule of the cycle, whatever anybody does', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('open' as const, 'secret' as const),
      fc.array(step, { minLength: 150, maxLength: 220 }),
      async (ballot, steps) => {
        const world = await newWorld(ballot);
        try {
          for (const one of steps) await take(world, one);
          await check(world);
          // And then nothing happens for two months.
          world.clock.set(instantOf(Date.parse(world.clock.now()) + 62 * 24 * HOUR));
          await world.cycle();
          await check(world);
        } finally {
          await world.stream.stop();
        }
      },
    ),
    { numRuns: 3, interruptAfterTimeLimit: 200_000 },
  );
});
