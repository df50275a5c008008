/** Finds the ideas that may well be the same as one that is being typed. It writes nothing. */
import * as contract from '../../shared/contract/routes/search.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { commonIn, featuresOf, nearestTo } from '../../shared/domain/search/similarity.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { listed } from '../listed-ideas.ts';
import type { SearchDeps } from './dependencies.ts';
import { foundIdeas } from './found-ideas.ts';

/** The most ideas that are shown. */
const MOST = 5;
/** Of what the index finds, some may be shown as one, or not at all. */
const LOOKED_AT = 12;

export function findSimilarIdeas(deps: SearchDeps): Endpoint {
  return endpoint(
    contract.findSimilarIdeas,
    memberOf(deps.members),
    async ({ path, body, member }) => {
      const { except, ...draft } = body;
      const entries = (await deps.index.of(path.organization)).flatMap(({ entries }) => entries);
      const near = nearestTo(draft, entries, featuresOf, LOOKED_AT);
      const find = foundIdeas(path.organization, deps.ideas.seenBy(member.id));
      const found = new Map<IdeaId, Idea>();
      for (const { idea } of await find(near.map(({ idea: { id } }) => id)))
        if (idea.id !== except) found.set(idea.id, idea);
      const rows = await listed([...found.values()].slice(0, MOST), member, deps);
      return answer({
        ideas: rows.map(idea => ({ idea, marks: { title: commonIn(draft, idea.title) } })),
      });
    },
  );
}
