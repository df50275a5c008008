/**
 * The file of a round's ideas. A reply has one part of it, read from the table until the part is
 * full. The next part begins after the last idea of this one.
 */
import * as contract from '../../shared/contract/routes/export.ts';
import { readRowCursor, rowCursorAfter } from '../../shared/domain/idea/cursor.ts';
import { authorsOf, type Idea, implementationOf } from '../../shared/domain/idea/idea.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { rulesOf } from '../../shared/domain/organization/calendar.ts';
import type { PeopleOf } from '../../shared/domain/organization/directory.ts';
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
          ids => members.people(path.organization, ids),
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
  peopleOf: PeopleOf,
): AsyncGenerator<IdeaRow, void, undefined> {
  let number = before;
  for await (const some of together(ideas, AT_ONCE)) {
    const people = await peopleOf([...new Set(some.flatMap(peopleIn))]);
    for (const idea of some) {
      number += 1;
      yield { number, idea, people };
    }
  }
}

/** The number of ideas whose names are looked up together. */
const AT_ONCE = 500;

/** Whoever a row names. */
function peopleIn(idea: Idea): MemberId[] {
  const owner = implementationOf(idea)?.owner;
  return [
    ...authorsOf(idea),
    ...(owner === undefined ? [] : [owner]),
    ...('acceptance' in idea ? [idea.acceptance.by] : []),
  ];
}

async function* together<Item>(
  items: AsyncIterable<Item>,
  most: number,
): AsyncGenerator<Item[], void, undefined> {
  let some: Item[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < most) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
