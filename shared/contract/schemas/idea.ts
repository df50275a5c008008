/**
 * An idea in requests, and in lists, the agenda and its own page. As in all requests, a new idea
 * with unknown fields is refused; like all replies, an idea is checked before it leaves, so that no
 * undeclared field gets out.
 */
import * as z from 'zod/mini';
import { APPEAL_OUTCOMES, REASON_CODES, SATISFACTIONS } from '../../domain/idea/decision.ts';
import { IDEA_STATUSES } from '../../domain/idea/lifecycle.ts';
import { NEXT_STEPS, TRACKER_STEPS } from '../../domain/idea/next-step.ts';
import { BODY, REASON, TITLE } from '../../domain/kernel/text.ts';
import { MOST_CO_AUTHORS } from '../../domain/organization/limits.ts';
import {
  category,
  count,
  decisionOutcome,
  department,
  givenInstant,
  givenMemberId,
  ideaId,
  ideaStatus,
  instant,
  line,
  lines,
  localDate,
  memberId,
  organizationId,
  percent,
  roundId,
  yuan,
} from '../fields.ts';
import { ballot, tally, votesCast } from './ballot.ts';
import { namedPhotos, shownPhotos } from './photo.ts';
import { reward } from './reward.ts';
import { workFacts } from './work.ts';

const coAuthorIds = z
  .array(givenMemberId)
  .check(z.maxLength(MOST_CO_AUTHORS))
  .register(z.globalRegistry, {
    description: 'Authors beside the first, by number. Each of them may decline',
  });

const contentPhotos = namedPhotos('problem', 'proposal');

export const newIdea = z
  .strictObject({
    title: line(TITLE, 'Title 建议名称'),
    category,
    problem: lines(BODY, 'What is wrong today 现状分析'),
    proposal: lines(BODY, 'What to do about it 改进措施'),
    expectedBenefit: z.exactOptional(yuan),
    unnamed: z.exactOptional(
      z
        .boolean()
        .register(z.globalRegistry, { description: 'Submit anonymously; no author is kept' }),
    ),
    department: z.exactOptional(department),
    authorId: z.exactOptional(givenMemberId),
    coAuthorIds: z.exactOptional(coAuthorIds),
    submittedAt: z.exactOptional(givenInstant),
    photos: z.exactOptional(contentPhotos),
  })
  .register(z.globalRegistry, {
    id: 'NewIdea',
    description:
      'authorId and submittedAt (the time on the slip) are for a secretary submitting for a member. Of an anonymous slip it is kept who typed it in, of any other unnamed idea nobody',
  });

/** The content of a revision; department and photos stay unless given. */
export const revisedContent = z.strictObject({
  title: line(TITLE, 'Title 建议名称'),
  category,
  problem: lines(BODY, 'What is wrong today 现状分析'),
  proposal: lines(BODY, 'What to do about it 改进措施'),
  expectedBenefit: z.exactOptional(yuan),
  department: z.exactOptional(department),
  photos: z.exactOptional(contentPhotos),
});

export const revision = z
  .strictObject({ ...revisedContent.shape, coAuthorIds: z.exactOptional(coAuthorIds) })
  .register(z.globalRegistry, {
    id: 'Revision',
    description:
      'Without a department, it stays as it was; without coAuthorIds or photos, so do those that are named',
  });

/** What a paper slip says, typed right. */
export const slipCorrection = z
  .strictObject({
    title: line(TITLE, 'Title 建议名称'),
    category,
    problem: lines(BODY, 'What is wrong today 现状分析'),
    proposal: lines(BODY, 'What to do about it 改进措施'),
    expectedBenefit: z.exactOptional(yuan),
    department: z.exactOptional(department),
    authorId: z.exactOptional(givenMemberId),
    submittedAt: z.exactOptional(givenInstant),
    photos: z.exactOptional(contentPhotos),
  })
  .register(z.globalRegistry, {
    id: 'SlipCorrection',
    description:
      'Without authorId, submittedAt or photos, these stay as they were. Without a department, it stays too, or follows a corrected author whose own it was',
  });

const actor = z
  .object({ kind: z.enum(['member', 'unnamed', 'cycle']), id: z.optional(memberId) })
  .register(z.globalRegistry, {
    id: 'Actor',
    description: 'cycle: done by the calendar, not by a person',
  });

const formerContent = {
  title: z.string(),
  problem: z.string(),
  proposal: z.string(),
  category,
  department: z.optional(department),
  expectedBenefit: z.optional(yuan),
};

export const reasonCode = z.enum(REASON_CODES).register(z.globalRegistry, {
  id: 'ReasonCode',
  description:
    'The rule by which the ballot decided, instead of a reason that somebody wrote; to be worded for the reader',
});

