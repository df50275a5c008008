/**
 * A firm in which anybody may try any act on any idea at any time, over several rounds, for
 * property tests of ideas, numbers and bulletins. Most attempts are possible, so that ideas get
 * far; the others have a wrong act, person or time.
 */
import fc from 'fast-check';
import { answerAppeal, appealDecision } from '../../shared/domain/idea/appeal.ts';
import { ballotResult, CHOICES, eligibleVoters } from '../../shared/domain/idea/ballot.ts';
import { acknowledged, claimUnnamedIdea } from '../../shared/domain/idea/claim.ts';
import {
  declineAuthorship,
  renameCoAuthors,
  wasBalloted,
} from '../../shared/domain/idea/co-authorship.ts';
import { correctSlip, takeBackSlip } from '../../shared/domain/idea/correction.ts';
import { decideIdea, reopenIdea, replyToIdea } from '../../shared/domain/idea/deliberation.ts';
import { nameExcellent, unnameExcellent } from '../../shared/domain/idea/excellence.ts';
import type { Actor } from '../../shared/domain/idea/history.ts';
import {
  authorsOf,
  decisionOf,
  type Idea,
  implementationOf,
  openForSupport,
} from '../../shared/domain/idea/idea.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../shared/domain/idea/implementation.ts';
import {
  actsFrom,
  IDEA_ACTS,
  type IdeaAct,
  type IdeaStatus,
} from '../../shared/domain/idea/lifecycle.ts';
import { awaitedAdviser, giveOpinion, referIdea } from '../../shared/domain/idea/opinion.ts';
import { rateOutcome } from '../../shared/domain/idea/rating.ts';
import { approveReward, evenShares, payReward } from '../../shared/domain/idea/reward.ts';
import {
  dismissIdea,
  type Merger,
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../shared/domain/idea/screening.ts';
import { prepareSubmission, submitIdea } from '../../shared/domain/idea/submission.ts';
import { unnamedSignature, withoutTimeOfDay } from '../../shared/domain/idea/unnamed.ts';
import type { MemberId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf, MILLIS_PER_DAY } from '../../shared/domain/kernel/instant.ts';
import { ok, type Result } from '../../shared/domain/kernel/result.ts';
import {
  DEFAULT_CALENDAR,
  localDate,
  scheduleOf,
} from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES, type Member } from '../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { agendaPlace, collectingPlace } from '../../shared/domain/round/placement.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  newRound,
  openRound,
  type Round,
} from '../../shared/domain/round/round.ts';
import {
  CYCLE,
  category,
  committee,
  content,
  huatai,
  ideaId,
  member,
  person,
  seatsOf,
  shanghai,
  value,
  voteOf,
} from './sample.ts';

export const ELECTORATE = committee(5);
const CHAIR = member('K1');
const SECRETARY = member('S1');
const MANAGER = member('M1');
/** The authors; two of them sit on the committee. */
const AUTHORS: readonly Member[] = [
  ...['A1', 'A2', 'K2'].map(id => person(id)),
  ...['B1', 'K3'].map(id => person(id, ['employee'], '装配车间')),
];
export const FIRM: readonly Member[] = [
  ...AUTHORS,
  ...[CHAIR, SECRETARY, MANAGER].map(id => person(id)),
];
const ACTORS: readonly Actor[] = [
  ...FIRM.map(({ id }): Actor => ({ kind: 'member', id })),
  { kind: 'unnamed' },
  CYCLE,
];
/** Acts that only a named member could request at all. */
const MEMBERS_ONLY: readonly IdeaAct[] = [
  'accept',
  'approve-reward',
  'pay-reward',
  'name-excellent',
  'claim',
  'acknowledge',
  'decline-authorship',
  'give-opinion',
];
const TYPIST = person('S1', ['employee', 'secretary']);
const MOST_IDEAS = 6;
const WORDS = ['费用过高', '再议', '👷 已到位'];
const RATINGS = [
  { satisfaction: 'satisfied' },
  { satisfaction: 'neutral', word: '还行' },
  { satisfaction: 'dissatisfied', word: '👷 没人管' },
] as const;
const START = shanghai('2026-09-20 08:00');

