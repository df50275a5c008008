/** Votes and decisions in requests; votes, tallies and ballots in replies. */
import * as z from 'zod/mini';
import { ASKED_OUTCOMES } from '../../domain/idea/decision.ts';
import { COMMENT, REASON } from '../../domain/kernel/text.ts';
import { choice, count, instant, lines, memberId } from '../fields.ts';

export const newVote = z
  .strictObject({ choice, comment: z.exactOptional(lines(COMMENT, 'Comment')) })
  .register(z.globalRegistry, { id: 'NewVote' });

export const newDecision = z
  .strictObject({
    outcome: z.enum(ASKED_OUTCOMES),
    reason: z.exactOptional(lines(REASON, 'Reason')),
    reply: z.exactOptional(lines(REASON, 'What the author is told officially')),
  })
  .register(z.globalRegistry, {
    id: 'NewDecision',
    description:
      'A reason is needed to decline or defer. as-balloted: adopted or declined, as the ballot says; under the secret rule ' +
      'the only way to either. Declining so without a reason gives the code not-approved as one',
  });

export const tally = z
  .object({ approve: count, oppose: count, abstain: count })
  .register(z.globalRegistry, { id: 'Tally' });

export const vote = z
  .object({
    choice,
    comment: z.optional(z.string()),
    castAt: z.optional(instant),
    tally: z.nullable(tally),
  })
  .register(z.globalRegistry, {
    id: 'Vote',
    description: 'Under the secret rule no time is kept, and tally is null',
  });

export const ballot = z
  .object({
    state: z.enum(['not-open', 'open', 'closed']),
    rule: z.optional(z.enum(['open', 'secret'])),
    mayVote: z.boolean(),
    myVote: z.nullable(choice),
    myComment: z.optional(z.string()),
    tally: z.nullable(tally),
    turnout: z.nullable(z.object({ cast: count, eligible: count })),
    eligible: z.optional(count),
    quorum: z.optional(count),
  })
  .register(z.globalRegistry, {
    id: 'Ballot',
    description:
      'tally is null while the ballot is open and the reader has not voted; under the secret rule, until it is decided, and for good where it came to no quorum. ' +
      'turnout is how many have voted while the ballot is open; under the secret rule null below the quorum',
  });

/** The votes of a ballot, for a reader who may see its tally; and who has voted. */
export const votesCast = {
  voters: z.optional(
    z.array(memberId).register(z.globalRegistry, {
      description: 'Who has voted in an open ballot, under the open rule, for chair and secretary',
    }),
  ),
  votes: z.optional(
    z
      .array(z.object({ voter: memberId, choice, comment: z.optional(z.string()) }))
      .register(z.globalRegistry, {
        description: 'Under the open rule, once the reader may see the tally',
      }),
  ),
  voteComments: z.optional(
    z.array(z.string()).register(z.globalRegistry, {
      description:
        'Under the secret rule, once it is decided with a quorum: what was remarked, in the order of the alphabet',
    }),
  ),
};
