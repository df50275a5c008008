/**
 * The reader's acts that are not sent yet: pages show each where it was made. The agenda, whose first
 * load is at its budget, finds its votes itself.
 */
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import type { Act, ActId, Entry } from './entry.ts';
import { useEntries } from './outbox-context.tsx';

type WithAct<Id extends ActId> = Entry & { readonly act: Extract<Act, { readonly id: Id }> };

/**
 * Those of some kinds that are about an idea, oldest first; a new idea is about none, and is among
 * them also when it has arrived.
 */
export function useWaitingActs<Id extends ActId>(
  idea: IdeaId | undefined,
  ...ids: readonly Id[]
): WithAct<Id>[] {
  return (useEntries() ?? []).filter((entry): entry is WithAct<Id> => {
    const { id, request } = entry.act;
    const about = 'idea' in request.path ? request.path.idea : undefined;
    return about === idea && ids.some(one => one === id) && entry.state.is !== 'refused';
  });
}
