/** An idea and its round from the domain, for tests of a reader's view. */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization/organization.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { newRound, openRound } from '../../shared/domain/round/round.ts';
import { content, submittedIdea } from '../sample/ideas.ts';
import { HUATAI, member, OCTOBER, shanghai } from '../sample/names.ts';

export { member, shanghai };

export const AUTHOR = member('K1');

export const collecting = newRound(HUATAI, OCTOBER, scheduleOf(OCTOBER, DEFAULT_CALENDAR));

/**
 * October's round in deliberation, with a committee of four; the author of the idea is one of them.
 */
export const deliberating = openRound(
  collecting,
  ['K1', 'K2', 'K3', 'K4'].map(member),
  DEFAULT_RULES,
  collecting.schedule.opensAt,
);

export function submittedAs({ unnamed = false, onAgenda = false } = {}): Idea {
  const { department: _, ...said } = content;
  return submittedIdea({
    content: said,
    ...(unnamed
      ? { by: { kind: 'unnamed' } }
      : { by: { kind: 'member', id: AUTHOR }, authorId: AUTHOR }),
    deliberating: onAgenda,
  });
}

export function value<Value>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}
