/** The next rounds under rules that are not saved yet. */
import { type RoundId, roundAfter, roundsFrom } from '../../../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { type Calendar, scheduleOf } from '../../../../shared/domain/organization/calendar.ts';
import type { CalendarRules } from '../../../../shared/domain/organization/calendar-rules.ts';
import { useCalendarWords } from '../words.ts';
import { ScheduleTable } from './schedule-table.tsx';

const ROUNDS = 3;

interface Props {
  readonly first: RoundId;
  readonly rules: CalendarRules;
  readonly movedDays: Readonly<Record<string, LocalDate>>;
}

export function SchedulePreview({ first, rules, movedDays }: Props) {
  const words = useCalendarWords();
  const calendar: Calendar = { ...rules, former: [], movedDays };
  const rounds = roundsFrom(first, roundAfter(first, ROUNDS - 1)).map(round => ({
    round,
    timeZone: rules.timeZone,
    ...scheduleOf(round, calendar),
  }));
  return (
    <section aria-live="polite">
      <h3>{words.schedulePreview}</h3>
      <ScheduleTable name={words.schedulePreview} rounds={rounds} />
    </section>
  );
}
