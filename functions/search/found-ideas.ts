/**
 * The ideas behind what the index finds, as the table has them now: a merged one leads to the idea
 * that stands for it, and a withdrawn one is not found, even by its author.
 */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { IdeaRepository } from '../../shared/store/ideas.ts';

interface Found {
  /** The idea that the index found. */
  readonly hit: IdeaId;
  /** The idea that stands for it. */
  readonly idea: Idea;
}

type Ideas = Pick<ReturnType<IdeaRepository['seenBy']>, 'getMany' | 'follow'>;

/** Reads the ideas, in the order of their ids; each as it may be shown, or not at all. */
export function foundIdeas(organization: OrganizationId, ideas: Ideas) {
  return async (ids: readonly IdeaId[]): Promise<Found[]> => {
    const read = new Map((await ideas.getMany(organization, ids)).map(idea => [idea.id, idea]));
    const found = await Promise.all(
      ids.map(async hit => {
        const own = read.get(hit);
        const idea = own?.status === 'merged' ? await ideas.follow(organization, hit) : own;
        return idea && idea.status !== 'withdrawn' ? [{ hit, idea }] : [];
      }),
    );
    return found.flat();
  };
}
