/** Offers the device's other drafts, to continue or to delete. */
import { useWords } from '../../i18n/language-context.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import type { StoredDraft } from './drafts.ts';

interface Props {
  readonly left: readonly StoredDraft<{ readonly title: string }>[];
  readonly take: (id: string) => void;
  readonly discard: (id: string) => void;
}

export function OtherDrafts({ left, take, discard }: Props) {
  const words = useWords();
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
            <div class="actions">
              <button type="button" class="secondary" onClick={() => take(id)}>
                {words.goOnWriting}
              </button>
              <ConfirmButton
                look="plain"
                name={words.deleteDraft}
                question={words.confirmDeleteDraft(title)}
                onConfirm={() => discard(id)}
              />
            </div>
          </div>
        );
      })}
    </section>
  );
}
