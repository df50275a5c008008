/** The organization's targets: ideas a round, and the adoption rate. */
import { putTargets } from '../../../../shared/contract/routes/administration.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { checkTargets, type Settings, targetsFields } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';
import { ShareField } from './share-field.tsx';

export function TargetsForm({
  settings: { id, version, targets },
}: {
  readonly settings: Settings;
}) {
  const words = useSettingsWords();
  return (
    <SettingsPart title={words.targetsTitle} text={words.targetsText}>
      <ChangeForm
        name="targets"
        present={targetsFields(targets)}
        label={words.save}
        check={fields => checkTargets(fields, words)}
        send={(call, body) =>
          call(putTargets, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {({ fields, change, errors }) => (
          <div class="fields">
            <NumberField
              label={words.targetIdeas}
              name="ideas"
              error={errors.ideas}
              value={fields.ideas}
              onInput={ideas => change({ ideas })}
            />
            <ShareField
              label={words.adoptionRate}
              name="adoptionRate"
              hint={words.shareHint}
              value={fields.adoptionRate}
              onInput={adoptionRate => change({ adoptionRate })}
              error={errors.adoptionRate}
            />
          </div>
        )}
      </ChangeForm>
    </SettingsPart>
  );
}