const ideaFacts = {
  id: ideaId,
  organization: organizationId,
  round: roundId,
  agendaRound: roundId,
  status: ideaStatus,
  version: z.int(),
  title: z.string(),
  problem: z.string(),
  proposal: z.string(),
  category,
  department: z.optional(department),
  expectedBenefit: z.optional(yuan),
  authorId: z.optional(memberId),
  authorHidden: z.optional(z.literal(true)).register(z.globalRegistry, {
    description:
      'The organization hides the authors from employees until the decision; then authorId and coAuthors come',
  }),
  authorDepartment: z.optional(department).register(z.globalRegistry, {
    description: 'The author’s department, in place of a hidden author',
  }),
  unnamed: z.boolean(),
  claimable: z.boolean().register(z.globalRegistry, {
    description: 'Whether the anonymous author may still come forward with the claim code',
  }),
  submittedAt: instant,
  coAuthors: z.array(memberId).register(z.globalRegistry, {
    description: 'Those whom the author names, and those whose ideas were merged into this one',
  }),
  carriedOver: z.boolean().register(z.globalRegistry, {
    description: 'Whether it waits for a later round than the one it was submitted for',
  }),
  note: z.optional(
    z.string().register(z.globalRegistry, { description: 'What its author is asked to change' }),
  ),
  into: z.optional(ideaId),
  decision: z.optional(
    z.object({
      outcome: decisionOutcome,
      at: instant,
      by: actor,
      round: roundId,
      reason: z.optional(z.string()),
      reasonCode: z.optional(reasonCode),
      reply: z.optional(z.string()),
      /** Absent for a secret ballot without a quorum. */
      tally: z.optional(tally),
      eligible: z.optional(count).register(z.globalRegistry, {
        description:
          'How many could vote. Not there, nor the quorum, where a secretary declined it without a ballot',
      }),
      quorum: z.optional(count),
    }),
  ),
  excellent: z.boolean().register(z.globalRegistry, {
    description: 'Whether the committee has named it excellent 优秀金点子',
  }),
  appeal: z.optional(
    z.object({ at: instant, rejectedAt: z.optional(instant) }).register(z.globalRegistry, {
      description:
        'Of a declined idea: the author’s appeal, open until it is rejected. Its words are in the history, and so is one that was upheld',
    }),
  ),
  photos: shownPhotos,
  ...workFacts,
};

const supportFacts = {
  supports: count,
  comments: z
    .int()
    .check(z.minimum(0))
    .register(z.globalRegistry, { description: 'How many there are that everybody may read' }),
  supported: z.boolean().register(z.globalRegistry, { description: 'Whether the reader backs it' }),
};

const nextStep = z
  .object({
    step: z.enum(NEXT_STEPS),
    by: z.optional(instant),
    due: z.optional(localDate),
  })
  .register(z.globalRegistry, {
    id: 'NextStep',
    description: 'What the idea waits for, and until when; of work, its last day',
  });

const tracker = z
  .object({ at: z.enum(TRACKER_STEPS), state: z.enum(['under-way', 'done', 'ended']) })
  .register(z.globalRegistry, {
    id: 'TrackerPosition',
    description:
      'The step that the idea has reached, 提交 · 初审 · 表决 · 实施 · 验收; those before it are done. ended: it goes no further',
  });

const progressFacts = { nextStep, tracker };

/** What a row of a list has besides an idea's facts. */
const rowFacts = {
  excerpt: z.string().register(z.globalRegistry, {
    description: 'The beginning of what is wrong today, in one line',
  }),
  ...progressFacts,
};

/** Why an idea was deferred last time. */
const deferralFacts = {
  lastDeferral: z.optional(
    z.object({
      round: roundId,
      at: instant,
      reason: z.optional(z.string()),
      reasonCode: z.optional(reasonCode),
      tally: z.optional(tally),
    }),
  ),
};

/** An opinion before the ballot: for the committee, the secretary and whoever gives it. */
const adviceFacts = {
  referral: z.optional(z.object({ adviser: memberId, at: instant })),
  opinion: z.optional(z.object({ by: memberId, at: instant, text: z.string() })),
};

export const idea = z.object(ideaFacts).register(z.globalRegistry, { id: 'Idea' });

export const listedIdea = z
  .object({ ...ideaFacts, ...rowFacts, ...supportFacts })
  .register(z.globalRegistry, { id: 'ListedIdea' });

export const agendaItem = z
  .object({
    number: z.int().register(z.globalRegistry, { description: 'Its number on the agenda, from 1' }),
    ...ideaFacts,
    ...rowFacts,
    ...deferralFacts,
    ...supportFacts,
    ...adviceFacts,
    ballot,
  })
  .register(z.globalRegistry, { id: 'AgendaItem' });

