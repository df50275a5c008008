/** Offers the device's other drafts, to continue or to delete. */
import { useState } from 'preact/hooks';
import { useWords } from '../../i18n/language-context.tsx';
import { Confirmation } from '../confirmation.tsx';
import type { OpenDraft } from './drafts.ts';

interface Props {
  readonly left: readonly OpenDraft<{ readonly title: string }>[];
  readonly take: (id: string) => void;
  readonly discard: (id: string) => void;
}

export function OtherDrafts({ left, take, discard }: Props) {
  const words = useWords();
  const [asked, setAsked] = useState<{ readonly id: string; readonly title: string } | undefined>(
    undefined,
  );
  if (left.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="left-drafts">
      <p id="left-drafts">{words.leftDrafts}</p>
      {left.map(({ id, draft }) => {
        const title = draft.title === '' ? words.untitledDraft : draft.title;
        return (
          <div key={id}>
            <p>
              <strong>{title}</strong>
            </p>
            <p class="actions">
              <button type="button" class="secondary" onClick={() => take(id)}>
                {words.goOnWriting}
              </button>
              <button
                type="button"
                class="secondary outline"
                onClick={() => setAsked({ id, title })}
              >
                {words.deleteDraft}
              </button>
            </p>
          </div>
        );
      })}
      {asked !== undefined && (
        <Confirmation
          question={words.confirmDeleteDraft(asked.title)}
          onConfirm={() => {
            setAsked(undefined);
            discard(asked.id);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
