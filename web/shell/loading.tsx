/**
 * Says that something is on its way, to eyes and to screen readers.
 */
import { useWords } from '../language/language-context.tsx';

export function Loading() {
  const words = useWords();
  return (
    <p class="loading" role="status" aria-busy="true">
      {words.loading}
    </p>
  );
}
