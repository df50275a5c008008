/**
 * The organization's name, whether everybody may read its bulletins, with their public address, and
 * whether screening is blind.
 */

import { putProfile } from '../../../../shared/contract/routes/administration.ts';
import { ORGANIZATION_NAME } from '../../../../shared/domain/kernel/text.ts';
import { paths } from '../../../paths.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { checkProfile, profileFields, type Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';

export function ProfileForm({ settings }: { readonly settings: Settings }) {
  const words = useSettingsWords();
  const { id, version, district, publicBulletin } = settings;
  return (
    <SettingsPart title={words.profileTitle}>
      {district !== undefined && <p>{words.labelled(words.district, district)}</p>}
      <ChangeForm
        name="profile"
        present={profileFields(settings)}
        label={words.save}
        check={fields => checkProfile(fields, words)}
        question={body =>
          body.publicBulletin && !publicBulletin ? words.confirmPublic : undefined
        }
        send={(call, body) =>
          call(putProfile, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {({ fields, change, errors }) => (
          <>
            <CountedText
              label={words.organizationName}
              name="name"
              limits={ORGANIZATION_NAME}
              value={fields.name}
              onInput={name => change({ name })}
              error={errors.name}
            />
            <Choice
              name="publicBulletin"
              label={words.publicBulletin}
              hint={words.publicBulletinHint}
              chosen={fields.publicBulletin}
              onChange={publicBulletin => change({ publicBulletin })}
            />
            <Choice
              name="blindScreening"
              label={words.blindScreening}
              hint={words.blindScreeningHint}
              chosen={fields.blindScreening}
              onChange={blindScreening => change({ blindScreening })}
            />
          </>
        )}
      </ChangeForm>
      {publicBulletin && <PublicAddress of={settings} />}
    </SettingsPart>
  );
}

function PublicAddress({ of: { id } }: { readonly of: Settings }) {
  const words = useSettingsWords();
  return (
    <QueryView of={useRounds()}>
      {({ items }) => {
        const published = items.find(({ state }) => state === 'published');
        if (published === undefined) return <p>{words.noPublicBulletinYet}</p>;
        const address = `${location.origin}${paths.publicBulletin(id, published.id)}`;
        return (
          <p>
            {words.publicAddressOf(words.roundName(published.id))} <a href={address}>{address}</a>
          </p>
        );
      }}
    </QueryView>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** `yes`, or empty. */
  readonly chosen: string;
  readonly onChange: (chosen: string) => void;
}

function Choice({ name, label, hint, chosen, onChange }: ChoiceProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name={name}
        checked={chosen !== ''}
        onChange={event => onChange(event.currentTarget.checked ? 'yes' : '')}
      />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  );
}
