/**
 * The bar of the chosen ideas: puts them on the agenda, or declines them with one reason. It stays
 * in view while more are chosen.
 */
import { useState } from 'preact/hooks';
import { dismissIdeas, scheduleIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { type Outcome, withTitles } from '../../../ui/outcomes.tsx';
import { ActFailure, asSeen, useAct } from '../../ideas/index.ts';
import { allows, type BatchAct, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';
import { DeclineForm } from './decline-form.tsx';

/** What was done with the chosen ideas, and with which outcomes. */
export interface Batch {
  readonly act: BatchAct;
  readonly outcomes: readonly Outcome[];
}

interface Props {
  readonly round: RoundId;
  readonly chosen: readonly ScreenedIdea[];
  readonly onDone: (batch: Batch) => void;
  readonly onClear: () => void;
}

export function BatchBar({ round, chosen, onDone, onClear }: Props) {
  const words = useScreeningWords();
  const { organization } = useOrganization();
  const [declining, setDeclining] = useState(false);
  const path = { organization: organization.id };
  const listable = chosen.filter(idea => allows('list', idea));
  const dismissable = chosen.filter(idea => allows('dismiss', idea));
  const listing = useAct(
    (call, ideas: readonly ScreenedIdea[]) =>
      call(scheduleIdeas, { path, body: { ideas: ideas.map(asSeen) } }),
    (reply, ideas) => onDone({ act: 'list', outcomes: withTitles(reply.ideas, ideas) }),
    { rereads: true },
  );
  return (
    <section class="batch-bar" aria-label={words.chosen(chosen.length)}>
      <p role="status">
        <strong>{words.chosen(chosen.length)}</strong>
      </p>
      {declining ? (
        <DeclineForm
          round={round}
          chosen={dismissable}
          send={(call, ideas, reason) =>
            call(dismissIdeas, { path, body: { ideas: ideas.map(asSeen), reason } })
          }
          onDone={(reply, ideas) =>
            onDone({ act: 'dismiss', outcomes: withTitles(reply.ideas, ideas) })
          }
          onCancel={() => setDeclining(false)}
        />
      ) : (
        <>
          <ActFailure of={listing} />
          <div class="actions">
            <ConfirmButton
              look="main"
              name={words.listChosen(listable.length)}
              question={words.confirmListMany(listable.length)}
              busy={listing.isPending}
              disabled={listable.length === 0}
              onConfirm={() => listing.mutate(listable)}
            />
            <button
              type="button"
              class="secondary"
              disabled={listing.isPending || dismissable.length === 0}
              onClick={() => setDeclining(true)}
            >
              {words.declineChosen(dismissable.length)}
            </button>
            <button type="button" class="plain" disabled={listing.isPending} onClick={onClear}>
              {words.chooseNone}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
