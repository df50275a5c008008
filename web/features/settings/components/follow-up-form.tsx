/** The days that an owner usually has for an adopted idea. */
import { putFollowUp } from '../../../../shared/contract/routes/administration.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { checkFollowUp, followUpFields, type Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';

export function FollowUpForm({
  settings: { id, version, dueDays },
}: {
  readonly settings: Settings;
}) {
  const words = useSettingsWords();
  return (
    <SettingsPart title={words.followUpTitle} text={words.followUpText}>
      <ChangeForm
        name="follow-up"
        present={followUpFields({ dueDays })}
        label={words.save}
        check={fields => checkFollowUp(fields, words)}
        send={(call, body) =>
          call(putFollowUp, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {({ fields, change, errors }) => (
          <NumberField
            label={words.dueDays}
            name="dueDays"
            error={errors.dueDays}
            value={fields.dueDays}
            onInput={dueDays => change({ dueDays })}
          />
        )}
      </ChangeForm>
    </SettingsPart>
  );
}
