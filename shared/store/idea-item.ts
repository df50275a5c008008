/**
 * How ideas are read back, each state with what only it has, and which attributes an idea's item has besides for the indexes. An
 * item that does not fit is a bug and throws.
 */
import * as z from 'zod/mini';
import { DECISION_OUTCOMES } from '../domain/decision.ts';
import type { HistoryEntry } from '../domain/history.ts';
import { type Idea, implementationOf } from '../domain/idea.ts';
import { isLocalDate } from '../domain/instant.ts';
import type { Reward } from '../domain/reward.ts';
import { IDEA_STATUSES } from '../domain/transitions.ts';
import { dutyOf, workStateOf } from '../domain/work.ts';
import { ideaKey } from './keys.ts';
import type { Item } from './reading.ts';
import {
  branded,
  category,
  department,
  ideaId,
  instant,
  memberId,
  organizationId,
  roundId,
} from './schema.ts';

const number = z.number();
const text = z.string();
const optionalText = z.exactOptional(text);
const localDate = branded(isLocalDate);
const status = z.enum(IDEA_STATUSES);

const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), id: memberId }),
  z.object({ kind: z.literal('unnamed') }),
  z.object({ kind: z.literal('cycle') }),
]);
const result = z.object({
  tally: z.object({ approve: number, oppose: number, abstain: number }),
  eligible: number,
  quorum: number,
  quorate: z.boolean(),
  outcome: z.enum(DECISION_OUTCOMES),
});
const content = {
  title: text,
  problem: text,
  proposal: text,
  category,
  department: z.exactOptional(department),
  expectedBenefit: z.exactOptional(number),
};
const coAuthor = z.object({ id: memberId, department: z.exactOptional(department), via: ideaId });
const proposal = z.object({ least: number, most: number, proposed: number });
const shares = z.array(z.object({ member: memberId, fen: number }));
const words = { reason: optionalText, reply: optionalText };

const entry = { at: instant, by: actor, from: z.exactOptional(status), to: status };
const act = <Act extends string>(name: Act) => ({ ...entry, act: z.literal(name) });

const historyEntry = z.discriminatedUnion('act', [
  z.object(act('submit')),
  z.object({ ...act('return'), reason: text }),
  z.object({ ...act('revise'), former: z.object(content), agendaRound: roundId }),
  z.object(act('withdraw')),
  z.object({ ...act('list'), agendaRound: roundId }),
  z.object({ ...act('merge'), into: ideaId }),
  z.object({ ...act('unmerge'), agendaRound: roundId }),
  z.object({ ...act('absorb'), idea: ideaId, coAuthors: z.array(coAuthor) }),
  z.object({ ...act('release'), idea: ideaId }),
  z.object({ ...act('acknowledge'), coAuthor }),
  z.object({ ...act('adopt'), result, ...words }),
  z.object({ ...entry, act: z.enum(['decline', 'defer']), result, ...words, reason: text }),
  z.object({ ...act('reopen'), reason: text, agendaRound: roundId }),
  z.object({ ...act('reply'), reply: text }),
  z.object({ ...entry, act: z.enum(['assign', 'reassign']), owner: memberId, due: localDate }),
  z.object({ ...act('report'), progress: number, note: text }),
  z.object({ ...act('complete'), done: text, claimedBenefit: number }),
  z.object({ ...act('send-back'), reason: text }),
  z.object({ ...act('accept'), verifiedBenefit: number, proposal }),
  z.object({ ...act('abandon'), reason: text }),
  z.object({ ...act('approve-reward'), amount: number, shares }),
  z.object(act('pay-reward')),
  z.object({ ...act('claim'), department }),
]) satisfies z.ZodMiniType<HistoryEntry>;

const base = {
  id: ideaId,
  organization: organizationId,
  round: roundId,
  agendaRound: roundId,
  ...content,
  authorId: z.exactOptional(memberId),
  authorDepartment: z.exactOptional(department),
  coAuthors: z.array(coAuthor),
  submittedAt: instant,
  version: number,
  history: z.array(historyEntry),
};
const decision = { at: instant, by: actor, round: roundId, result, ...words };
const adopted = z.object({ ...decision, outcome: z.literal('adopted') });
const implementation = z.object({
  owner: memberId,
  due: localDate,
  assignedAt: instant,
  progress: number,
  note: optionalText,
  reportedAt: z.exactOptional(instant),
});
const completion = z.object({ at: instant, done: text, claimedBenefit: number });
const approved = { proposal, amount: number, shares, approvedBy: memberId, approvedAt: instant };
const reward = z.discriminatedUnion('state', [
  z.object({ state: z.literal('proposed'), proposal }),
  z.object({ state: z.literal('approved'), ...approved }),
  z.object({ state: z.literal('paid'), ...approved, paidBy: memberId, paidAt: instant }),
]) satisfies z.ZodMiniType<Reward>;

export const ideaItem = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('submitted') }),
  z.object({ ...base, status: z.literal('returned'), note: text }),
  z.object({ ...base, status: z.literal('on-agenda') }),
  z.object({ ...base, status: z.literal('adopted'), decision: adopted }),
  z.object({
    ...base,
    status: z.literal('declined'),
    decision: z.object({ ...decision, outcome: z.literal('declined'), reason: text }),
  }),
  z.object({
    ...base,
    status: z.literal('deferred'),
    decision: z.object({ ...decision, outcome: z.literal('deferred'), reason: text }),
  }),
  z.object({ ...base, status: z.literal('implementing'), decision: adopted, implementation }),
  z.object({ ...base, status: z.literal('completed'), decision: adopted, implementation, completion }),
  z.object({
    ...base,
    status: z.literal('accepted'),
    decision: adopted,
    implementation,
    completion,
    acceptance: z.object({ at: instant, by: memberId, verifiedBenefit: number }),
    reward,
  }),
  z.object({
    ...base,
    status: z.literal('abandoned'),
    decision: adopted,
    implementation: z.exactOptional(implementation),
    abandonment: z.object({ at: instant, by: actor, reason: text }),
  }),
  z.object({ ...base, status: z.literal('withdrawn') }),
  z.object({ ...base, status: z.literal('merged'), into: ideaId }),
]) satisfies z.ZodMiniType<Idea>;

/**
 * An idea as it is stored. The owner and the due day of its implementation stand beside it for the indexes: `owner` and `duty` as
 * long as somebody has one, `openWork` only while it is being carried out, or waits to be accepted or rewarded.
 */
export function toItem(idea: Idea): Item {
  const implementation = implementationOf(idea);
  const duty = dutyOf(idea);
  const openWork = workStateOf(idea);
  return {
    ...ideaKey(idea.organization, idea.id),
    type: 'idea',
    ...idea,
    ...(implementation && { owner: implementation.owner, due: implementation.due }),
    ...(duty && { duty }),
    ...(openWork && { openWork }),
  };
}
