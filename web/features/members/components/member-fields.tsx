/** The fields of a member: name, account, department, team and roles, with an explanation of each role. */

import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { Editing } from '../../settings/index.ts';
import { type MemberFields as Fields, OTHER_ROLES, rolesIn, withRole } from '../member.ts';
import { useMembersWords } from '../words.ts';

interface Props extends Editing<Fields> {
  /** A hint on the account. */
  readonly accountHint: string;
  readonly accountRequired: boolean;
}

export function MemberFields({ fields, change, errors, accountHint, accountRequired }: Props) {
  const words = useMembersWords();
  const { departments } = useOrganization().organization;
  // A member may belong to a department that is no longer offered.
  const offered = [...new Set<string>([...departments, fields.department])].filter(
    one => one !== '',
  );
  const roles = rolesIn(fields.roles);
  return (
    <>
      <div class="fields">
        <Field label={words.personName} error={errors.name}>
          {control => (
            <input
              {...control}
              name="name"
              type="text"
              autocomplete="off"
              value={fields.name}
              onInput={event => change({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.account} hint={accountHint} error={errors.subject}>
          {control => (
            <input
              {...control}
              name="subject"
              type="text"
              autocomplete="off"
              aria-required={accountRequired}
              value={fields.subject}
              onInput={event => change({ subject: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.department} error={errors.department}>
          {control => (
            <select
              {...control}
              name="department"
              aria-required="true"
              value={fields.department}
              onChange={event => change({ department: event.currentTarget.value })}
            >
              <option value="">{words.choose}</option>
              {offered.map(one => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.team} hint={words.teamHint} error={errors.team}>
          {control => (
            <input
              {...control}
              name="team"
              type="text"
              autocomplete="off"
              value={fields.team}
              onInput={event => change({ team: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <fieldset class="field">
        <legend>{words.rolesLegend}</legend>
        <small>{words.rolesHint}</small>
        {OTHER_ROLES.map(role => (
          <label class="check" key={role}>
            <input
              type="checkbox"
              name={`role-${role}`}
              checked={roles.includes(role)}
              onChange={event =>
                change({ roles: withRole(fields.roles, role, event.currentTarget.checked) })
              }
            />
            <span>
              {words.roles[role]}
              <small>{words.roleHints[role]}</small>
            </span>
          </label>
        ))}
        {errors.roles !== undefined && <small class="field-error">{errors.roles}</small>}
      </fieldset>
    </>
  );
}
