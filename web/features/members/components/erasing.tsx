/**
 * Erases a member's personal data for good. It is confirmed twice: by typing the number, and by a
 * question. An interrupted erasure is continued by the same act.
 */
import { useState } from 'preact/hooks';
import { eraseMember } from '../../../../shared/contract/routes/members.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { ChangeButton } from '../../settings/index.ts';
import type { ListedMember } from '../member.ts';
import { useMembersWords } from '../words.ts';

interface Props {
  readonly member: ListedMember;
  readonly onSaid: (text: string) => void;
}

export function Erasing({ member: { id, name, version, erased }, onSaid }: Props) {
  const words = useMembersWords();
  const { organization, membership } = useOrganization();
  const [typed, setTyped] = useState('');
  if (id === membership.memberId) return null;
  const path = { organization: organization.id, member: id };
  const body = { number: id };
  return (
    <section class="part" aria-labelledby="erasing">
      <h2 id="erasing">{words.erasingTitle}</h2>
      <p>{erased ? words.erasingUnfinished : words.erasingText}</p>
      <Field label={words.numberAgain(id)}>
        {control => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {readNumber(typed) === id && (
        <ChangeButton
          name={words.erase}
          question={words.confirmErasing(words.memberCalled(id, name))}
          send={call => call(eraseMember, { path, body, ifMatch: version })}
          onDone={() => onSaid(words.isErased(id))}
        />
      )}
    </section>
  );
}
