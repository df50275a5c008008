/**
 * Appeals (申诉): the author of a declined idea may ask the chair once for a new ballot, within a
 * number of days from the publication of the decision's round. Until then a decision is reopened
 * instead (see `deliberation.ts`), so the two never meet.
 */
import type { RoundId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Calendar, daysAfter, localDate } from '../organization/calendar.ts';
import type { Round } from '../round/round.ts';
import type { AppealOutcome } from './decision.ts';
import { appealIn } from './history.ts';
import { type Idea, recusedFrom } from './idea.ts';
import { type DecisionNotPublished, notPublished } from './rating.ts';
import { isAuthor, type NotTheAuthor } from './screening.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, record, recordWithinRoom, type Signature } from './transition.ts';

export type AlreadyAppealed = { readonly code: 'already-appealed' };
export type AppealTooLate = { readonly code: 'appeal-too-late'; readonly lastDay: LocalDate };
export type NoAppeal = { readonly code: 'no-appeal' };
export type AppealAnswered = { readonly code: 'appeal-answered' };
export type OwnAppeal = { readonly code: 'own-appeal' };

/** The time for appeals: the organization's number of days, and its calendar. */
export interface AppealPeriod {
  readonly appealDays: number;
  readonly calendar: Calendar;
}

/** The last day on which a decision of a published round can be appealed, to its very end. */
function lastAppealDay(publishedAt: Instant, { appealDays, calendar }: AppealPeriod): LocalDate {
  return daysAfter(localDate(publishedAt, calendar), appealDays);
}

/**
 * Appeals against a declined idea. `round` is the one of the decision, and `now` the time, which an
 * unnamed author's signature does not have.
 */
export function appealDecision(
  idea: Idea,
  text: string,
  { round, now, ...period }: AppealPeriod & { readonly round: Round; readonly now: Instant },
  signature: Signature,
): Result<
  Idea,
  NotTheAuthor | WrongState | AlreadyAppealed | DecisionNotPublished | AppealTooLate | HistoryFull
> {
  if (!isAuthor(idea, signature)) return err({ code: 'not-the-author' });
  const prior = admitted('appeal', idea);
  if (!prior.ok) return prior;
  const earlier = appealIn(idea.history);
  if (prior.value.appeal && earlier?.text === text) return ok(idea);
  if (earlier) return err({ code: 'already-appealed' });
  if (round.state !== 'published') return err(notPublished(round));
  const lastDay = lastAppealDay(round.publishedAt, period);
  if (localDate(now, period.calendar) > lastDay) return err({ code: 'appeal-too-late', lastDay });
  return recordWithinRoom(idea, { act: 'appeal', text }, signature);
}

/** The chair's answer: whether there is a new ballot, and why. */
export interface AppealAnswer {
  readonly outcome: AppealOutcome;
  readonly reply: string;
}

/**
 * Answers an appeal. Upheld, the idea goes before the committee of `agendaRound` with a new ballot;
 * rejected, the decision stands. Who is recused from its ballot cannot answer: another chair does.
 */
export function answerAppeal(
  idea: Idea,
  { outcome, reply }: AppealAnswer,
  agendaRound: RoundId,
  signature: Signature,
): Result<Idea, WrongState | NoAppeal | AppealAnswered | OwnAppeal> {
  if (isRepeated(idea, { act: 'answer-appeal', outcome, reply }, signature)) return ok(idea);
  const prior = admitted('answer-appeal', idea);
  if (!prior.ok) return prior;
  const { by } = signature;
  if (by.kind === 'member' && recusedFrom(idea).includes(by.id)) return err({ code: 'own-appeal' });
  const { appeal } = prior.value;
  if (!appeal) return err({ code: 'no-appeal' });
  if (appeal.rejectedAt !== undefined) return err({ code: 'appeal-answered' });
  return ok(
    outcome === 'upheld'
      ? record(idea, { act: 'answer-appeal', outcome, reply, agendaRound }, signature, 'on-agenda')
      : record(idea, { act: 'answer-appeal', outcome, reply }, signature, 'declined'),
  );
}
