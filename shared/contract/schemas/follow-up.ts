/** What follows a decision: ratings, appeals, their answers, and what is still unanswered. */
import * as z from 'zod/mini';
import { APPEAL_OUTCOMES, SATISFACTIONS } from '../../domain/idea/decision.ts';
import { UNANSWERED } from '../../domain/idea/unanswered.ts';
import { RATING_WORD, REASON } from '../../domain/kernel/text.ts';
import { claimCode, count, instant, lines } from '../fields.ts';
import { idea } from './idea.ts';

export const newRating = z
  .strictObject({
    satisfaction: z.enum(SATISFACTIONS),
    word: z.exactOptional(lines(RATING_WORD, 'A word about it')),
  })
  .register(z.globalRegistry, {
    id: 'NewRating',
    description: 'satisfied 满意, neutral 一般, dissatisfied 不满意; said once',
  });

export const ratingByCode = z
  .strictObject({ code: claimCode, ...newRating.shape })
  .register(z.globalRegistry, { id: 'RatingByCode' });

export const newAppeal = z
  .strictObject({ text: lines(REASON, 'Why it should be voted on again') })
  .register(z.globalRegistry, { id: 'NewAppeal' });

export const appealByCode = z
  .strictObject({ code: claimCode, ...newAppeal.shape })
  .register(z.globalRegistry, { id: 'AppealByCode' });

export const newAppealAnswer = z
  .strictObject({
    outcome: z.enum(APPEAL_OUTCOMES),
    reply: lines(REASON, 'What the author is told'),
  })
  .register(z.globalRegistry, {
    id: 'NewAppealAnswer',
    description: 'upheld: the idea goes on the agenda of the next round that is still collecting',
  });

export const waitsFor = z.enum(UNANSWERED);

export const unansweredIdea = z
  .object({
    ...idea.shape,
    waitsFor,
    since: instant,
    days: count.register(z.globalRegistry, {
      description: 'Whole days since then, by the calendar of the organization',
    }),
    appealText: z.optional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'UnansweredIdea',
    description:
      'A declined or deferred idea whose author waits for a reply, or for the answer to an appeal',
  });
