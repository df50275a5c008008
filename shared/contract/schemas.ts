/**
 * What goes in and what comes out: the bodies of requests (unknown fields are refused) and of replies (checked before they
 * leave, so that nothing slips out that the contract does not name).
 */
import * as z from 'zod/mini';
import { ROLES, ZONE_ROLES } from '../domain/organization.ts';
import { ROUND_STATES } from '../domain/round.ts';
import { BODY, COMMENT, REASON, TITLE } from '../domain/text.ts';
import { IDEA_STATUSES } from '../domain/transitions.ts';
import {
  category,
  choice,
  count,
  decisionOutcome,
  department,
  givenInstant,
  ideaId,
  ideaStatus,
  instant,
  line,
  lines,
  memberId,
  organizationId,
  rate,
  roundId,
  yuan,
  zoneId,
} from './fields.ts';

// Requests

export const newIdea = z
  .strictObject({
    title: line(TITLE, 'Title 建议名称'),
    category,
    problem: lines(BODY, 'What is wrong today 现状分析'),
    proposal: lines(BODY, 'What to do about it 改进措施'),
    expectedBenefit: z.exactOptional(yuan),
    unnamed: z.exactOptional(
      z.boolean().register(z.globalRegistry, { description: 'Hand in without a name; no author is kept' }),
    ),
    department: z.exactOptional(department),
    authorId: z.exactOptional(memberId),
    submittedAt: z.exactOptional(givenInstant),
  })
  .register(z.globalRegistry, {
    id: 'NewIdea',
    description:
      'authorId and submittedAt (the time on the slip) are for a secretary handing in for a member',
  });

export const newVote = z
  .strictObject({ choice, comment: z.exactOptional(lines(COMMENT, 'Comment')) })
  .register(z.globalRegistry, { id: 'NewVote' });

export const newDecision = z
  .strictObject({ outcome: decisionOutcome, reason: z.exactOptional(lines(REASON, 'Reason')) })
  .register(z.globalRegistry, {
    id: 'NewDecision',
    description: 'A reason is needed to decline or defer',
  });

/** The columns of the paper slip's form, as a secretary's spreadsheet heads them, and the fields they fill. */
export const SLIP_COLUMNS = {
  序号: 'number',
  工号: 'authorId',
  部门: 'department',
  类别: 'category',
  建议名称: 'title',
  现状分析: 'problem',
  改进措施: 'proposal',
  '预期年效益(元)': 'expectedBenefit',
  提交时间: 'submittedAt',
} as const;

// Replies

export const problem = z
  .object({
    type: z
      .string()
      .register(z.globalRegistry, { description: 'Names the kind of problem; ends in its code' }),
    title: z.string(),
    status: z.int(),
    detail: z.optional(z.string()),
    code: z.string(),
    requestId: z.optional(z.string()),
    errors: z.optional(
      z.array(
        z.object({
          field: z.string(),
          rule: z.string(),
          detail: z.string(),
        }),
      ),
    ),
  })
  .register(z.globalRegistry, { id: 'Problem', description: 'RFC 9457 problem details' });

const share = z.object({ numerator: count, denominator: count });

