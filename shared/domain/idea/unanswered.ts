/**
 * What the committee owes an author: an answer to an appeal, or the official reply to an idea that
 * was declined or deferred. An appeal's answer is a reply too. A deferred idea leaves the queue when
 * it comes onto its next agenda.
 */
import type { Instant } from '../kernel/instant.ts';
import { appealIn } from './history.ts';
import { decisionOf, type Idea } from './idea.ts';

export const UNANSWERED = ['reply', 'appeal'] as const;
export type Unanswered = (typeof UNANSWERED)[number];

/** What an idea's author waits for, and since when; undefined if for nothing. */
export function unansweredOf(
  idea: Idea,
): { readonly waitsFor: Unanswered; readonly since: Instant } | undefined {
  if (idea.status !== 'declined' && idea.status !== 'deferred') return undefined;
  if (idea.status === 'declined' && idea.appeal)
    return idea.appeal.rejectedAt === undefined
      ? { waitsFor: 'appeal', since: idea.appeal.at }
      : undefined;
  const decision = decisionOf(idea);
  return decision && decision.reply === undefined
    ? { waitsFor: 'reply', since: decision.at }
    : undefined;
}

/** The words of an appeal that waits for its answer. */
export function openAppealOf(idea: Idea): string | undefined {
  return unansweredOf(idea)?.waitsFor === 'appeal' ? appealIn(idea.history)?.text : undefined;
}
