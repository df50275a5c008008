/** The limits on what members may write in an hour and in a round, so that nobody floods it. */
import { putLimits } from '../../../../shared/contract/routes/administration.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
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
              <NumberField
                key={one}
                label={words.limits[one]}
                name={one}
                error={errors[one]}
                value={fields[one]}
                onInput={limit => change({ [one]: limit })}
              />
            ))}
          </div>
        )}
      </ChangeForm>
    </SettingsPart>
  );
}
