/**
 * The file of a round's ideas. A reply has one part of it, read from the table until the part is
 * full. The next part begins after the last idea of this one.
 */
import * as contract from '../../shared/contract/routes/export.ts';
import { readRowCursor, rowCursorAfter } from '../../shared/domain/idea/cursor.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { rulesOf } from '../../shared/domain/organization/calendar.ts';
import { fillPart, partHeaders } from '../../shared/http/csv.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';
import { type IdeaRow, ideaColumns } from './idea-columns.ts';

export function exportIdeas({ members, organizations, rounds, ideas }: CommitteeDeps): Endpoint {
  return endpoint(
    contract.exportIdeas,
    memberOf(members),
    async ({ path, query: { cursor }, member, language }) => {
      const [organization, round] = await Promise.all([
        organizations.ofMember(member),
        rounds.get(path.organization, path.round),
      ]);
      if (!round) return err({ code: 'not-found', what: 'round' });
      const before = cursor && readRowCursor(cursor);
      const { text, last } = await fillPart(
        ideaColumns(rulesOf(path.round, organization.calendar), member, language),
        numbered(
          ideas
            .seenBy(member.id)
            .wholeRound(path.organization, path.round, before && { after: before.id }),
          before?.number ?? 0,
        ),
        { first: before === undefined },
      );
      const next = last && rowCursorAfter({ number: last.number, id: last.idea.id });
      return answer(
        text,
        partHeaders(contract.exportIdeas, path, { file: `ideas-${path.round}.csv`, next }),
      );
    },
  );
}

async function* numbered(
  ideas: AsyncIterable<Idea>,
  before: number,
): AsyncGenerator<IdeaRow, void, undefined> {
  let number = before;
  for await (const idea of ideas) {
    number += 1;
    yield { number, idea };
  }
}