/** An attempt; its numbers are taken modulo the number of choices. */
interface Attempt {
  readonly pause: number;
  readonly handsIn: boolean;
  readonly unnamed: boolean;
  readonly idea: number;
  readonly other: number;
  readonly way: 'onward' | 'fitting' | 'astray';
  readonly act: number;
  readonly person: number;
  readonly words: number;
  readonly amount: number;
  readonly votesCast: number;
  readonly choices: readonly number[] | undefined;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  // Two acts may fall into one millisecond, and a round may pass between them.
  pause: fc.constantFrom(0, 1, 60_000, 7_200_000, MILLIS_PER_DAY, 9 * MILLIS_PER_DAY),
  handsIn: fc.nat({ max: 7 }).map(one => one === 0),
  unnamed: fc.nat({ max: 2 }).map(one => one === 0),
  idea: fc.nat(),
  other: fc.nat(),
  way: fc.constantFrom('onward', 'onward', 'fitting', 'fitting', 'astray'),
  act: fc.nat(),
  person: fc.nat(),
  words: fc.nat(),
  amount: fc.nat({ max: 1_500_000 }),
  votesCast: fc.constantFrom(0, 0, 0, 1),
  choices: fc.option(fc.array(fc.nat({ max: CHOICES.length }), { maxLength: ELECTORATE.length }), {
    nil: undefined,
    freq: 1,
  }),
});

export const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(attempt, {
  maxLength: 60,
  size: 'max',
});

/** An attempted act on one idea, and its result. */
interface Tried {
  readonly act: IdeaAct;
  readonly by: Actor;
  /** The idea of the attempt; if two change at once, the merged or unmerged one. */
  readonly before: Idea;
  readonly outcome: Result<Idea, Refusal>;
}

/** The events up to some time: every state of each idea, oldest first, and every attempt. */
export interface Past {
  readonly now: Instant;
  readonly lives: readonly (readonly Idea[])[];
  readonly tried: readonly Tried[];
}

/** The result of attempts, made one after another. */
export function play(
  attempts: readonly Attempt[],
  from: Past = { now: START, lives: [], tried: [] },
): Past {
  return attempts.reduce(step, from);
}

/** The ideas at the end. */
export const latest = ({ lives }: Past): Idea[] => lives.map(states => states.at(-1)!);

/** A round of the calendar at an instant. */
function roundAt(id: RoundId, now: Instant): Round {
  const schedule = scheduleOf(id, DEFAULT_CALENDAR);
  const collecting = newRound(huatai.id, id, schedule);
  if (now < schedule.opensAt) return collecting;
  const opened = openRound(collecting, ELECTORATE, DEFAULT_RULES, schedule.opensAt);
  if (now < schedule.closesAt) return opened;
  const closed = closeRound(endIntake(opened), schedule.closesAt);
  return now < schedule.publishesAt ? closed : completePublication(closed, schedule.publishesAt);
}

/** The round of an idea's decision; its own, if there is none. */
function decidedIn(idea: Idea, now: Instant): Round {
  return roundAt(decisionOf(idea)?.round ?? idea.round, now);
}

function step(past: Past, attempt: Attempt): Past {
  const now = instantOf(Date.parse(past.now) + attempt.pause);
  const ideas = latest(past);
  if (ideas.length < 2 || (attempt.handsIn && ideas.length < MOST_IDEAS))
    return { ...past, now, lives: [...past.lives, [frozen(born(attempt, now, ideas.length + 1))]] };
  const idea = pick(ideas, attempt.idea);
  const act = actOf(attempt, idea);
  const stranger = pick(ACTORS, attempt.person);
  const unthinkable = stranger.kind !== 'member' && MEMBERS_ONLY.includes(act);
  const by = attempt.way === 'astray' && !unthinkable ? stranger : doerOf(act, idea, attempt);
  const { before, outcome } = perform(act, idea, ideas, by, attempt, now);
  const after = outcome.ok ? outcome.value : [];
  const lives = past.lives.map(states => {
    const changed = after.find(({ id }) => id === states[0]!.id);
    return changed && changed !== states.at(-1) ? [...states, frozen(changed)] : states;
  });
  const own = after.find(({ id }) => id === before.id);
  const tried = { act, by, before, outcome: own ? ok(own) : (outcome as Result<Idea, Refusal>) };
  return { now, lives, tried: [...past.tried, tried] };
}

