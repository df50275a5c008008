/**
 * Prints the page once its whole list is there: half a bulletin on the notice board would be worse
 * than none.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Pages } from '../../../api/reading.ts';
import { useSheetWords } from '../sheet-words.ts';

export function PrintButton<Page>({ pages }: { readonly pages: Pages<Page> }) {
  const words = useSheetWords();
  const [asked, setAsked] = useState(false);
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = pages;
  useEffect(() => {
    if (!asked || isFetchingNextPage) return;
    if (hasNextPage && error === null) {
      fetchNextPage();
      return;
    }
    setAsked(false);
    if (!hasNextPage) print();
  }, [asked, hasNextPage, isFetchingNextPage, error]);
  return (
    <button
      type="button"
      class="secondary"
      aria-busy={asked}
      disabled={asked}
      onClick={() => setAsked(true)}
    >
      {asked ? words.printing : words.print}
    </button>
  );
}
