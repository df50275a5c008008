/** Hands an idea on for an opinion: to its department's contact, or to another member. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../../../shared/contract/client.ts';
import { referIdea } from '../../../../shared/contract/routes/opinions.ts';
import { authorsOf } from '../../../../shared/domain/idea/idea.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { nameOf } from '../../../ui/person.tsx';
import { PersonPicker, useListedMember } from '../../directory/index.ts';
import { ActFailure, useAct } from '../../ideas/index.ts';
import type { HandledIdea } from '../handled-idea.ts';
import { useScreeningWords } from '../words.ts';

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function ReferralForm({ idea, onDone, onCancel }: Props) {
  const words = useScreeningWords();
  const { organization } = useOrganization();
  const place = useRef<HTMLFormElement>(null);
  const [member, setMember] = useState<MemberId | undefined>(undefined);
  const { title, version, department } = idea;
  const contact = organization.contacts.find(one => one.department === department);
  const listed = useListedMember(member);
  // The answer keeps to itself who was asked.
  const people = { ...organization.people, ...(member && listed && { [member]: listed }) };
  const referring = useAct(
    (call: Call, adviser: MemberId) =>
      call(referIdea, {
        path: { organization: organization.id, idea: idea.id },
        body: { adviser },
        ifMatch: version,
      }),
    (_reply, adviser) => onDone(words.referredSaid(title, nameOf(adviser, people, words).name)),
  );
  const { errors, lookOver } = useFieldErrors(place, referring.error, () =>
    member === undefined
      ? { ok: false, errors: { adviser: words.notAnAdviser } }
      : { ok: true, body: member },
  );
  // The button that opened it is gone.
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  return (
    <form
      ref={place}
      class="act"
      aria-label={words.referTitle}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const checked = lookOver();
        if (checked.ok) referring.mutate(checked.body);
      }}
    >
      {contact !== undefined && (
        <button
          type="button"
          disabled={referring.isPending}
          aria-busy={referring.isPending}
          onClick={() => referring.mutate(contact.member)}
        >
          {words.referToContact(
            nameOf(contact.member, organization.people, words).name,
            contact.department,
          )}
        </button>
      )}
      <PersonPicker
        label={contact === undefined ? words.referTitle : words.adviser}
        name="adviser"
        hint={contact === undefined ? words.noContact : words.referHint}
        exclude={authorsOf(idea)}
        value={member}
        onChange={setMember}
        error={errors.adviser}
      />
      <ActFailure of={referring} onDrop={onCancel} />
      <p class="actions">
        <button
          type="submit"
          {...(contact !== undefined && { class: 'secondary' })}
          disabled={referring.isPending}
          aria-busy={referring.isPending}
        >
          {words.refer}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
