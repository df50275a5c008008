/** What a person has looked for last, on the device until they sign out. */
import { useState } from 'preact/hooks';
import { useOwnPlace } from '../../session/use-own-place.ts';
import { device } from '../../storage/browser-storage.ts';
import { parsed } from '../../ui/form/draft-fields.ts';

const MOST = 5;

interface RecentSearches {
  /** The newest first. */
  readonly recent: readonly string[];
  readonly remember: (search: string) => void;
}

export function useRecentSearches(): RecentSearches {
  const place = useOwnPlace('searches');
  const [recent, setRecent] = useState(() => readSearches(device.getItem(place)));
  return {
    recent,
    remember: search => {
      const next = withRecent(readSearches(device.getItem(place)), search);
      device.setItem(place, JSON.stringify(next));
      setRecent(next);
    },
  };
}

/** Each search once, the newest first. */
function withRecent(recent: readonly string[], search: string): readonly string[] {
  if (search === '') return recent;
  return [search, ...recent.filter(one => one !== search)].slice(0, MOST);
}

function readSearches(stored: string | null): readonly string[] {
  const read: unknown = parsed(stored);
  return Array.isArray(read) ? read.filter(one => typeof one === 'string').slice(0, MOST) : [];
}
