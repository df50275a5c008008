/** The shape of an idea's page while it loads. */
import { useWords } from '../../../i18n/language-context.tsx';

export function IdeaSkeleton() {
  const words = useWords();
  return (
    <div class="idea" role="status" aria-busy="true">
      <div class="idea-main idea-coming">
        <span class="visually-hidden">{words.loading}</span>
        <span class="skeleton" style={{ width: '50%', height: 24 }} />
        <span class="skeleton" style={{ width: '90%', height: 36 }} />
        <span class="skeleton" style={{ width: '60%', height: 24 }} />
        <span class="skeleton" style={{ height: 72 }} />
        <span class="skeleton" style={{ height: 240 }} />
      </div>
    </div>
  );
}
