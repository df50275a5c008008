/** Finds the ideas that may well be the same as one that is being typed. It writes nothing. */
import * as contract from '../../shared/contract/routes/search.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { prepared } from '../../shared/domain/search/prepared.ts';
import { commonIn, nearestTo } from '../../shared/domain/search/similarity.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { perRound } from '../../shared/store/search-index.ts';
import { listed } from '../listed-ideas.ts';
import type { SearchDeps } from './dependencies.ts';
import { foundIdeas } from './found-ideas.ts';

/** The most ideas that are shown. */
const MOST = 5;
/** Of what the index finds, some may be shown as one, or not at all. */
const LOOKED_AT = 12;

export function findSimilarIdeas(deps: SearchDeps): Endpoint {
  const preparedOf = perRound(({ entries }) => prepared(entries));
  return endpoint(
    contract.findSimilarIdeas,
    memberOf(deps.members),
    async ({ path, body, member }) => {
      const { except, ...draft } = body;
      const rounds = await deps.index.of(path.organization);
      const ids = rounds.flatMap(({ entries }) => entries.map(({ id }) => id));
      const near = nearestTo(draft, rounds.map(preparedOf)).flatMap(({ at }) => ids[at] ?? []);
      const find = foundIdeas(path.organization, deps.ideas.seenBy(member.id));
      const found = new Map<IdeaId, Idea>();
      for (const { idea } of await find(near.filter(id => id !== except).slice(0, LOOKED_AT)))
        if (idea.id !== except) found.set(idea.id, idea);
      const rows = await listed([...found.values()].slice(0, MOST), member, deps);
      return answer({
        ideas: rows.map(idea => ({ idea, marks: { title: commonIn(draft, idea.title) } })),
      });
    },
  );
}
