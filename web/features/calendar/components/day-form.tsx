/**
 * Moves the deliberation day of one round. The API decides which days are free, because that
 * depends on the rounds before and after.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { moveRoundDay } from '../../../../shared/contract/routes/administration.ts';
import { isLocalDate, type LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { Field } from '../../../ui/form/field.tsx';
import { ChangeForm, type Settings } from '../../settings/index.ts';
import type { UpcomingRound } from '../calendar.ts';
import { useCalendarWords } from '../words.ts';

interface Props {
  readonly settings: Pick<Settings, 'id' | 'version'>;
  readonly round: UpcomingRound;
  readonly onDone: (day: LocalDate) => void;
  readonly onCancel: () => void;
}

export function DayForm({
  settings: { id, version },
  round: { round, day },
  onDone,
  onCancel,
}: Props) {
  const words = useCalendarWords();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <ChangeForm
        name={`day:${round}`}
        present={{ day: String(day) }}
        label={words.moveDay}
        check={fields =>
          isLocalDate(fields.day)
            ? { ok: true, body: { day: fields.day } }
            : { ok: false, errors: { day: words.notADay } }
        }
        send={(call, body) =>
          call(moveRoundDay, { path: { organization: id, round }, body, ifMatch: version })
        }
        onDone={({ day }) => onDone(day)}
        onCancel={onCancel}
      >
        {({ fields, change, errors }) => (
          <Field
            label={words.newDayOf(words.roundName(round))}
            hint={words.newDayHint}
            error={errors.day}
          >
            {control => (
              <input
                {...control}
                name="day"
                type="date"
                required
                value={fields.day}
                onInput={event => change({ day: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
      </ChangeForm>
    </div>
  );
}