/** An idea of a contact's department, or one that was referred to the reader. */
export const contactIdea = z
  .object({ ...ideaFacts, ...rowFacts, ...supportFacts, ...adviceFacts })
  .register(z.globalRegistry, { id: 'ContactIdea' });

export const newReferral = z
  .strictObject({ adviser: z.exactOptional(givenMemberId) })
  .register(z.globalRegistry, {
    id: 'NewReferral',
    description: 'Without an adviser, the contact of the idea’s department',
  });

export const newOpinion = z
  .strictObject({ text: lines(REASON, 'The opinion') })
  .register(z.globalRegistry, { id: 'NewOpinion' });

/** An idea with an owner. */
export const workItem = z
  .object({ ...ideaFacts, ...rowFacts, reward: z.optional(reward) })
  .register(z.globalRegistry, { id: 'WorkItem', description: 'reward is for managers' });

const text = z.string();
const ideaState = z.enum(IDEA_STATUSES);
const entry = { at: instant, by: actor, from: z.optional(ideaState), to: ideaState };
const words = { reason: z.optional(text), reply: z.optional(text) };

/**
 * An act and its content, as far as every member may see it: of a reward, only that it was approved
 * or paid.
 */
export const historyEntry = z
  .discriminatedUnion('act', [
    z.object({
      act: z.enum([
        'withdraw',
        'list',
        'unmerge',
        'claim',
        'acknowledge',
        'approve-reward',
        'pay-reward',
        'name-excellent',
        'unname-excellent',
        // How content the author is, only a few may see.
        'rate-outcome',
        'decline-authorship',
        // What the opinion is, only the committee may see.
        'give-opinion',
      ]),
      ...entry,
    }),
    z.object({ act: z.literal('submit'), ...entry, coAuthorIds: z.optional(z.array(memberId)) }),
    z.object({ act: z.enum(['return', 'reopen', 'send-back', 'abandon']), ...entry, reason: text }),
    z.object({
      act: z.literal('revise'),
      ...entry,
      former: z.object(formerContent),
      coAuthorIds: z.optional(z.array(memberId)),
    }),
    z.object({
      act: z.literal('correct'),
      ...entry,
      former: z.object({
        ...formerContent,
        authorId: z.optional(memberId),
        submittedAt: instant,
      }),
    }),
    z.object({ act: z.literal('take-back'), ...entry, reason: z.optional(text) }),
    z.object({ act: z.literal('refer'), ...entry, referredTo: memberId }),
    z.object({ act: z.literal('merge'), ...entry, into: ideaId }),
    z.object({ act: z.enum(['absorb', 'release']), ...entry, idea: ideaId }),
    z.object({ act: z.literal('adopt'), ...entry, ...words }),
    z.object({
      act: z.enum(['decline', 'defer']),
      ...entry,
      ...words,
      reasonCode: z.optional(reasonCode),
    }),
    z.object({ act: z.literal('dismiss'), ...entry, ...words, reason: text }),
    z.object({ act: z.literal('appeal'), ...entry, text }),
    z.object({
      act: z.literal('answer-appeal'),
      ...entry,
      outcome: z.enum(APPEAL_OUTCOMES),
      reply: text,
    }),
    z.object({ act: z.literal('reply'), ...entry, reply: text }),
    z.object({ act: z.enum(['assign', 'reassign']), ...entry, owner: memberId, due: localDate }),
    z.object({ act: z.literal('report'), ...entry, progress: percent, note: text }),
    z.object({ act: z.literal('complete'), ...entry, done: text, claimedBenefit: yuan }),
    z.object({ act: z.literal('accept'), ...entry, verifiedBenefit: yuan }),
  ])
  .register(z.globalRegistry, { id: 'HistoryEntry' });

export const rating = z
  .object({ at: instant, satisfaction: z.enum(SATISFACTIONS), word: z.optional(text) })
  .register(z.globalRegistry, {
    id: 'Rating',
    description: 'How content the author is with the outcome: 满意, 一般, 不满意',
  });

export const ideaDetail = z
  .object({
    ...ideaFacts,
    ...progressFacts,
    ...deferralFacts,
    ...supportFacts,
    ...adviceFacts,
    ballot,
    ...votesCast,
    history: z.array(historyEntry),
    reward: z.optional(reward),
    rating: z.optional(rating),
  })
  .register(z.globalRegistry, {
    id: 'IdeaDetail',
    description:
      'reward is for managers and the idea’s authors, rating for chair, secretary, managers and its author',
  });

export const support = z
  .object({ supported: z.boolean() })
  .register(z.globalRegistry, { id: 'Support' });
