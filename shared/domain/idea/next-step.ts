/**
 * What becomes of an idea next, and by when; and its place among the five steps of the tracker (提交
 * · 初审 · 表决 · 实施 · 验收). Everything follows from the idea and the organization's calendar, so a
 * list needs no round to say it.
 */
import type { Instant, LocalDate } from '../kernel/instant.ts';
import { type Calendar, scheduleOf } from '../organization/calendar.ts';
import { agendaPlace } from '../round/placement.ts';
import type { Round } from '../round/round.ts';
import { canBeRewarded, decisionOf, type Idea, isDismissed } from './idea.ts';

/** What an idea waits for; `appeal` is the chair's answer to one. */
export const NEXT_STEPS = [
  'screening',
  'revision',
  'deliberation',
  'voting',
  'decision',
  'publication',
  'appeal',
  'assignment',
  'work',
  'acceptance',
  'reward',
  'nothing',
] as const;

export interface NextStep {
  readonly step: (typeof NEXT_STEPS)[number];
  /** When it is over at the latest, as the round's schedule says. */
  readonly by?: Instant;
  /** The last day of the work. */
  readonly due?: LocalDate;
}

/** The steps of the tracker, in order. */
export const TRACKER_STEPS = [
  'submission',
  'screening',
  'voting',
  'implementation',
  'acceptance',
] as const;

/**
 * The step that an idea has reached: it is under way, or done as the last one, or the idea ended
 * there. All steps before it are done.
 */
export interface TrackerPosition {
  readonly at: (typeof TRACKER_STEPS)[number];
  readonly state: 'under-way' | 'done' | 'ended';
}

/**
 * The next step of an idea. `deciding` is the round of its decision, if it was read: it knows of a
 * bulletin that came early, where the calendar knows only the day that was set.
 */
export function nextStepOf(
  idea: Idea,
  now: Instant,
  calendar: Calendar,
  deciding?: Round,
): NextStep {
  switch (idea.status) {
    case 'submitted':
    case 'returned':
    case 'deferred': {
      const place = agendaPlace(idea, now, calendar);
      const { opensAt, closesAt } = scheduleOf(place.round, calendar);
      if (idea.status === 'returned')
        return { step: 'revision', by: place.deliberating ? closesAt : opensAt };
      if (place.deliberating) return { step: 'voting', by: closesAt };
      return { step: idea.status === 'deferred' ? 'deliberation' : 'screening', by: opensAt };
    }
    case 'on-agenda': {
      const { opensAt, closesAt } = scheduleOf(idea.agendaRound, calendar);
      if (now < opensAt) return { step: 'deliberation', by: opensAt };
      return { step: now < closesAt ? 'voting' : 'decision', by: closesAt };
    }
    case 'adopted':
      return { step: 'assignment' };
    case 'declined': {
      if (idea.appeal && idea.appeal.rejectedAt === undefined) return { step: 'appeal' };
      const { publishesAt } = scheduleOf(idea.decision.round, calendar);
      const isPublished =
        deciding?.id === idea.decision.round ? deciding.state === 'published' : now >= publishesAt;
      return isPublished ? { step: 'nothing' } : { step: 'publication', by: publishesAt };
    }
    case 'implementing':
      return { step: 'work', due: idea.implementation.due };
    case 'completed':
      return { step: 'acceptance' };
    case 'accepted':
      return idea.reward.state !== 'paid' && canBeRewarded(idea)
        ? { step: 'reward' }
        : { step: 'nothing' };
    case 'abandoned':
    case 'withdrawn':
    case 'merged':
      return { step: 'nothing' };
  }
}

/**
 * Whether the calendar alone cannot say what comes next: a declined idea's bulletin may have come
 * before its day.
 */
export function needsDecidingRound(idea: Idea, now: Instant, calendar: Calendar): boolean {
  const round = idea.status === 'declined' ? decisionOf(idea)?.round : undefined;
  return round !== undefined && now < scheduleOf(round, calendar).publishesAt;
}

/** An idea's place in the tracker. */
export function trackerOf(idea: Idea): TrackerPosition {
  switch (idea.status) {
    case 'submitted':
    case 'returned':
      return { at: 'screening', state: 'under-way' };
    case 'on-agenda':
    case 'deferred':
      return { at: 'voting', state: 'under-way' };
    case 'declined':
      return { at: isDismissed(idea) ? 'screening' : 'voting', state: 'ended' };
    case 'adopted':
    case 'implementing':
      return { at: 'implementation', state: 'under-way' };
    case 'completed':
      return { at: 'acceptance', state: 'under-way' };
    case 'accepted':
      return { at: 'acceptance', state: 'done' };
    case 'abandoned':
      return { at: 'implementation', state: 'ended' };
    case 'withdrawn':
    case 'merged':
      return { at: wasListed(idea) ? 'voting' : 'screening', state: 'ended' };
  }
}

/** Whether a withdrawn or merged idea was before the committee, or on its way there again. */
function wasListed({ history }: Idea): boolean {
  const last = history.findLast(({ act }) => act === 'withdraw' || act === 'merge');
  return last?.from === 'on-agenda' || last?.from === 'deferred';
}
