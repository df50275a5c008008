/**
 * One member: change name, account, department, team and roles; deactivate or reactivate; erase for
 * good.
 */
import { useState } from 'preact/hooks';
import { getMember, putMember } from '../../../../shared/contract/routes/members.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { Up } from '../../../ui/up.tsx';
import { ChangeForm } from '../../settings/index.ts';
import { Erasing } from '../components/erasing.tsx';
import { Leaving } from '../components/leaving.tsx';
import { MemberFields } from '../components/member-fields.tsx';
import { checkMember, fieldsOf, type ListedMember, questionToOneself } from '../member.ts';
import { useMembersWords } from '../words.ts';

export function MemberPage({ fromAddress }: { readonly fromAddress: string }) {
  const number = readNumber(fromAddress);
  return number !== undefined ? <OneMember key={number} id={number} /> : <NotFound />;
}

function OneMember({ id }: { readonly id: MemberId }) {
  const words = useMembersWords();
  const organization = useOrganization().organization.id;
  const member = useReading(getMember, { path: { organization, member: id } });
  return (
    <section class="narrow">
      <Up href={paths.members(organization)}>{words.membersTitle}</Up>
      <PageTitle text={member.data?.name ?? words.memberNumber(id)} />
      {member.data?.name !== undefined && <p class="facts">{words.memberNumber(member.data.id)}</p>}
      <QueryView of={member}>{member => <Facts member={member} />}</QueryView>
    </section>
  );
}

function Facts({ member }: { readonly member: ListedMember }) {
  const words = useMembersWords();
  const { organization, membership } = useOrganization();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const path = { organization: organization.id, member: member.id };
  const oneself = member.id === membership.memberId;
  if (member.erased !== undefined)
    return (
      <>
        <StatusMessage text={said} />
        <p class="notice">{words.wasErased}</p>
        {!member.erased.finished && <Erasing member={member} onSaid={setSaid} />}
      </>
    );
  return (
    <>
      <StatusMessage text={said} />
      {!member.active && <p class="notice">{words.hasLeft}</p>}
      {oneself && <p class="notice">{words.thatIsYou}</p>}
      <ChangeForm
        name={`member:${member.id}`}
        present={fieldsOf(member)}
        label={words.save}
        check={fields => checkMember(fields, words)}
        question={body => (oneself ? questionToOneself(member, body, words) : undefined)}
        send={(call, body) => call(putMember, { path, body, ifMatch: member.version })}
        said={({ id, name }) => words.memberSaved(words.memberCalled(id, name))}
      >
        {editing => <MemberFields {...editing} accountHint={words.accountHint} accountRequired />}
      </ChangeForm>
      <Leaving member={member} onSaid={setSaid} />
      <Erasing member={member} onSaid={setSaid} />
    </>
  );
}
