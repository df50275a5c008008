/** A loading notice, visible and for screen readers. */
import { useWords } from '../i18n/language-context.tsx';

export function Loading() {
  const words = useWords();
  return (
    <p class="loading" role="status" aria-busy="true">
      {words.loading}
    </p>
  );
}
