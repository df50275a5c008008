/** Adds members one by one: after each, the form is ready for the next. */
import { Link } from 'wouter-preact';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { addMember } from '../../../../shared/contract/routes/members.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Up } from '../../../ui/up.tsx';
import { ChangeForm } from '../../settings/index.ts';
import { MemberFields } from '../components/member-fields.tsx';
import { checkNewMember, type NewMemberFields, NOBODY } from '../member.ts';
import { useMembersWords } from '../words.ts';

export function NewMemberPage() {
  const words = useMembersWords();
  const organization = useOrganization().organization.id;
  return (
    <section class="narrow">
      <Up href={paths.members(organization)}>{words.membersTitle}</Up>
      <PageTitle text={words.addMember} />
      <ChangeForm
        name="new-member"
        present={NOBODY}
        label={words.addMember}
        check={fields => checkNewMember(fields, words)}
        send={(call, body) => call(addMember, { path: { organization }, body })}
        said={({ id, name, department }) =>
          words.memberAdded(words.memberCalled(id, name), department)
        }
        more={(error, fields) => <WhoThatIs error={error} fields={fields} />}
      >
        {editing => (
          <>
            <Field label={words.number} hint={words.numberHint} error={editing.errors.id}>
              {control => (
                <input
                  {...control}
                  name="id"
                  type="text"
                  autocomplete="off"
                  aria-required="true"
                  value={editing.fields.id}
                  onInput={event => editing.change({ id: event.currentTarget.value })}
                />
              )}
            </Field>
            <MemberFields {...editing} accountHint={words.newAccountHint} accountRequired={false} />
          </>
        )}
      </ChangeForm>
    </section>
  );
}

/** A link to the member who is on the list already. */
function WhoThatIs({ error, fields }: { readonly error: Error; readonly fields: NewMemberFields }) {
  const words = useMembersWords();
  const organization = useOrganization().organization.id;
  const id = readNumber(fields.id);
  if (!(error instanceof ApiProblem) || error.problem.code !== 'member-exists' || id === undefined)
    return null;
  return (
    <p>
      <Link href={paths.member(organization, id)}>{words.seeMember(id)}</Link>
    </p>
  );
}
