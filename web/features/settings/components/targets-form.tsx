/** The organization's targets: ideas a round, and the adoption rate. */
import { putTargets } from '../../../../shared/contract/routes/administration.ts';
import { Field } from '../../../ui/form/field.tsx';
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
            <Field label={words.targetIdeas} error={errors.ideas}>
              {control => (
                <input
                  {...control}
                  name="ideas"
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  aria-required="true"
                  value={fields.ideas}
                  onInput={event => change({ ideas: event.currentTarget.value })}
                />
              )}
            </Field>
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