export const me = z
  .object({
    subject: z.string(),
    memberships: z.array(
      z.object({
        organization: organizationId,
        organizationName: z.string(),
        memberId,
        roles: z.array(z.enum(ROLES)),
        department,
      }),
    ),
    zones: z.array(
      z.object({
        zone: zoneId,
        memberId,
        roles: z.array(z.enum(ZONE_ROLES)),
        districts: z.array(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'Me' });

export const organization = z
  .object({
    id: organizationId,
    name: z.string(),
    zone: z.optional(zoneId),
    district: z.optional(z.string()),
    calendar: z.object({
      timeZone: z.string(),
      day: z.int(),
      opensAt: z.string(),
      votingDays: z.int(),
      closesAt: z.string(),
      publicationDays: z.int(),
      movedDays: z.record(z.string(), z.string()),
    }),
    rules: z.object({ ballot: z.enum(['open', 'secret']), quorumShare: share, threshold: share }),
    targets: z.object({ ideas: count, adoptionRate: share }),
    departments: z.array(department),
    categories: z.array(category),
    currentRound: roundId,
  })
  .register(z.globalRegistry, {
    id: 'Organization',
    description: 'currentRound is the one that takes ideas now',
  });

export const round = z
  .object({
    id: roundId,
    state: z.enum(ROUND_STATES),
    day: z.string().register(z.globalRegistry, { format: 'date', description: 'The deliberation day' }),
    opensAt: instant,
    intakeEndsAt: instant,
    closesAt: instant,
    publishesAt: instant,
    openedAt: z.optional(instant),
    closedAt: z.optional(instant),
    publishedAt: z.optional(instant),
    electorate: z.optional(z.array(memberId)),
  })
  .register(z.globalRegistry, { id: 'Round' });

const tally = z
  .object({ approve: count, oppose: count, abstain: count })
  .register(z.globalRegistry, { id: 'Tally' });

const actor = z
  .object({ kind: z.enum(['member', 'unnamed', 'cycle']), id: z.optional(memberId) })
  .register(z.globalRegistry, { id: 'Actor', description: 'cycle: done by the calendar, not by a person' });

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
  unnamed: z.boolean(),
  submittedAt: instant,
  decision: z.optional(
    z.object({
      outcome: decisionOutcome,
      at: instant,
      by: actor,
      round: roundId,
      reason: z.optional(z.string()),
      tally,
      eligible: count,
      quorum: count,
    }),
  ),
};

const supportFacts = {
  supports: count,
  supported: z.boolean().register(z.globalRegistry, { description: 'Whether the reader backs it' }),
};

const ballot = z
  .object({
    state: z.enum(['not-open', 'open', 'closed']),
    mayVote: z.boolean(),
    myVote: z.nullable(choice),
    tally: z.nullable(tally),
    eligible: z.optional(count),
    quorum: z.optional(count),
  })
  .register(z.globalRegistry, {
    id: 'Ballot',
    description: 'tally is null while the ballot is open and the reader has not voted',
  });

export const idea = z.object(ideaFacts).register(z.globalRegistry, { id: 'Idea' });

export const listedIdea = z
  .object({ ...ideaFacts, ...supportFacts })
  .register(z.globalRegistry, { id: 'ListedIdea' });

export const agendaItem = z
  .object({ ...ideaFacts, ...supportFacts, ballot })
  .register(z.globalRegistry, { id: 'AgendaItem' });

export const ideaDetail = z
  .object({
    ...ideaFacts,
    ...supportFacts,
    ballot,
    history: z.array(
      z.object({
        act: z.string(),
        at: instant,
        by: actor,
        from: z.optional(z.enum(IDEA_STATUSES)),
        to: z.enum(IDEA_STATUSES),
        reason: z.optional(z.string()),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'IdeaDetail' });

export const support = z.object({ supported: z.boolean() }).register(z.globalRegistry, { id: 'Support' });

export const vote = z
  .object({ choice, comment: z.optional(z.string()), castAt: instant, tally })
  .register(z.globalRegistry, { id: 'Vote' });

export const importReply = z
  .object({
    created: count,
    duplicates: count,
    rejected: count,
    rows: z.array(
      z.object({
        row: count.register(z.globalRegistry, {
          description: 'The row of the file, the first after the header being 1',
        }),
        outcome: z.enum(['created', 'duplicate', 'rejected']),
        ideaId: z.optional(ideaId),
        problem: z.optional(problem),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'Import' });

const numbers = {
  submitted: count,
  adopted: count,
  declined: count,
  decided: count,
  deferred: count,
  undecided: count,
  adoptionRate: rate,
  adoptionRateOfDecided: rate,
  decisionRate: rate,
  daysToDecision: z.object({ mean: z.nullable(z.number()), percentile90: z.nullable(z.int()) }),
};

const statisticsFacts = {
  total: z.object({ ...numbers, participation: rate }),
  departments: z.array(z.object({ name: department, ...numbers, participation: rate })),
  categories: z.array(z.object({ name: category, ...numbers })),
};

export const statistics = z
  .object({ round: roundId, state: z.enum(ROUND_STATES), ...statisticsFacts })
  .register(z.globalRegistry, { id: 'Statistics' });

const bulletinEntry = z.object({
  id: ideaId,
  title: z.string(),
  category,
  department: z.optional(department),
  status: ideaStatus,
  reason: z.optional(z.string()),
  tally: z.optional(tally),
});

export const bulletin = z
  .object({
    round: roundId,
    publishedAt: instant,
    statistics: z.object(statisticsFacts),
    items: z.array(bulletinEntry),
    nextCursor: z.optional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'Bulletin',
    description: 'The numbers and the list as they were published',
  });

/** A page of a list; `nextCursor` is there where the list goes on. */
export const listOf = <Item extends z.ZodMiniType, Cursor extends z.ZodMiniType>(
  item: Item,
  cursor: Cursor,
) => z.object({ items: z.array(item), nextCursor: z.exactOptional(cursor) });
