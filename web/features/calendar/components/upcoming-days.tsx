/**
 * This and the coming rounds as years of months. A month opens to its times; its day can be moved
 * until it has come, and moved back to the day of the rules.
 */
import { useState } from 'preact/hooks';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day, moment, monthOf, shortDay } from '../../../i18n/moments.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Part } from '../../../ui/part.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import type { Settings } from '../../settings/index.ts';
import { mayMove, type UpcomingRound } from '../calendar.ts';
import { useCalendarWords } from '../words.ts';
import { DayForm } from './day-form.tsx';
import { RestoreDay } from './restore-day.tsx';

export function UpcomingDays({ settings }: { readonly settings: Settings }) {
  const words = useCalendarWords();
  const { language } = useLanguage();
  const [open, setOpen] = useState<RoundId | undefined>(undefined);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const years = [...new Set(settings.upcoming.map(({ round }) => round.slice(0, 4)))];
  return (
    <Part title={words.daysTitle} text={words.daysText}>
      <StatusMessage text={said} />
      {years.map(year => {
        const rounds = settings.upcoming.filter(({ round }) => round.startsWith(year));
        const opened = rounds.find(({ round }) => round === open);
        return (
          <section key={year} aria-label={words.year(year)}>
            <h3>{words.year(year)}</h3>
            <ul class="year">
              {rounds.map(one => (
                <li key={one.round}>
                  <Month
                    round={one}
                    open={one.round === open}
                    onPress={() => {
                      setSaid(undefined);
                      setOpen(open === one.round ? undefined : one.round);
                    }}
                  />
                </li>
              ))}
            </ul>
            {opened !== undefined && (
              <MonthPanel
                key={opened.round}
                settings={settings}
                round={opened}
                onMoved={moved => {
                  setOpen(undefined);
                  setSaid(words.dayMoved(words.roundName(opened.round), day(moved, language)));
                }}
                onCancel={() => setOpen(undefined)}
              />
            )}
          </section>
        );
      })}
    </Part>
  );
}

interface MonthProps {
  readonly round: UpcomingRound;
  readonly open: boolean;
  readonly onPress: () => void;
}

function Month({ round: one, open, onPress }: MonthProps) {
  const words = useCalendarWords();
  const { language } = useLanguage();
  const state = one.state === undefined ? undefined : words.roundStates[one.state];
  return (
    <button
      type="button"
      class={one.moved ? 'month moved' : 'month'}
      aria-expanded={open}
      onClick={onPress}
    >
      <small>{monthOf(one.round, language)}</small>
      <strong>{shortDay(one.day, one.round, language)}</strong>
      <small>
        {[...(one.moved ? [words.moved] : []), ...(state ? [state] : [])].join('\u00a0· ')}
      </small>
    </button>
  );
}

interface PanelProps {
  readonly settings: Settings;
  readonly round: UpcomingRound;
  readonly onMoved: (day: string) => void;
  readonly onCancel: () => void;
}

function MonthPanel({ settings, round: one, onMoved, onCancel }: PanelProps) {
  const words = useCalendarWords();
  const { language } = useLanguage();
  const { organization } = useOrganization();
  const { from, timeZone } = settings.calendar;
  // A round before the latest change of the rules keeps the zone that it had.
  const zone = from !== undefined && one.round < from ? organization.calendar.timeZone : timeZone;
  return (
    <div class="month-panel">
      <h4>{words.roundName(one.round)}</h4>
      <dl class="month-times">
        <dt>{words.deliberationDay}</dt>
        <dd>{day(one.day, language)}</dd>
        <dt>{words.opens}</dt>
        <dd>{moment(one.opensAt, zone, language)}</dd>
        <dt>{words.closes}</dt>
        <dd>{moment(one.closesAt, zone, language)}</dd>
        <dt>{words.publishes}</dt>
        <dd>{moment(one.publishesAt, zone, language)}</dd>
      </dl>
      {mayMove(one) ? (
        <>
          <DayForm settings={settings} round={one} onDone={onMoved} onCancel={onCancel} />
          {one.moved && <RestoreDay settings={settings} round={one} onDone={onMoved} />}
        </>
      ) : (
        <p class="muted">{words.dayHasCome}</p>
      )}
    </div>
  );
}
