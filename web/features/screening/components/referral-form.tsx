/** Hands an idea on for an opinion, to its department's contact. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { referIdea } from '../../../../shared/contract/routes/opinions.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { nameOf } from '../../../ui/person.tsx';
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
  const place = useRef<HTMLElement>(null);
  const { title, version, department } = idea;
  const contact = organization.contacts.find(one => one.department === department);
  const referring = useAct(
    call =>
      call(referIdea, {
        path: { organization: organization.id, idea: idea.id },
        body: {},
        ifMatch: version,
      }),
    ({ people }) =>
      contact && onDone(words.referredSaid(title, nameOf(contact.member, people, words).name)),
  );
  // The button that opened it is gone.
  useLayoutEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={place} class="act" aria-label={words.referTitle}>
      <p class="muted">{contact === undefined ? words.noContact : words.referHint}</p>
      <ActFailure of={referring} />
      <p class="actions">
        {contact !== undefined && (
          <button
            type="button"
            disabled={referring.isPending}
            aria-busy={referring.isPending}
            onClick={() => referring.mutate()}
          >
            {words.referToContact(
              nameOf(contact.member, organization.people, words).name,
              contact.department,
            )}
          </button>
        )}
        <button type="button" class="secondary" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </section>
  );
}
