/** The limits on what members may write in an hour and in a round, so that nobody floods it. */
import { putLimits } from '../../../../shared/contract/routes/administration.ts';
import { Field } from '../../../ui/form/field.tsx';
import { checkLimits, LIMITS, limitsFields, type Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';

export function LimitsForm({
  settings: { id, version, limits, appealDays },
}: {
  readonly settings: Settings;
}) {
  const words = useSettingsWords();
  return (
    <SettingsPart title={words.limitsTitle} text={words.limitsText}>
      <ChangeForm
        name="limits"
        present={limitsFields({ ...limits, appealDays })}
        label={words.save}
        check={fields => checkLimits(fields, words)}
        send={(call, body) =>
          call(putLimits, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {({ fields, change, errors }) => (
          <div class="fields">
            {LIMITS.map(one => (
              <Field key={one} label={words.limits[one]} error={errors[one]}>
                {control => (
                  <input
                    {...control}
                    name={one}
                    type="text"
                    inputMode="numeric"
                    autocomplete="off"
                    aria-required="true"
                    value={fields[one]}
                    onInput={event => change({ [one]: event.currentTarget.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
      </ChangeForm>
    </SettingsPart>
  );
}
