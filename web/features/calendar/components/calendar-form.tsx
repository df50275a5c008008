/**
 * The rules of the calendar, with a preview before saving: the first round of a change, and its
 * days. The API's own rules compute the days. They are loaded only once the user changes something,
 * because the calendar's arithmetic comes with them.
 */
import { Suspense } from 'preact/compat';
import { putCalendar } from '../../../../shared/contract/routes/administration.ts';
import {
  CALENDAR_BOUNDS,
  sameRules,
} from '../../../../shared/domain/organization/calendar-rules.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { Part } from '../../../ui/part.tsx';
import { ChangeForm, type Editing, type Settings } from '../../settings/index.ts';
import {
  type CalendarFields,
  calendarFields,
  checkCalendar,
  firstFreeRound,
  movedDaysIn,
} from '../calendar.ts';
import { useCalendarWords } from '../words.ts';

/** The suggestions of the field. An older browser has no such list, and any zone may be typed. */
const TIME_ZONES = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];

const SchedulePreview = lazilyOr(
  NotLoaded,
  async () => (await import('./schedule-preview.tsx')).SchedulePreview,
);

export function CalendarForm({ settings }: { readonly settings: Settings }) {
  const words = useCalendarWords();
  const { id, version, calendar, upcoming } = settings;
  const first = firstFreeRound(upcoming);
  return (
    <Part title={words.calendarRulesTitle} text={words.calendarRulesText}>
      {calendar.from !== undefined && (
        <p class="notice">{words.heldFrom(words.roundName(calendar.from))}</p>
      )}
      <ChangeForm
        name="calendar"
        present={calendarFields(calendar)}
        label={words.save}
        check={fields => checkCalendar(fields, words)}
        send={(call, body) =>
          call(putCalendar, { path: { organization: id }, body, ifMatch: version })
        }
        said={({ calendar: { from } }) =>
          from === undefined
            ? words.saved
            : `${words.saved}${words.heldFrom(words.roundName(from))}`
        }
      >
        {editing => (
          <>
            <RuleFields {...editing} />
            {first !== undefined && <p>{words.holdsFrom(words.roundName(first))}</p>}
            <Preview settings={settings} fields={editing.fields} />
          </>
        )}
      </ChangeForm>
    </Part>
  );
}

/** Nothing while the rules are unchanged or invalid. */
function Preview({
  settings,
  fields,
}: {
  readonly settings: Settings;
  readonly fields: CalendarFields;
}) {
  const words = useCalendarWords();
  const { movedDays } = useOrganization().organization.calendar;
  const first = firstFreeRound(settings.upcoming);
  const checked = checkCalendar(fields, words);
  if (first === undefined || !checked.ok || sameRules(checked.body, settings.calendar)) return null;
  return (
    <Suspense fallback={<Loading />}>
      <SchedulePreview first={first} rules={checked.body} movedDays={movedDaysIn(movedDays)} />
    </Suspense>
  );
}

function RuleFields({ fields, change, errors }: Editing<CalendarFields>) {
  const words = useCalendarWords();
  const number = (name: 'day' | 'votingDays' | 'publicationDays') => (
    <Field label={words.calendarFields[name]} hint={words.calendarHints[name]} error={errors[name]}>
      {control => (
        <input
          {...control}
          {...CALENDAR_BOUNDS[name]}
          name={name}
          type="number"
          inputMode="numeric"
          aria-required="true"
          value={fields[name]}
          onInput={event => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const time = (name: 'opensAt' | 'closesAt') => (
    <Field label={words.calendarFields[name]} hint={words.calendarHints[name]} error={errors[name]}>
      {control => (
        <input
          {...control}
          name={name}
          type="time"
          required
          value={fields[name]}
          onInput={event => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div class="fields">
        {number('day')}
        {time('opensAt')}
      </div>
      <div class="fields">
        {number('votingDays')}
        {time('closesAt')}
      </div>
      <div class="fields">
        {number('publicationDays')}
        <Field
          label={words.calendarFields.timeZone}
          hint={words.calendarHints.timeZone}
          error={errors.timeZone}
        >
          {control => (
            <>
              <input
                {...control}
                name="timeZone"
                type="text"
                list={`${control.id}-zones`}
                autocomplete="off"
                aria-required="true"
                value={fields.timeZone}
                onInput={event => change({ timeZone: event.currentTarget.value })}
              />
              <datalist id={`${control.id}-zones`}>
                {TIME_ZONES.map(zone => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
    </>
  );
}
