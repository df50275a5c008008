/** How much waits behind a link, in the link; nothing, if nothing does. */
import { useWords } from '../i18n/language-context.tsx';
import type { Waiting } from './use-waiting.ts';

export function CountBadge({ of: { count, more } }: { readonly of: Waiting }) {
  const words = useWords();
  if (count === 0) return null;
  return (
    <span class="count-badge">
      {count > 99 ? '99+' : `${count}${more ? '+' : ''}`}
      <span class="visually-hidden">{words.waiting}</span>
    </span>
  );
}