/** A slip that a secretary types, of this minute or of the day before. */
function ofPaper<Content extends object>(
  content: Content,
  { id }: Member,
  unnamed: boolean,
  now: Instant,
) {
  const submittedAt = instantOf(Date.parse(now) - MILLIS_PER_DAY);
  return { ...content, unnamed, submittedAt, ...(!unnamed && { authorId: id }) };
}

function born(
  { person, unnamed, words, other, amount }: Attempt,
  now: Instant,
  number: number,
): Idea {
  const author = pick(AUTHORS, person);
  const labels = { category: category(words % 2 === 0 ? '安全' : '节能'), unnamed };
  const coAuthorIds = unnamed ? [] : othersThan(author.id, other);
  const slip = { ...content, ...labels, coAuthorIds };
  const { department: _, ...nowhere } = slip;
  const intake = value(
    amount % 3 === 0
      ? prepareSubmission(
          ofPaper(nowhere, author, unnamed, now),
          huatai,
          TYPIST,
          author,
          now,
          LISTED,
        )
      : prepareSubmission(words % 3 === 0 ? nowhere : slip, huatai, author, undefined, now, LISTED),
  );
  const kept = withoutTimeOfDay(intake, DEFAULT_CALENDAR);
  return submitIdea({ ...kept, id: ideaId(number, kept.round) });
}

const LISTED = new Map(FIRM.map(one => [one.id, [one]]));

/** Up to two other authors. */
function othersThan(author: MemberId | undefined, number: number): MemberId[] {
  const others = AUTHORS.filter(({ id }) => id !== author).map(({ id }) => id);
  return [0, 1].slice(0, number % 3).map(at => pick(others, number + at));
}

/** The act that moves the idea forward. */
const ONWARD: Record<IdeaStatus, IdeaAct> = {
  submitted: 'list',
  returned: 'revise',
  'on-agenda': 'adopt',
  adopted: 'assign',
  declined: 'reopen',
  deferred: 'list',
  implementing: 'complete',
  completed: 'accept',
  accepted: 'approve-reward',
  abandoned: 'reply',
  withdrawn: 'release',
  merged: 'unmerge',
};

function actOf({ way, act }: Attempt, idea: Idea): IdeaAct {
  if (way === 'astray') return pick(IDEA_ACTS, act);
  if (way === 'fitting') return pick(actsFrom(idea.status), act);
  if (idea.status === 'declined' && idea.appeal) return 'answer-appeal';
  if (idea.status === 'declined' && act % 2 === 0) return 'appeal';
  return idea.status === 'accepted' && idea.reward.state === 'approved'
    ? 'pay-reward'
    : ONWARD[idea.status];
}

function doerOf(act: IdeaAct, idea: Idea, { person }: Attempt): Actor {
  const of = (id: MemberId): Actor => ({ kind: 'member', id });
  switch (act) {
    case 'revise':
    case 'withdraw':
    case 'rate-outcome':
    case 'appeal':
      return idea.authorId === undefined ? { kind: 'unnamed' } : of(idea.authorId);
    case 'give-opinion':
      return of(awaitedAdviser(idea) ?? pick(AUTHORS, person).id);
    case 'decline-authorship':
      return of(pick([...idea.coAuthors.map(({ id }) => id), pick(AUTHORS, person).id], person));
    case 'report':
    case 'complete':
      return of(implementationOf(idea)?.owner ?? pick(AUTHORS, person).id);
    case 'claim':
    case 'acknowledge':
      return of(pick(AUTHORS, person).id);
    case 'send-back':
    case 'accept':
    case 'approve-reward':
    case 'pay-reward':
      return of(MANAGER);
    case 'adopt':
    case 'decline':
    case 'defer':
      return person % 2 === 0 ? of(CHAIR) : CYCLE;
    case 'reopen':
    case 'abandon':
    case 'name-excellent':
    case 'unname-excellent':
    case 'answer-appeal':
      return of(CHAIR);
    default:
      return of(SECRETARY);
  }
}

