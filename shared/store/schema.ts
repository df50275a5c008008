/**
 * How items are read back. What comes out of the table is parsed like any other input, so that the code behind this edge can
 * trust its types; an item that does not fit is a bug and throws.
 */
import * as z from 'zod/mini';
import { CHOICES, type Vote } from '../domain/ballot.ts';
import { DECISION_OUTCOMES } from '../domain/decision.ts';
import type { Idea } from '../domain/idea.ts';
import {
  isCategory,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isRoundId,
  isSubject,
  isZoneId,
} from '../domain/ids.ts';
import { isInstant } from '../domain/instant.ts';
import {
  type Member,
  type Organization,
  ROLES,
  ZONE_ROLES,
  type ZoneMember,
} from '../domain/organization.ts';
import type { Round } from '../domain/round.ts';
import { IDEA_STATUSES, TRANSITIONS } from '../domain/transitions.ts';

const branded = <Value extends string>(is: (text: string) => text is Value) =>
  z.custom<Value>(value => typeof value === 'string' && is(value));

export const organizationId = branded(isOrganizationId);
const memberId = branded(isMemberId);
export const roundId = branded(isRoundId);
export const ideaId = branded(isIdeaId);
export const instant = branded(isInstant);
export const department = branded(isDepartment);
export const category = branded(isCategory);
const zoneId = branded(isZoneId);
const subject = branded(isSubject);
const number = z.number();

const share = z.object({ numerator: number, denominator: number });
const rules = z.object({ ballot: z.enum(['open', 'secret']), quorumShare: share, threshold: share });

export const organizationItem = z.object({
  id: organizationId,
  name: z.string(),
  zone: z.exactOptional(zoneId),
  district: z.exactOptional(z.string()),
  calendar: z.object({
    timeZone: z.string(),
    day: number,
    opensAt: z.string(),
    votingDays: number,
    closesAt: z.string(),
    publicationDays: number,
    movedDays: z.record(z.string(), z.string()),
  }),
  rules,
  targets: z.object({ ideas: number, adoptionRate: share }),
  departments: z.array(department),
  categories: z.array(category),
}) satisfies z.ZodMiniType<Organization>;

export const memberItem = z.object({
  organization: organizationId,
  id: memberId,
  subject,
  roles: z.array(z.enum(ROLES)),
  department,
}) satisfies z.ZodMiniType<Member>;

export const zoneMemberItem = z.object({
  zone: zoneId,
  id: memberId,
  subject,
  roles: z.array(z.enum(ZONE_ROLES)),
  districts: z.array(z.string()),
}) satisfies z.ZodMiniType<ZoneMember>;

const roundFacts = {
  organization: organizationId,
  id: roundId,
  schedule: z.object({
    day: z.string(),
    opensAt: instant,
    intakeEndsAt: instant,
    closesAt: instant,
    publishesAt: instant,
  }),
};
const opened = { openedAt: instant, electorate: z.array(memberId), rules };

export const roundItem = z.discriminatedUnion('state', [
  z.object({ ...roundFacts, state: z.literal('collecting') }),
  z.object({ ...roundFacts, ...opened, state: z.literal('deliberating'), intakeEnded: z.boolean() }),
  z.object({ ...roundFacts, ...opened, state: z.literal('decided'), closedAt: instant }),
  z.object({
    ...roundFacts,
    ...opened,
    state: z.literal('published'),
    closedAt: instant,
    publishedAt: instant,
  }),
]) satisfies z.ZodMiniType<Round>;

const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), id: memberId }),
  z.object({ kind: z.literal('unnamed') }),
  z.object({ kind: z.literal('cycle') }),
]);
const tally = z.object({ approve: number, oppose: number, abstain: number });
const result = z.object({
  tally,
  eligible: number,
  quorum: number,
  quorate: z.boolean(),
  outcome: z.enum(DECISION_OUTCOMES),
});
const status = z.enum(IDEA_STATUSES);
const acts = z.enum(['submit', ...keysOf(TRANSITIONS)]);

const ideaFacts = {
  id: ideaId,
  organization: organizationId,
  round: roundId,
  agendaRound: roundId,
  title: z.string(),
  problem: z.string(),
  proposal: z.string(),
  category,
  department: z.exactOptional(department),
  expectedBenefit: z.exactOptional(number),
  authorId: z.exactOptional(memberId),
  authorDepartment: z.exactOptional(department),
  submittedAt: instant,
  version: number,
  history: z.array(
    z.object({
      act: acts,
      at: instant,
      by: actor,
      from: z.exactOptional(status),
      to: status,
      reason: z.exactOptional(z.string()),
    }),
  ),
};
const decisionFacts = { at: instant, by: actor, round: roundId, result };

export const ideaItem = z.discriminatedUnion('status', [
  z.object({ ...ideaFacts, status: z.literal('submitted') }),
  z.object({ ...ideaFacts, status: z.literal('on-agenda') }),
  z.object({
    ...ideaFacts,
    status: z.literal('adopted'),
    decision: z.object({
      ...decisionFacts,
      outcome: z.literal('adopted'),
      reason: z.exactOptional(z.string()),
    }),
  }),
  z.object({
    ...ideaFacts,
    status: z.literal('declined'),
    decision: z.object({ ...decisionFacts, outcome: z.literal('declined'), reason: z.string() }),
  }),
  z.object({
    ...ideaFacts,
    status: z.literal('deferred'),
    decision: z.object({ ...decisionFacts, outcome: z.literal('deferred'), reason: z.string() }),
  }),
  z.object({ ...ideaFacts, status: z.literal('withdrawn') }),
]) satisfies z.ZodMiniType<Idea>;

export const voteItem = z.object({
  round: roundId,
  voter: memberId,
  choice: z.enum(CHOICES),
  comment: z.exactOptional(z.string()),
  castAt: instant,
}) satisfies z.ZodMiniType<Vote>;

function keysOf<Table extends Record<string, unknown>>(table: Table): (keyof Table & string)[] {
  const isKey = (key: string): key is keyof Table & string => key in table;
  return Object.keys(table).filter(isKey);
}
