/** Requests the next page of a list, while there is one. */
import type { Pages } from '../api/reading.ts';
import { useWords } from '../i18n/language-context.tsx';

export function MoreButton<Page>({ of }: { readonly of: Pages<Page> }) {
  const words = useWords();
  if (!of.hasNextPage) return null;
  return (
    <button
      type="button"
      class="secondary wide"
      disabled={of.isFetchingNextPage}
      onClick={() => of.fetchNextPage()}
    >
      {of.isFetchingNextPage ? words.loading : words.more}
    </button>
  );
}
