/** The ideas that are merged into an idea now, from its history: merged, and not unmerged since. */
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';

interface Entry {
  readonly act: string;
  readonly idea?: IdeaId | undefined;
}

export function absorbedBy(history: readonly Entry[]): IdeaId[] {
  const within = new Set<IdeaId>();
  for (const { act, idea } of history) {
    if (idea === undefined) continue;
    if (act === 'absorb') within.add(idea);
    if (act === 'release') within.delete(idea);
  }
  return [...within];
}
