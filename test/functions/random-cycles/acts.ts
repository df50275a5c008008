/**
 * Possible attempts with ideas and ballots: the request, and, if the test can compute it, whether
 * it succeeds for a caller with the role.
 */
import { expect } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { writeComment } from '../../../shared/contract/routes/comments.ts';
import {
  castVote,
  decideIdea,
  getAgenda,
  publishRound,
  reopenIdea,
  replyToIdea,
} from '../../../shared/contract/routes/deliberation.ts';
import {
  answerAppeal,
  appealDecision,
  appealUnnamedDecision,
  nameExcellent,
  rateOutcome,
  rateUnnamedOutcome,
  unnameExcellent,
} from '../../../shared/contract/routes/follow-up.ts';
import { submitIdea, supportIdea, withdrawSupport } from '../../../shared/contract/routes/ideas.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../../shared/contract/routes/implementation.ts';
import { giveOpinion, referIdea } from '../../../shared/contract/routes/opinions.ts';
import { approveReward, payReward } from '../../../shared/contract/routes/rewards.ts';
import {
  arrangeAgenda,
  correctSlip,
  declineAuthorship,
  dismissIdeas,
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
  takeBackSlip,
  unmergeIdea,
  withdrawIdea,
} from '../../../shared/contract/routes/screening.ts';
import { claimUnnamedIdea, withdrawUnnamedIdea } from '../../../shared/contract/routes/unnamed.ts';
import { CHOICES, type Choice } from '../../../shared/domain/idea/ballot.ts';
import {
  APPEAL_OUTCOMES,
  DECISION_OUTCOMES,
  SATISFACTIONS,
} from '../../../shared/domain/idea/decision.ts';
import {
  authorsOf,
  type Idea,
  implementationOf,
  recusedFrom,
} from '../../../shared/domain/idea/idea.ts';
import { type Doer, type IdeaAct, TRANSITIONS } from '../../../shared/domain/idea/lifecycle.ts';
import { awaitedAdviser } from '../../../shared/domain/idea/opinion.ts';
import { evenShares } from '../../../shared/domain/idea/reward.ts';
import type { DeliberatingRound } from '../../../shared/domain/round/round.ts';
import { type Request, SLIP } from '../small-firm.ts';
import { electorateOf, recount } from './ballots.ts';
import { plus, roundAt, whenIs } from './days.ts';
import type { Answered, Firm } from './firm.ts';
import { holders, holds, type People } from './ledger.ts';

/** The subject of an attempt. `n` is its only random part. */
export interface Aim {
  readonly as: string;
  /** The time of the request. */
  readonly at: string;
  readonly idea: string;
  readonly known: Idea | undefined;
  readonly other: string;
  /** The claim code of some unnamed idea. */
  readonly code: string;
  readonly n: number;
}

export interface Attempt {
  readonly route: Route;
  readonly request: Omit<Request, 'as'>;
  /** Whether it succeeds, if the caller has the role; undefined if the test cannot tell. */
  readonly allowed?: boolean | undefined;
  /** The consequences of success: conditions on the answer, and entries in the ledger. */
  readonly enter?: (reply: Answered) => void;
}

/** Some of a list, at random. */
export function pick<Value>(from: readonly Value[], n: number): Value {
  return from[n % from.length]!;
}

const onIdea = (route: Route, { idea }: Aim, body?: object): Attempt => ({
  route,
  request: { path: { idea }, ...(body && { body }) },
});

