/** The contact of each department: the member who looks after its ideas. All are saved at once. */
import { putContacts } from '../../../../shared/contract/routes/administration.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { PersonPicker } from '../../directory/index.ts';
import { checkContacts, contactFields } from '../contacts.ts';
import type { Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';

export function ContactsForm({ settings }: { readonly settings: Settings }) {
  const words = useSettingsWords();
  const { id, version, departments, people } = settings;
  return (
    <SettingsPart title={words.contactsTitle} text={words.contactsText}>
      <ChangeForm
        name="contacts"
        present={contactFields(settings)}
        label={words.save}
        check={fields => checkContacts(fields, departments)}
        send={(call, body) =>
          call(putContacts, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {({ fields, change, errors }) =>
          departments.map(department => (
            <PersonPicker
              key={department}
              label={department}
              name={department}
              people={people}
              value={readNumber(fields[department] ?? '')}
              onChange={member => change({ [department]: member ?? '' })}
              error={errors[department]}
            />
          ))
        }
      </ChangeForm>
    </SettingsPart>
  );
}
