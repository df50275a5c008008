/** In place of something that was never read on this device, while there is no network. */
import { Link } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';

export function NotSeenYet({ onRetry }: { readonly onRetry: () => unknown }) {
  const words = useWords();
  return (
    <div class="notice" role="status">
      <p>{words.notSeenYet}</p>
      <p>{words.seenBefore}</p>
      <div class="actions">
        <button type="button" class="secondary" onClick={() => onRetry()}>
          {words.retry}
        </button>
        <Link href="/">{words.toStart}</Link>
      </div>
    </div>
  );
}