function perform(
  act: IdeaAct,
  idea: Idea,
  ideas: readonly Idea[],
  by: Actor,
  attempt: Attempt,
  now: Instant,
): { readonly before: Idea; readonly outcome: Result<readonly Idea[], Refusal> } {
  const { votesCast, amount } = attempt;
  const others = ideas.filter(one => one !== idea && openForSupport(one));
  const other = pick(
    attempt.way === 'astray' || others.length === 0 ? ideas : others,
    attempt.other,
  );
  const reason = pick(WORDS, attempt.words);
  const signature =
    by.kind === 'unnamed' ? unnamedSignature(idea, now, DEFAULT_CALENDAR) : { by, at: now };
  const place = (of = idea) => agendaPlace(of, now, DEFAULT_CALENDAR);
  const one = (outcome: Result<Idea, Refusal>) => ({
    before: idea,
    outcome: outcome.ok ? ok([outcome.value]) : outcome,
  });
  const two = (before: Idea, merger: Result<Merger, Refusal>) => ({
    before,
    outcome: merger.ok ? ok([merger.value.source, merger.value.target]) : merger,
  });
  switch (act) {
    case 'return':
      return one(returnIdea(idea, reason, signature));
    case 'revise': {
      const numbers =
        idea.authorId && amount % 2 === 0 ? othersThan(idea.authorId, attempt.other) : [];
      const named = amount % 4 < 3 ? renameCoAuthors(idea, numbers, LISTED) : undefined;
      if (named && !named.ok) return one(named);
      const revised = { ...content, title: `${content.title}：${reason}` };
      return one(reviseIdea(idea, revised, signature, place(), named?.value));
    }
    case 'refer':
      return one(referIdea(idea, pick(FIRM, amount).id, roundAt(idea.agendaRound, now), signature));
    case 'give-opinion': {
      const contact = amount % 2 === 0 ? pick(AUTHORS, amount).id : undefined;
      return one(giveOpinion(idea, reason, contact, roundAt(idea.agendaRound, now), signature));
    }
    case 'decline-authorship': {
      const balloted = wasBalloted(idea, roundAt(idea.agendaRound, now));
      return one(declineAuthorship(idea, balloted, signature));
    }
    case 'withdraw':
      return one(withdrawIdea(idea, votesCast, signature));
    case 'correct': {
      const author = amount % 2 === 0 ? pick(AUTHORS, attempt.person) : undefined;
      const correction = {
        ...content,
        title: `${content.title}：${reason}`,
        ...(author && { authorId: author.id }),
        ...(amount % 5 === 0 && {
          submittedAt: instantOf(Date.parse(idea.submittedAt) - 3_600_000),
        }),
      };
      const context = { organization: huatai, author, votesCast };
      return one(correctSlip(idea, correction, context, signature));
    }
    case 'take-back':
      return one(takeBackSlip(idea, amount % 2 === 0 ? reason : undefined, votesCast, signature));
    case 'list':
      return one(scheduleIdea(idea, signature, place()));
    case 'merge':
      return two(idea, mergeIdea(idea, other, signature));
    case 'absorb':
      return two(other, mergeIdea(other, idea, signature));
    case 'unmerge':
    case 'release': {
      const inside = ideas.find(one => one.status === 'merged' && one.into === idea.id);
      const source = act === 'release' ? (inside ?? other) : idea;
      const target =
        ideas.find(({ id }) => source.status === 'merged' && id === source.into) ?? source;
      return two(source, unmergeIdea(source, target, votesCast, signature, place(source)));
    }
    case 'dismiss':
      return one(
        dismissIdea(
          idea,
          amount % 2 === 0 ? { reason } : { reason, reply: '谢谢' },
          signature,
          place(),
        ),
      );
    case 'adopt':
    case 'decline':
    case 'defer': {
      const eligible = eligibleVoters(ELECTORATE, idea);
      const all = { adopt: 'approve', decline: 'oppose', defer: 'abstain' } as const;
      const votes = attempt.choices
        ? attempt.choices.flatMap((choice, at) =>
            CHOICES[choice] ? [voteOf(ELECTORATE[at]!, CHOICES[choice])] : [],
          )
        : eligible.map(voter => voteOf(voter, all[act]));
      const result = ballotResult(votes, seatsOf(eligible), DEFAULT_RULES);
      const outcome = ({ adopt: 'adopted', decline: 'declined', defer: 'deferred' } as const)[act];
      if (by.kind === 'cycle')
        return one(decideIdea(idea, result, { outcome: 'as-balloted', ...signature }));
      const words =
        amount % 3 === 0 ? {} : amount % 3 === 1 ? { reason } : { reason, reply: '谢谢' };
      return one(decideIdea(idea, result, { outcome, ...signature, ...words }));
    }
    case 'reopen':
      return one(reopenIdea(idea, decidedIn(idea, now), reason, signature, DEFAULT_CALENDAR));
    case 'reply':
      return one(replyToIdea(idea, reason, signature));
    case 'assign':
    case 'reassign': {
      const today = localDate(now, DEFAULT_CALENDAR);
      const owner = [...AUTHORS.map(({ id }) => id), MANAGER][
        attempt.person % (AUTHORS.length + 1)
      ]!;
      return one(assignIdea(idea, { owner, due: today }, signature, today));
    }
    case 'report':
      return one(reportProgress(idea, { progress: amount % 101, note: reason }, signature));
    case 'complete':
      return one(completeIdea(idea, { done: reason, claimedBenefit: amount }, signature));
    case 'send-back':
      return one(sendBackIdea(idea, reason, signature));
    case 'accept':
      return one(acceptIdea(idea, amount, signature, DEFAULT_BANDS));
    case 'abandon':
      return one(abandonIdea(idea, reason, signature));
    case 'approve-reward': {
      const fen = idea.status === 'accepted' ? idea.reward.proposal.most * 100 : amount;
      return one(approveReward(idea, fen, evenShares(fen, authorsOf(idea)), signature));
    }
    case 'pay-reward':
      return one(payReward(idea, signature));
    case 'name-excellent':
      return one(nameExcellent(idea, signature));
    case 'unname-excellent':
      return one(unnameExcellent(idea, signature));
    case 'rate-outcome':
      return one(rateOutcome(idea, pick(RATINGS, attempt.words), decidedIn(idea, now), signature));
    case 'appeal': {
      const period = { appealDays: 15, calendar: DEFAULT_CALENDAR };
      const round = decidedIn(idea, now);
      return one(appealDecision(idea, reason, { round, now, ...period }, signature));
    }
    case 'answer-appeal': {
      const outcome = amount % 3 === 0 ? 'rejected' : 'upheld';
      const place = collectingPlace(idea, now, DEFAULT_CALENDAR);
      return one(answerAppeal(idea, { outcome, reply: reason }, place, signature));
    }
    case 'claim':
    case 'acknowledge': {
      const inside = ideas.find(one => one.status === 'merged' && one.into === idea.id);
      const own = act === 'acknowledge' ? (inside ?? other) : idea;
      const claimer = FIRM.find(({ id }) => by.kind === 'member' && id === by.id);
      const claimed = claimUnnamedIdea(own, claimer!.department, signature);
      if (!claimed.ok || claimed.value === own) return { ...one(claimed), before: own };
      const changes = acknowledged(claimed.value, mergedInto(own, ideas), signature);
      return { before: own, outcome: ok([claimed.value, ...changes.map(({ after }) => after)]) };
    }
  }
}

/** The ideas that one was merged into, one after another. */
function mergedInto(idea: Idea, ideas: readonly Idea[]): Idea[] {
  const next = idea.status === 'merged' && ideas.find(({ id }) => id === idea.into);
  return next ? [next, ...mergedInto(next, ideas)] : [];
}

function pick<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length]!;
}

/** An act that changed the former state would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
