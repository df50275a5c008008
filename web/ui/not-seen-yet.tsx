/** In place of something that was never read on this device, while there is no network. */
import { Link } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';
import { NotHere } from './not-here.tsx';

export function NotSeenYet({ onRetry }: { readonly onRetry: () => unknown }) {
  const words = useWords();
  return (
    <NotHere said={[words.notSeenYet, words.seenBefore]} onRetry={onRetry}>
      <Link href="/">{words.toStart}</Link>
    </NotHere>
  );
}
