/**
 * The slips that a secretary typed last in this tab, for looking at them again. Only the ideas' ids
 * are stored, and only until the tab is closed; everything else is read when it is shown.
 */
import { useState } from 'preact/hooks';
import { type IdeaId, isIdeaId } from '../../../shared/domain/kernel/ids.ts';
import { tab } from '../../storage/browser-storage.ts';

const MOST = 10;

export interface TypedSlips {
  /** The last one first. */
  readonly ids: readonly IdeaId[];
  readonly add: (id: IdeaId) => void;
  readonly remove: (id: IdeaId) => void;
}

export function useTypedSlips(place: string): TypedSlips {
  const [ids, setIds] = useState<readonly IdeaId[]>(() => readIds(tab.getItem(place)));
  const keep = (next: readonly IdeaId[]): void => {
    tab.setItem(place, next.join(' '));
    setIds(next);
  };
  return {
    ids,
    add: id => keep([id, ...ids.filter(one => one !== id)].slice(0, MOST)),
    remove: id => keep(ids.filter(one => one !== id)),
  };
}

function readIds(text: string | null): IdeaId[] {
  return (text ?? '').split(' ').filter(isIdeaId);
}
