/**
 * The implementation of adopted ideas: requests of the committee, the owner and the manager, and
 * its form in an idea.
 */
import * as z from 'zod/mini';
import { REASON } from '../../domain/kernel/text.ts';
import {
  givenMemberId,
  ideaId,
  instant,
  lines,
  localDate,
  memberId,
  percent,
  yuan,
} from '../fields.ts';
import { namedPhotos } from './photo.ts';

export const newReason = z
  .strictObject({ reason: lines(REASON, 'Reason') })
  .register(z.globalRegistry, { id: 'NewReason' });

/** Why a slip is taken back, if there is something to say. */
export const slipTakenBack = z
  .strictObject({ reason: z.exactOptional(lines(REASON, 'Reason')) })
  .register(z.globalRegistry, { id: 'SlipTakenBack' });

export const newReply = z
  .strictObject({ reply: lines(REASON, 'What the author is told officially') })
  .register(z.globalRegistry, { id: 'NewReply' });

export const newMerger = z
  .strictObject({ into: ideaId })
  .register(z.globalRegistry, { id: 'NewMerger', description: 'The idea that goes on for both' });

export const newAssignment = z
  .strictObject({ owner: givenMemberId, due: localDate })
  .register(z.globalRegistry, {
    id: 'NewAssignment',
    description: 'due is the last day that is not too late',
  });

export const newReport = z
  .strictObject({ progress: percent, note: lines(REASON, 'How far it has come') })
  .register(z.globalRegistry, { id: 'NewReport' });

export const newCompletion = z
  .strictObject({
    done: lines(REASON, 'What was done'),
    claimedBenefit: yuan,
    photos: z.exactOptional(namedPhotos('result')),
  })
  .register(z.globalRegistry, {
    id: 'NewCompletion',
    description: 'claimedBenefit is net of cost',
  });

export const newAcceptance = z.strictObject({ verifiedBenefit: yuan }).register(z.globalRegistry, {
  id: 'NewAcceptance',
  description: 'verifiedBenefit is net of cost',
});

/** An idea's implementation, as far as it has come. */
export const workFacts = {
  implementation: z.optional(
    z.object({
      owner: memberId,
      due: localDate,
      assignedAt: instant,
      progress: percent,
      note: z.optional(z.string()),
      reportedAt: z.optional(instant),
      overdue: z.boolean().register(z.globalRegistry, {
        description: 'Still in progress, and past its due day',
      }),
      daysLeft: z.optional(z.int()).register(z.globalRegistry, {
        description: 'Until its due day, while it is in progress; negative once it is overdue',
      }),
    }),
  ),
  completion: z.optional(z.object({ at: instant, done: z.string(), claimedBenefit: yuan })),
  acceptance: z.optional(z.object({ at: instant, by: memberId, verifiedBenefit: yuan })),
  abandonment: z.optional(z.object({ at: instant, reason: z.string() })),
};
