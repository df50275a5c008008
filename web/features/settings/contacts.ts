/** The contacts of departments in their form: a number for each department, or nothing. */
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { putContacts } from '../../../shared/contract/routes/administration.ts';
import type { Department } from '../../../shared/domain/kernel/ids.ts';
import { readNumber } from '../../../shared/domain/organization/employee-number.ts';
import type { ValidationResult } from '../../ui/form/validation-result.ts';
import type { Settings } from './settings.ts';

type NewContacts = RequestOf<typeof putContacts>['body'];
type ContactFields = Readonly<Record<string, string>>;

export function contactFields({
  departments,
  contacts,
}: Pick<Settings, 'departments' | 'contacts'>): ContactFields {
  return Object.fromEntries(
    departments.map(department => [
      department,
      contacts.find(contact => contact.department === department)?.member ?? '',
    ]),
  );
}

/** The request: departments without a contact are left out. The API knows who may be one. */
export function checkContacts(
  fields: ContactFields,
  departments: readonly Department[],
): ValidationResult<NewContacts> {
  const contacts = departments.flatMap(department => {
    const member = readNumber(fields[department] ?? '');
    return member === undefined ? [] : [{ department, member }];
  });
  return { ok: true, body: { contacts } };
}
