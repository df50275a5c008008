/**
 * The open idea and the filters of the screening page, which are in its address. On a phone, where
 * an idea takes the place of the list, opening one is a step that the browser's own button takes
 * back, to the same place in the list.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSearchParams } from 'wouter-preact';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { matching, readFilters, type ScreeningFilters } from './filters.ts';
import { nextWaiting, type ScreenedIdea } from './screening.ts';

export interface DeskState {
  readonly filters: ScreeningFilters;
  readonly listed: readonly ScreenedIdea[];
  /** The idea in view beside the list; the first that waits, unless one was asked for. */
  readonly open: ScreenedIdea | undefined;
  readonly asked: ScreenedIdea | undefined;
  readonly merging: boolean;
  readonly filter: (filters: Readonly<Record<string, string>>) => void;
  readonly show: (idea: IdeaId) => void;
  readonly merge: (merging: boolean) => void;
  /** Opens the next idea that waits, or the list if none does. */
  readonly next: (from: IdeaId) => void;
  readonly toList: () => void;
}

export function useDesk(items: readonly ScreenedIdea[]): DeskState {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search, items);
  const listed = matching(items, filters);
  const asked = items.find(({ id }) => id === search.get('idea'));
  const open = asked ?? nextWaiting(listed, undefined) ?? listed[0];
  const leftAt = useRef(0);
  const stepped = useRef(false);
  const go = (next: Readonly<Record<string, string>>, replace = true) =>
    setSearch(new URLSearchParams(next), { replace });

  useLayoutEffect(() => {
    if (!isPhone()) return;
    if (asked === undefined && stepped.current) {
      stepped.current = false;
      scrollTo(0, leftAt.current);
    } else if (asked !== undefined) scrollTo(0, 0);
  }, [asked?.id]);

  const toList = () => {
    if (stepped.current) history.back();
    else go({ ...filters });
  };
  return {
    filters,
    listed,
    open,
    asked,
    merging: asked !== undefined && search.get('do') === 'merge',
    filter: go,
    show: idea => {
      const steps = asked === undefined && isPhone();
      if (steps) {
        leftAt.current = scrollY;
        stepped.current = true;
      }
      go({ ...filters, idea }, !steps);
    },
    merge: merging => {
      if (open !== undefined) go({ ...filters, idea: open.id, ...(merging && { do: 'merge' }) });
    },
    next: from => {
      const next = nextWaiting(listed, from);
      if (next !== undefined) go({ ...filters, idea: next.id });
      else toList();
    },
    toList,
  };
}

/** Whether the list and the idea take turns; the style sheet has the same width. */
function isPhone(): boolean {
  return matchMedia('(max-width: 1023px)').matches;
}
