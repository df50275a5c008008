/**
 * Declines the chosen ideas at once: their number, the reason, a confirmation, and the result of
 * each by its title, refused ones first.
 */
import { useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { dismissIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useOwnPlace } from '../../../session/use-own-place.ts';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { useStoredFields } from '../../../ui/form/stored-fields.ts';
import { checkText } from '../../../ui/form/text-error.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { ActFailure, useAct } from '../../ideas/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

/** The result of each, by its title. */
export type Declined = readonly (ReplyOf<typeof dismissIdeas>['ideas'][number] & {
  readonly title: string;
})[];

interface Asked {
  readonly ideas: readonly ScreenedIdea[];
  readonly reason: string;
}

interface Props {
  readonly round: RoundId;
  readonly chosen: readonly ScreenedIdea[];
  readonly onDone: (declined: Declined) => void;
  readonly onClear: () => void;
}

export function DeclineBar({ round, chosen, onDone, onClear }: Props) {
  const words = useScreeningWords();
  const { organization } = useOrganization();
  const form = useRef<HTMLFormElement>(null);
  const { fields, change, drop } = useStoredFields(useOwnPlace('dismiss', round), { reason: '' });
  const [asking, setAsking] = useState(false);
  const declining = useAct(
    (call, { ideas, reason }: Asked) =>
      call(dismissIdeas, {
        path: { organization: organization.id },
        body: { ideas: ideas.map(({ id }) => id), reason },
      }),
    (reply, { ideas }) => {
      const titles = new Map(ideas.map(({ id, title }) => [id, title]));
      drop();
      onDone(reply.ideas.map(one => ({ ...one, title: titles.get(one.idea) ?? one.idea })));
    },
  );
  const { errors, lookOver } = useFieldErrors(form, declining.error, () =>
    checkText('reason', fields.reason, REASON, words),
  );
  return (
    <form
      ref={form}
      class="decline-bar"
      aria-label={words.declineChosen(chosen.length)}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        declining.reset();
        if (lookOver().ok) setAsking(true);
      }}
    >
      <p role="status">
        <strong>{words.chosen(chosen.length)}</strong>
      </p>
      <CountedText
        label={words.declineReason}
        name="reason"
        limits={REASON}
        rows={2}
        hint={words.declineHint}
        value={fields.reason}
        onInput={reason => change({ reason })}
        error={errors.reason}
      />
      <ActFailure of={declining} />
      <p class="actions">
        <button type="submit" aria-busy={declining.isPending} disabled={declining.isPending}>
          {words.declineChosen(chosen.length)}
        </button>
        <button type="button" class="secondary" disabled={declining.isPending} onClick={onClear}>
          {words.chooseNone}
        </button>
      </p>
      {asking && (
        <Confirmation
          question={words.confirmDecline(chosen.length)}
          onConfirm={() => {
            setAsking(false);
            declining.mutate({ ideas: chosen, reason: fields.reason });
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </form>
  );
}

export function DeclineResult({ declined }: { readonly declined: Declined }) {
  const words = useScreeningWords();
  const refused = declined.filter(({ outcome }) => outcome !== 'done');
  const done = declined.filter(({ outcome }) => outcome === 'done');
  return (
    <div class={refused.length > 0 ? 'notice warning' : 'notice good'}>
      <p>{words.declinedSaid(done.length, refused.length)}</p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ idea, title, problem }) => (
            <li key={idea}>{words.labelled(title, problem?.detail ?? problem?.title ?? '')}</li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details>
          <summary>{words.declinedTitles}</summary>
          <ul>
            {done.map(({ idea, title }) => (
              <li key={idea}>{title}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
