/**
 * Parses ideas, each state with its own attributes, and adds the index attributes of an idea's
 * item. An item that does not fit is a bug and throws.
 */
import * as z from 'zod/mini';
import { DECISION_OUTCOMES, type ReasonCode, SATISFACTIONS } from '../domain/idea/decision.ts';
import type { HistoryEntry } from '../domain/idea/history.ts';
import { type Idea, implementationOf, type Reward } from '../domain/idea/idea.ts';
import { IDEA_STATUSES } from '../domain/idea/lifecycle.ts';
import { UNANSWERED, unansweredOf } from '../domain/idea/unanswered.ts';
import { DUTIES, dutyOf, WORK_STATES, workStateOf } from '../domain/idea/work.ts';
import { isLocalDate } from '../domain/kernel/instant.ts';
import { ideaKey } from './keys.ts';
import type { Item } from './query.ts';
import { withReasonCodes } from './reason-sentences.ts';
import {
  branded,
  category,
  department,
  ideaId,
  instant,
  memberId,
  organizationId,
  photoId,
  roundId,
} from './schema.ts';
import { storedItem } from './stored-item.ts';

const text = z.string();
const localDate = branded(isLocalDate);

export const ideaItem = storedItem<Idea>()({
  type: 'idea',
  beside: {
    owner: z.exactOptional(memberId),
    due: z.exactOptional(z.union([localDate, instant])),
    duty: z.exactOptional(z.enum(DUTIES)),
    openWork: z.exactOptional(z.enum([...WORK_STATES, ...UNANSWERED])),
    fingerprint: z.exactOptional(text),
  },
  /**
   * Before version 2 every result had a tally, before version 3 every decision a result. Before
   * version 4 the ballot's rules were stored as sentences, no author named another, and there were
   * no ratings, appeals, honours or
   * corrections. Before version 5 there were no photos.
   */
  upgraders: [item => item, item => item, withReasonCodes, item => item],
  shape: ideaShape,
});