export const ACTS: Record<string, (aim: Aim, firm: Firm) => Attempt> = {
  handIn,
  back: aim => onIdea(supportIdea, aim),
  unback: aim => onIdea(withdrawSupport, aim),
  comment: aim => onIdea(writeComment, aim, { text: '可以先试一台' }),
  return: aim => onIdea(returnIdea, aim, { reason: '请补充现状' }),
  revise: ({ idea, known, n }) => ({
    route: reviseIdea,
    request: {
      path: { idea },
      headers: { 'if-match': `"${n % 5 === 0 ? 1 : (known?.version ?? 1)}"` },
      body: {
        ...SLIP,
        title: `改 ${n}`,
        category: n % 2 === 0 ? '设备' : '安全',
        ...(n % 3 === 0 && { coAuthorIds: n % 2 === 0 ? [] : [pick(['E1', 'K2', 'E3'], n)] }),
      },
    },
  }),
  dismiss: ({ idea, other, n }) => ({
    route: dismissIdeas,
    request: { body: { ideas: n % 3 === 0 ? [idea, other] : [idea], reason: '重复提交' } },
  }),
  withdraw: aim => onIdea(withdrawIdea, aim),
  'decline-authorship': aim => onIdea(declineAuthorship, aim),
  correct: (aim, { ledger }) => {
    const { n, known } = aim;
    const authorId = n % 3 === 0 ? undefined : pick([...ledger.people.now.keys()], n);
    const day = n % 5 === 0 && known ? plus(known.submittedAt.slice(0, 10), -(n % 4)) : undefined;
    return onIdea(correctSlip, aim, {
      ...SLIP,
      title: `正 ${n}`,
      category: n % 2 === 0 ? '设备' : '安全',
      ...(authorId !== undefined && { authorId }),
      ...(day !== undefined && { submittedAt: `${day}T00:30:00.000Z` }),
    });
  },
  'take-back': aim => onIdea(takeBackSlip, aim, { reason: '录错了' }),
  refer: (aim, { ledger }) =>
    onIdea(referIdea, aim, { adviser: pick([...ledger.people.now.keys()], aim.n) }),
  'give-opinion': aim => onIdea(giveOpinion, aim, { text: `可以先试 ${aim.n % 3}` }),
  list: aim => onIdea(scheduleIdea, aim),
  merge: aim => onIdea(mergeIdea, aim, { into: aim.other }),
  unmerge: aim => onIdea(unmergeIdea, aim),
  vote,
  decide,
  reopen: aim => onIdea(reopenIdea, aim, { reason: '票数有误' }),
  reply: aim => onIdea(replyToIdea, aim, { reply: '已转设备部' }),
  assign: (aim, { ledger }) => {
    const owner = pick([...ledger.people.now.keys()], aim.n);
    const attempt = onIdea(assignIdea, aim, { owner, due: '2027-12-31' });
    return holds(ledger.people.now, owner, ['employee']) ? attempt : { ...attempt, allowed: false };
  },
  report: aim => onIdea(reportProgress, aim, { progress: aim.n % 101, note: '进行中' }),
  complete: aim => onIdea(completeIdea, aim, { done: '已安装', claimedBenefit: aim.n * 100 }),
  'send-back': aim => onIdea(sendBackIdea, aim, { reason: '还缺验收记录' }),
  accept: aim => onIdea(acceptIdea, aim, { verifiedBenefit: aim.n * 90 }),
  abandon: aim => onIdea(abandonIdea, aim, { reason: '设备已报废' }),
  'approve-reward': aim => {
    const authors = aim.known ? authorsOf(aim.known) : [];
    const amount = 30_000;
    const shares =
      authors.length > 0 ? evenShares(amount, authors) : [{ member: 'E1', fen: amount }];
    return onIdea(approveReward, aim, { amount, shares });
  },
  'pay-reward': aim => onIdea(payReward, aim),
  arrange: ({ idea, known, n }) => ({
    route: arrangeAgenda,
    request: {
      path: { round: known?.agendaRound ?? idea.slice(0, 7) },
      body: n % 2 === 0 ? { by: 'support' } : { order: [idea] },
    },
  }),
  'read agenda': ({ idea }) => ({
    route: getAgenda,
    request: { path: { round: idea.slice(0, 7) } },
  }),
  publish: ({ idea }) => ({ route: publishRound, request: { path: { round: idea.slice(0, 7) } } }),
  'rate-outcome': aim => onIdea(rateOutcome, aim, { satisfaction: pick(SATISFACTIONS, aim.n) }),
  appeal: aim => onIdea(appealDecision, aim, { text: '数据有了新的结果' }),
  'answer-appeal': aim =>
    onIdea(answerAppeal, aim, { outcome: pick(APPEAL_OUTCOMES, aim.n), reply: '已复核' }),
  'name-excellent': aim => onIdea(nameExcellent, aim),
  'unname-excellent': aim => onIdea(unnameExcellent, aim),
  'rate unnamed': ({ code, n }) => ({
    route: rateUnnamedOutcome,
    request: { body: { code, satisfaction: pick(SATISFACTIONS, n) } },
  }),
  'appeal unnamed': ({ code }) => ({
    route: appealUnnamedDecision,
    request: { body: { code, text: '数据有了新的结果' } },
  }),
  claim: ({ code }) => ({ route: claimUnnamedIdea, request: { body: { code } } }),
  'withdraw unnamed': ({ code }) => ({ route: withdrawUnnamedIdea, request: { body: { code } } }),
};
/** Acts with a claim code, whichever idea it opens. */
export const BY_CODE: ReadonlySet<string> = new Set([
  'claim',
  'withdraw unnamed',
  'rate unnamed',
  'appeal unnamed',
]);
/** Acts that also change other ideas than the named one. */
export const WIDER: ReadonlySet<string> = new Set(['merge', 'unmerge', 'claim', 'dismiss']);

