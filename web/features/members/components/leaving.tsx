/** Deactivates or reactivates a member, and explains the effect. */
import { deactivateMember, reactivateMember } from '../../../../shared/contract/routes/members.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ChangeButton } from '../../settings/index.ts';
import type { ListedMember } from '../member.ts';
import { useMembersWords } from '../words.ts';

interface Props {
  readonly member: ListedMember;
  readonly onSaid: (text: string) => void;
}

export function Leaving({ member: { id, name, active, version }, onSaid }: Props) {
  const words = useMembersWords();
  const { organization, membership } = useOrganization();
  const request = { path: { organization: organization.id, member: id }, ifMatch: version };
  const who = words.memberCalled(id, name);
  const oneself = id === membership.memberId;
  return (
    <section class="part" aria-labelledby="leaving">
      <h2 id="leaving">{active ? words.leavingTitle : words.returningTitle}</h2>
      <p>{active ? words.leavingText : words.returningText}</p>
      {active ? (
        <ChangeButton
          key="leave"
          name={words.deactivate}
          question={oneself ? words.confirmOwnLeaving : words.confirmLeaving(who)}
          send={call => call(deactivateMember, request)}
          onDone={() => onSaid(words.hasBeenLetGo(who))}
        />
      ) : (
        <ChangeButton
          key="return"
          name={words.reactivate}
          question={words.confirmReturning(who)}
          send={call => call(reactivateMember, request)}
          onDone={() => onSaid(words.isBack(who))}
        />
      )}
    </section>
  );
}
