/**
 * The bar of the chosen ideas: puts them on the agenda, or declines them with one reason. It stays
 * in view while more are chosen.
 */
import { useState } from 'preact/hooks';
import { dismissIdeas, scheduleIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { type Outcome, withTitles } from '../../../ui/outcomes.tsx';
import { ActFailure, useAct } from '../../ideas/index.ts';
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
  const [open, setOpen] = useState<BatchAct | undefined>(undefined);
  const path = { organization: organization.id };
  const listable = chosen.filter(idea => allows('list', idea));
  const dismissable = chosen.filter(idea => allows('dismiss', idea));
  const listing = useAct(
    (call, ideas: readonly ScreenedIdea[]) =>
      call(scheduleIdeas, { path, body: { ideas: ideas.map(({ id }) => id) } }),
    (reply, ideas) => onDone({ act: 'list', outcomes: withTitles(reply.ideas, ideas) }),
  );
  return (
    <section class="batch-bar" aria-label={words.chosen(chosen.length)}>
      <p role="status">
        <strong>{words.chosen(chosen.length)}</strong>
      </p>
      {open === 'dismiss' ? (
        <DeclineForm
          round={round}
          chosen={dismissable}
          send={(call, ideas, reason) =>
            call(dismissIdeas, { path, body: { ideas: ideas.map(({ id }) => id), reason } })
          }
          onDone={(reply, ideas) =>
            onDone({ act: 'dismiss', outcomes: withTitles(reply.ideas, ideas) })
          }
          onCancel={() => setOpen(undefined)}
        />
      ) : (
        <>
          <ActFailure of={listing} />
          <div class="actions">
            <button
              type="button"
              disabled={listing.isPending || listable.length === 0}
              aria-busy={listing.isPending}
              onClick={() => setOpen('list')}
            >
              {words.listChosen(listable.length)}
            </button>
            <button
              type="button"
              class="secondary"
              disabled={listing.isPending || dismissable.length === 0}
              onClick={() => setOpen('dismiss')}
            >
              {words.declineChosen(dismissable.length)}
            </button>
            <button type="button" class="plain" disabled={listing.isPending} onClick={onClear}>
              {words.chooseNone}
            </button>
          </div>
        </>
      )}
      {open === 'list' && (
        <Confirmation
          question={words.confirmListMany(listable.length)}
          onConfirm={() => {
            setOpen(undefined);
            listing.mutate(listable);
          }}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
