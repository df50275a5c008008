/**
 * The days of this and all later rounds that may be moved. A day can be moved until it has come,
 * and moved back to the day of the rules.
 */
import { useState } from 'preact/hooks';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { type Settings, SettingsPart } from '../../settings/index.ts';
import { mayMove, type UpcomingRound } from '../calendar.ts';
import { useCalendarWords } from '../words.ts';
import { DayForm } from './day-form.tsx';
import { RestoreDay } from './restore-day.tsx';
import { ScheduleTable } from './schedule-table.tsx';

export function UpcomingDays({ settings }: { readonly settings: Settings }) {
  const words = useCalendarWords();
  const { language } = useLanguage();
  const { organization } = useOrganization();
  const [open, setOpen] = useState<RoundId | undefined>(undefined);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const { from, timeZone } = settings.calendar;
  const rounds = settings.upcoming.map(one => ({
    ...one,
    timeZone: from !== undefined && one.round < from ? organization.calendar.timeZone : timeZone,
  }));
  const done = (round: RoundId, to: string) => {
    setOpen(undefined);
    setSaid(words.dayMoved(round, day(to, language)));
  };
  const note = ({ moved, state }: UpcomingRound) => (
    <small class="trace">
      {[
        ...(moved ? [words.moved] : []),
        state === undefined ? words.notBegun : words.roundStates[state],
      ].join(' · ')}
    </small>
  );
  const acts = (one: UpcomingRound) =>
    mayMove(one) ? (
      <span class="actions">
        <button
          type="button"
          class="plain"
          aria-expanded={open === one.round}
          aria-label={words.moveDayOf(one.round)}
          onClick={() => {
            setSaid(undefined);
            setOpen(open === one.round ? undefined : one.round);
          }}
        >
          {words.moveDay}
        </button>
        {one.moved && (
          <RestoreDay
            settings={settings}
            round={one}
            onDone={restored => done(one.round, restored)}
          />
        )}
      </span>
    ) : null;
  return (
    <SettingsPart title={words.daysTitle} text={words.daysText}>
      <StatusMessage text={said} />
      <ScheduleTable
        name={words.daysTitle}
        rounds={rounds}
        note={note}
        acts={acts}
        below={one =>
          open === one.round ? (
            <DayForm
              settings={settings}
              round={one}
              onDone={moved => done(one.round, moved)}
              onCancel={() => setOpen(undefined)}
            />
          ) : undefined
        }
      />
    </SettingsPart>
  );
}
