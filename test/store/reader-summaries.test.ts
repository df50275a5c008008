/**
 * A reader's summaries of ideas, read with few queries: any selection of ideas agrees with the
 * facts.
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { supportCountKey } from '../../shared/store/keys.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { putItems } from './many-items.ts';
import { HUATAI, member, NOVEMBER, newIdea, OCTOBER, ZHONGCHENG } from './sample-facts.ts';

const READER = member('HT0132');
const OTHER = member('HT0133');
const MANY = 400;
let table: FreshTable;
let ideas: readonly Idea[];
/** By the idea's position: supported by the reader, by both, by the other alone, by nobody. */
const backersOf = (at: number): readonly MemberId[] =>
  [[READER], [READER, OTHER], [OTHER], []][at % 4] ?? [];

beforeAll(async () => {
  table = await freshTable();
  ideas = Array.from({ length: MANY }, (_, at) =>
    newIdea({
      round: at % 5 === 0 ? NOVEMBER : OCTOBER,
      submittedAt: instantOf(Date.UTC(2026, 8, 20) + at * 60_000),
      key: `standing ${at}`,
    }),
  );
  await putItems(
    table,
    ideas.map(idea => toItem(idea)),
  );
  await backAll(HUATAI);
});

async function backAll(of: OrganizationId): Promise<void> {
  const supports = supportRepository(table);
  for (const [at, idea] of ideas.entries()) {
    const backers = backersOf(at);
    await Promise.all(backers.map(one => supports.add(of, idea.id, one)));
    // As the stream counts them.
    if (backers.length > 0 || at % 4 > 0)
      await putItems(table, [
        {
          ...supportCountKey({ ...idea, organization: of, firstSubmittedAt: idea.submittedAt }),
          type: 'supports',
          ideaId: idea.id,
          supports: backers.length,
          comments: at % 4,
        },
      ]);
  }
}

it('any selection of ideas, close together or far apart, of one round or several, is read correctly', async () => {
  const { backing, supports } = readerSummaryRepository(table);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(MANY - 1), { maxLength: 60 }),
      fc.integer({ min: 0, max: MANY - 30 }),
      fc.integer({ min: 0, max: 30 }),
      async (scattered, from, length) => {
        const chosen = [
          ...new Set([...scattered, ...Array.from({ length }, (_, at) => from + at)]),
        ];
        const asked = chosen.flatMap(at => ideas[at] ?? []);
        const [backed, counted] = await Promise.all([backing(asked, READER), supports(asked)]);
        for (const at of chosen) {
          const id = ideas[at]?.id ?? newIdea().id;
          const expected = backersOf(at);
          expect(backed(id)).toEqual({
            supports: expected.length,
            comments: at % 4,
            supported: expected.includes(READER),
          });
          expect(counted(id)).toBe(expected.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('a member’s support in another organization does not count in this one', async () => {
  const elsewhere = ideas.slice(0, 12).map(idea => ({ ...idea, organization: ZHONGCHENG }));
  const backed = await readerSummaryRepository(table).backing(elsewhere, READER);
  for (const { id } of elsewhere)
    expect(backed(id)).toEqual({ supports: 0, comments: 0, supported: false });
});
