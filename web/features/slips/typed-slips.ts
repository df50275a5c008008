/**
 * The slips that a secretary typed last in this tab, for looking at them again. Only the ideas' ids
 * are stored, and only until the tab is closed; everything else is read when it is shown.
 */
import { type IdeaId, isIdeaId } from '../../../shared/domain/kernel/ids.ts';
import { parsed } from '../../ui/form/draft-fields.ts';
import type { DraftKind } from '../../ui/form/kept-draft.ts';
import { useDraft } from '../../ui/form/use-draft.ts';

const MOST = 10;

export interface TypedSlips {
  /** The last one first. */
  readonly ids: readonly IdeaId[];
  readonly add: (id: IdeaId) => void;
  readonly remove: (id: IdeaId) => void;
}

const TYPED: DraftKind<readonly IdeaId[]> = {
  read: text => {
    const stored = parsed(text);
    return Array.isArray(stored)
      ? stored.filter((one): one is IdeaId => typeof one === 'string' && isIdeaId(one))
      : undefined;
  },
  start: () => [],
  isSecret: () => true,
};

export function useTypedSlips(): TypedSlips {
  const { draft: ids, write } = useDraft(['typed-slips'], TYPED);
  return {
    ids,
    add: id => write([id, ...ids.filter(one => one !== id)].slice(0, MOST)),
    remove: id => write(ids.filter(one => one !== id)),
  };
}
