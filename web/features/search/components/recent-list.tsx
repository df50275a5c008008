/**
 * The last searches, below a field in which nothing is typed yet. They lie above the page, which does
 * not move.
 */
import { useRecentSearches } from '../recent-searches.ts';
import { useSearchWords } from '../words.ts';

export function RecentList({ onChoose }: { readonly onChoose: (search: string) => void }) {
  const words = useSearchWords();
  const { recent } = useRecentSearches();
  if (recent.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field keeps the focus, and with it this list
    <div class="search-recent" onMouseDown={event => event.preventDefault()}>
      <p class="search-heading" aria-hidden="true">
        {words.recentSearches}
      </p>
      <ul aria-label={words.recentSearches}>
        {recent.map(search => (
          <li key={search}>
            <button type="button" class="plain" onClick={() => onChoose(search)}>
              {search}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