function ideaShape() {
  const number = z.number();
  const optionalText = z.exactOptional(text);
  const status = z.enum(IDEA_STATUSES);

  const actor = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('member'), id: memberId }),
    z.strictObject({ kind: z.literal('unnamed') }),
    z.strictObject({ kind: z.literal('cycle') }),
  ]);
  const result = z.strictObject({
    tally: z.exactOptional(z.strictObject({ approve: number, oppose: number, abstain: number })),
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
    photos: z.exactOptional(
      z.array(
        z.strictObject({ id: photoId, of: z.enum(['problem', 'proposal']), alt: optionalText }),
      ),
    ),
  };
  const resultPhotos = {
    photos: z.exactOptional(
      z.array(z.strictObject({ id: photoId, of: z.literal('result'), alt: optionalText })),
    ),
  };
  const coAuthor = z.strictObject({
    id: memberId,
    department: z.exactOptional(department),
    via: z.exactOptional(ideaId),
  });
  const coAuthors = z.array(coAuthor);
  const proposal = z.strictObject({ least: number, most: number, proposed: number });
  const shares = z.array(z.strictObject({ member: memberId, fen: number }));
  const words = { reason: optionalText, reply: optionalText };
  const satisfaction = z.enum(SATISFACTIONS);

  const entry = { at: instant, by: actor, from: z.exactOptional(status), to: status };
  const act = <Act extends string>(name: Act) => ({ ...entry, act: z.literal(name) });

  const replied = { reply: optionalText };
  const written = { reason: text };
  const ruled = <Code extends ReasonCode>(code: Code) => ({ reasonCode: z.literal(code) });

  const otherEntry = z.discriminatedUnion('act', [
    z.strictObject({ ...act('submit'), coAuthors: z.exactOptional(coAuthors) }),
    z.strictObject({ ...act('return'), reason: text }),
    z.strictObject({
      ...act('revise'),
      former: z.strictObject(content),
      agendaRound: roundId,
      coAuthors: z.exactOptional(coAuthors),
    }),
    z.strictObject(act('withdraw')),
    z.strictObject({
      ...act('correct'),
      former: z.strictObject({
        ...content,
        authorId: z.exactOptional(memberId),
        authorDepartment: z.exactOptional(department),
        submittedAt: instant,
      }),
    }),
    z.strictObject({ ...act('take-back'), reason: optionalText }),
    z.strictObject({ ...act('list'), agendaRound: roundId }),
    z.strictObject({ ...act('merge'), into: ideaId }),
    z.strictObject({ ...act('unmerge'), agendaRound: roundId }),
    z.strictObject({ ...act('absorb'), idea: ideaId, coAuthors }),
    z.strictObject({ ...act('release'), idea: ideaId }),
    z.strictObject({ ...act('acknowledge'), coAuthor }),
    z.strictObject({ ...act('decline-authorship'), recused: z.boolean() }),
    z.strictObject({ ...act('refer'), referredTo: memberId }),
    z.strictObject({ ...act('give-opinion'), opinion: text }),
    z.strictObject({ ...act('adopt'), result, ...words }),
    z.strictObject({ ...act('dismiss'), ...words, reason: text, agendaRound: roundId }),
    z.strictObject({ ...act('reopen'), reason: text, agendaRound: roundId }),
    z.strictObject({ ...act('reply'), reply: text }),
    z.strictObject({
      ...entry,
      act: z.enum(['assign', 'reassign']),
      owner: memberId,
      due: localDate,
    }),
    z.strictObject({ ...act('report'), progress: number, note: text }),
    z.strictObject({ ...act('complete'), done: text, claimedBenefit: number, ...resultPhotos }),
    z.strictObject({ ...act('send-back'), reason: text }),
    z.strictObject({ ...act('accept'), verifiedBenefit: number, proposal }),
    z.strictObject({ ...act('abandon'), reason: text }),
    z.strictObject({ ...act('approve-reward'), amount: number, shares }),
    z.strictObject(act('pay-reward')),
    z.strictObject({ ...entry, act: z.enum(['name-excellent', 'unname-excellent']) }),
    z.strictObject({ ...act('rate-outcome'), satisfaction, word: optionalText }),
    z.strictObject({ ...act('appeal'), text }),
    z.strictObject({ ...act('claim'), department }),
  ]);
  const answer = { ...act('answer-appeal'), reply: text };
  const historyEntry = z.union([
    otherEntry,
    z.strictObject({ ...act('decline'), result, ...replied, ...written }),
    z.strictObject({ ...act('decline'), result, ...replied, ...ruled('not-approved') }),
    z.strictObject({ ...act('defer'), result, ...replied, ...written }),
    z.strictObject({ ...act('defer'), result, ...replied, ...ruled('no-quorum') }),
    z.strictObject({ ...answer, outcome: z.literal('rejected') }),
    z.strictObject({ ...answer, outcome: z.literal('upheld'), agendaRound: roundId }),
  ]) satisfies z.ZodMiniType<HistoryEntry>;

  const base = {
    id: ideaId,
    organization: organizationId,
    round: roundId,
    agendaRound: roundId,
    ...content,
    authorId: z.exactOptional(memberId),
    authorDepartment: z.exactOptional(department),
    coAuthors,
    submittedAt: instant,
    version: number,
    history: z.array(historyEntry),
  };
  const decision = { at: instant, by: actor, round: roundId, ...replied };
  const rated = {
    rating: z.exactOptional(z.strictObject({ at: instant, satisfaction, word: optionalText })),
  };
  const adopted = z.strictObject({
    ...decision,
    outcome: z.literal('adopted'),
    result,
    reason: optionalText,
    ...rated,
    excellent: z.exactOptional(z.strictObject({ at: instant, by: memberId })),
  });
  const declined = { ...decision, outcome: z.literal('declined'), ...rated };
  const deferred = { ...decision, outcome: z.literal('deferred'), result };
  const implementation = z.strictObject({
    owner: memberId,
    due: localDate,
    assignedAt: instant,
    progress: number,
    note: optionalText,
    reportedAt: z.exactOptional(instant),
  });
  const completion = z.strictObject({
    at: instant,
    done: text,
    claimedBenefit: number,
    ...resultPhotos,
  });
  const approved = { proposal, amount: number, shares, approvedBy: memberId, approvedAt: instant };
  const reward = z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('proposed'), proposal }),
    z.strictObject({ state: z.literal('approved'), ...approved }),
    z.strictObject({ state: z.literal('paid'), ...approved, paidBy: memberId, paidAt: instant }),
  ]) satisfies z.ZodMiniType<Reward>;

  return z.discriminatedUnion('status', [
    z.strictObject({ ...base, status: z.literal('submitted') }),
    z.strictObject({ ...base, status: z.literal('returned'), note: text }),
    z.strictObject({ ...base, status: z.literal('on-agenda') }),
    z.strictObject({ ...base, status: z.literal('adopted'), decision: adopted }),
    z.strictObject({
      ...base,
      status: z.literal('declined'),
      decision: z.union([
        z.strictObject({ ...declined, result, ...written }),
        z.strictObject({ ...declined, result, ...ruled('not-approved') }),
        z.strictObject({ ...declined, ...written }),
      ]),
      appeal: z.exactOptional(
        z.strictObject({ at: instant, rejectedAt: z.exactOptional(instant) }),
      ),
    }),
    z.strictObject({
      ...base,
      status: z.literal('deferred'),
      decision: z.union([
        z.strictObject({ ...deferred, ...written }),
        z.strictObject({ ...deferred, ...ruled('no-quorum') }),
      ]),
    }),
    z.strictObject({
      ...base,
      status: z.literal('implementing'),
      decision: adopted,
      implementation,
    }),
    z.strictObject({
      ...base,
      status: z.literal('completed'),
      decision: adopted,
      implementation,
      completion,
    }),
    z.strictObject({
      ...base,
      status: z.literal('accepted'),
      decision: adopted,
      implementation,
      completion,
      acceptance: z.strictObject({ at: instant, by: memberId, verifiedBenefit: number }),
      reward,
    }),
    z.strictObject({
      ...base,
      status: z.literal('abandoned'),
      decision: adopted,
      implementation: z.exactOptional(implementation),
      abandonment: z.strictObject({ at: instant, by: actor, reason: text }),
    }),
    z.strictObject({ ...base, status: z.literal('withdrawn') }),
    z.strictObject({ ...base, status: z.literal('merged'), into: ideaId }),
  ]);
}

/**
 * An idea as it is stored. The owner and the due date of its implementation are repeated for the
 * indexes: `owner` and `duty` as long as it has an owner, `openWork` only while it is being
 * implemented, or waits for acceptance or a reward. An idea whose author waits for a reply or for an
 * answer is in the same index by that, since the instant in `due`; such an idea has no owner. The
 * `fingerprint` of its submission stays for good.
 */
export function toItem(idea: Idea, fingerprint?: string): Item {
  const implementation = implementationOf(idea);
  const duty = dutyOf(idea);
  const unanswered = unansweredOf(idea);
  const openWork = workStateOf(idea) ?? unanswered?.waitsFor;
  return ideaItem.write(ideaKey(idea.organization, idea.id), idea, {
    ...(implementation && { owner: implementation.owner, due: implementation.due }),
    ...(unanswered && { due: unanswered.since }),
    ...(duty && { duty }),
    ...(openWork && { openWork }),
    ...(fingerprint !== undefined && { fingerprint }),
  });
}
