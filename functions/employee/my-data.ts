/**
 * All that is kept about the caller, for the caller (个人信息保护法, art. 45). The first part has
 * their entry on the list; each further one a round's ideas, or as many as fit. It holds no name,
 * number or account of anybody else.
 */
import * as contract from '../../shared/contract/routes/my-data.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { isIdeaId, isRoundId, roundIdOf, roundOfIdea } from '../../shared/domain/kernel/ids.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { memberTraces } from '../../shared/store/member-traces.ts';
import type { EmployeeDeps } from './dependencies.ts';
import { aboutMember, besideIdea, NOTES, type Section } from './my-data-sections.ts';

/** The most ideas of a part, and the most characters after which no further idea is begun. */
const MOST_IDEAS = 100;
const MOST_CHARACTERS = 1_000_000;
const FILE = { 'content-disposition': 'attachment; filename="my-data.json"' };
const LAST_ROUND = roundIdOf(2099, 12);

interface Part {
  readonly sections: readonly Section[];
  readonly nextCursor?: string | undefined;
}

export function exportMyData(deps: EmployeeDeps): Endpoint {
  const { members, organizations, rounds, clock } = deps;
  return endpoint(contract.exportMyData, memberOf(members), async ({ query, member }) => {
    const organization = await organizations.ofMember(member);
    const first: Part | undefined =
      query.cursor === undefined
        ? {
            sections: aboutMember(
              member,
              await memberTraces(deps.table).entriesAbout(member.organization, member.id),
            ),
            nextCursor: await rounds.oldest(member.organization),
          }
        : undefined;
    const { sections, nextCursor } = first ?? (await partFrom(query.cursor ?? '', member, deps));
    const body = {
      organization: organization.name,
      at: clock.now(),
      notes: first ? [...NOTES] : [],
      sections: sections.map(({ heading, rows }) => ({ heading, rows: [...rows] })),
      ...(nextCursor !== undefined && { nextCursor }),
    };
    return answer(body, FILE);
  });
}

/** The ideas of a round from a place on, and the place after them. */
async function partFrom(
  place: string,
  member: Member,
  { ideas, rounds, table }: EmployeeDeps,
): Promise<Part> {
  const after = isIdeaId(place) ? place : undefined;
  const round = after ? roundOfIdea(after) : place;
  if (!isRoundId(round)) throw new Error('a place in no round');
  const { organization, id } = member;
  const traces = memberTraces(table);
  const rows = new Map<string, Section['rows'][number][]>();
  let [read, characters] = [0, 0];
  let last: Idea | undefined;
  for await (const idea of ideas.wholeRound(organization, round, after && { after })) {
    if (read >= MOST_IDEAS || characters > MOST_CHARACTERS)
      return { sections: sectionsOf(rows), nextCursor: last?.id };
    for (const section of besideIdea(
      idea,
      member,
      await traces.besideIdea(organization, idea.id, id),
    )) {
      rows.set(section.heading, [...(rows.get(section.heading) ?? []), ...section.rows]);
      characters += JSON.stringify(section.rows).length;
    }
    read += 1;
    last = idea;
  }
  const further = await rounds.between(organization, round, LAST_ROUND);
  return { sections: sectionsOf(rows), nextCursor: further.find(one => one.id > round)?.id };
}

function sectionsOf(rows: ReadonlyMap<string, Section['rows']>): Section[] {
  return [...rows].map(([heading, rows]) => ({ heading, rows }));
}