/** Submission: named or unnamed, for another member, or from a slip of some days ago. */
function handIn({ as, at, n }: Aim, { ledger, codes }: Firm): Attempt {
  const people = ledger.people.now;
  const unnamed = n % 4 === 0;
  const authorId = n % 7 === 3 ? pick([...people.keys()], n) : undefined;
  const submittedAt = n % 11 === 5 ? `${plus(at.slice(0, 10), -(n % 8))}T00:30:00.000Z` : undefined;
  const secretary = holds(people, as, ['secretary']);
  const coAuthorIds =
    n % 5 === 1 ? [pick([...people.keys()], n), pick([...people.keys()], n + 1)] : [];
  return {
    route: submitIdea,
    request: {
      body: {
        ...SLIP,
        title: `第 ${n} 条`,
        ...(unnamed && { unnamed }),
        ...(authorId !== undefined && { authorId }),
        ...(submittedAt !== undefined && { submittedAt }),
        ...(coAuthorIds.length > 0 && { coAuthorIds }),
      },
    },
    allowed:
      (coAuthorIds.length === 0 || !unnamed) &&
      coAuthorIds.every(one => one !== (authorId ?? as) && holds(people, one, ['employee'])) &&
      (secretary || (authorId === undefined && submittedAt === undefined)) &&
      (authorId === undefined || (holds(people, authorId, ['employee']) && !unnamed)),
    enter: ({ id = '', round = '', status, claimCode }) => {
      const days = ledger.days.now;
      const own = roundAt(submittedAt ?? at, days);
      expect(round).toBe(at < whenIs(own, days).closesAt ? own : roundAt(at, days));
      expect(status).toBe(at < whenIs(round, days).opensAt ? 'submitted' : 'on-agenda');
      if (claimCode !== undefined) codes.set(id, claimCode);
    },
  };
}

/** The round in which an idea is being voted on at a moment, by the calendar to the second. */
function ballotOf(
  { idea, known, at }: Aim,
  { rounds, ledger }: Firm,
): DeliberatingRound | undefined {
  const round = rounds.get(known?.agendaRound ?? idea.slice(0, 7));
  const open = round?.state === 'deliberating' && at < whenIs(round.id, ledger.days.now).closesAt;
  return open && known?.status === 'on-agenda' ? round : undefined;
}

function vote(aim: Aim, firm: Firm): Attempt {
  const { as, at, known, idea } = aim;
  const { ledger } = firm;
  const round = ballotOf(aim, firm);
  const choice = pick<Choice>([...CHOICES, 'approve'], aim.n);
  const recused: readonly string[] = known ? recusedFrom(known) : [];
  return {
    ...onIdea(castVote, aim, { choice, comment: '同意' }),
    allowed:
      round !== undefined && electorateOf(ledger, round).includes(as) && !recused.includes(as),
    enter: () => {
      ledger.votes.push({ idea, round: round!.id, voter: as, choice, at });
    },
  };
}

function decide(aim: Aim, firm: Firm): Attempt {
  const { known, at } = aim;
  const round = ballotOf(aim, firm);
  const result = known && round && recount(firm.ledger, known, round, at);
  // Mostly the ballot's outcome, because others are refused.
  const outcome = (aim.n % 3 > 0 && result?.outcome) || pick(DECISION_OUTCOMES, aim.n);
  const secret = round !== undefined && firm.ledger.rules.at(round.openedAt).ballot === 'secret';
  // Nobody names the outcome of a secret ballot; that is refused as well.
  const asked = secret && outcome !== 'deferred' && aim.n % 5 > 0 ? 'as-balloted' : outcome;
  const asTheBallotSays =
    asked === 'deferred' ||
    (asked === 'as-balloted'
      ? result?.outcome !== 'deferred'
      : !secret && asked === result?.outcome);
  return {
    ...onIdea(decideIdea, aim, { outcome: asked, reason: '按表决结果', reply: '谢谢' }),
    // An idea that has left the ballot may have been decided by this very request.
    allowed: known?.status === 'on-agenda' ? round !== undefined && asTheBallotSays : undefined,
  };
}

/**
 * The members who may do an act on an idea, by the table of transitions and the present members;
 * all, if it is not in that table.
 */
export function doersOf(act: string, idea: Idea | undefined, people: People): readonly string[] {
  const row: { readonly by: readonly Doer[] } | undefined = rowOf(act);
  if (!row) {
    if (act === 'vote') return holders(people, 'committee', 'chair');
    if (act === 'publish') return holders(people, 'chair');
    if (act === 'arrange') return holders(people, 'secretary');
    return holders(people, 'employee');
  }
  const doers: Record<Doer, () => readonly (string | undefined)[]> = {
    secretary: () => holders(people, 'secretary'),
    chair: () => holders(people, 'chair'),
    manager: () => holders(people, 'manager'),
    author: () => [idea?.authorId],
    // The firm has no contacts.
    adviser: () => [idea && awaitedAdviser(idea)],
    'co-author': () => (idea ? authorsOf(idea).filter(one => one !== idea.authorId) : []),
    owner: () => [idea && implementationOf(idea)?.owner],
    'code-holder': () => holders(people, 'employee'),
    cycle: () => [],
  };
  return row.by
    .flatMap(doer => doers[doer]())
    .filter(one => one !== undefined && holds(people, one, ['employee'])) as string[];
}

function rowOf(
  act: string,
): { readonly by: readonly Doer[]; readonly from: readonly string[] } | undefined {
  const name = act === 'decide' ? 'adopt' : act;
  return name in TRANSITIONS ? TRANSITIONS[name as IdeaAct] : undefined;
}

/** Whether an idea's state allows the attempt; for a vote, whether voting has begun. */
export function admits(act: string, { status, agendaRound }: Idea, { rounds }: Firm): boolean {
  if (act === 'vote' || act === 'decide')
    return status === 'on-agenda' && rounds.get(agendaRound)?.state === 'deliberating';
  return rowOf(act)?.from.includes(status) ?? true;
}
