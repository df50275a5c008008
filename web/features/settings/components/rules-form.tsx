/** The rules of ballots: open or secret, the quorum, and the threshold of approval. */
import { putRules } from '../../../../shared/contract/routes/administration.ts';
import { checkRules, rulesFields, type Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';
import { ShareField } from './share-field.tsx';

const BALLOTS = ['open', 'secret'] as const;

export function RulesForm({ settings: { id, version, rules } }: { readonly settings: Settings }) {
  const words = useSettingsWords();
  return (
    <SettingsPart title={words.rulesTitle} text={words.rulesText}>
      <ChangeForm
        name="rules"
        present={rulesFields(rules)}
        label={words.save}
        check={fields => checkRules(fields, words)}
        send={(call, body) =>
          call(putRules, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.rulesSaved}
      >
        {({ fields, change, errors }) => (
          <>
            <fieldset class="field">
              <legend>{words.ballotKind}</legend>
              {BALLOTS.map(ballot => (
                <label class="check" key={ballot}>
                  <input
                    type="radio"
                    name="ballot"
                    value={ballot}
                    checked={fields.ballot === ballot}
                    onChange={() => change({ ballot })}
                  />
                  <span>
                    {words.ballots[ballot]}
                    <small>{words.ballotHints[ballot]}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <div class="fields">
              <ShareField
                label={words.quorumShare}
                name="quorumShare"
                hint={words.quorumHint}
                value={fields.quorumShare}
                onInput={quorumShare => change({ quorumShare })}
                error={errors.quorumShare}
              />
              <ShareField
                label={words.threshold}
                name="threshold"
                hint={words.thresholdHint}
                value={fields.threshold}
                onInput={threshold => change({ threshold })}
                error={errors.threshold}
              />
            </div>
          </>
        )}
      </ChangeForm>
    </SettingsPart>
  );
}
