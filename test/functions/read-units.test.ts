/** What lists cost to read: by what they show, and not by what is in the round beside it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { supportCountKey } from '../../shared/store/keys.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { costOf, metered } from '../bench/metered.ts';
import { freshTable } from '../fresh-table.ts';
import { putItems } from '../store/many-items.ts';
import { HUATAI, member, newIdea, OCTOBER } from '../store/sample-facts.ts';
import { AT, apiOf, foundFirm, SetClock } from './small-firm.ts';

describe.each([60, 1000])('in a round of %i ideas', size => {
  let read: (
    query: Record<string, string>,
  ) => Promise<{ units: number; items: { id: string }[]; nextCursor?: string }>;

  beforeAll(async () => {
    const raw = await freshTable();
    await foundFirm(raw);
    const ideas = Array.from({ length: size }, (_, at) =>
      newIdea({
        author: `X${at}`,
        category: ['设备', '安全', '质量'][at % 3] ?? '设备',
        submittedAt: instantOf(Date.UTC(2026, 8, 20) + at * 600_000),
      }),
    );
    await putItems(
      raw,
      ideas.map(idea => toItem(idea)),
    );
    await putItems(
      raw,
      ideas.map(idea => ({
        ...supportCountKey(idea),
        type: 'supports',
        ideaId: idea.id,
        supports: 1,
        changes: 1,
      })),
    );
    const supports = supportRepository(raw);
    for (const { id } of ideas.filter((_, at) => at % 7 === 0).slice(-40))
      await supports.add(HUATAI, id, member('E1'));
    const { table, meter } = metered(raw);
    const call = apiOf(table, new SetClock(AT.collecting));
    read = async query => {
      let body: { items: { id: string }[]; nextCursor?: string } = { items: [] };
      const { reads } = await costOf(meter, async () => {
        const reply = await call<typeof body>(listIdeas, {
          as: 'E1',
          path: { round: OCTOBER },
          query,
        });
        ({ body } = reply);
      });
      return { units: reads, ...body };
    };
  });

  it('a list of 50 costs at most 15 units and a page of 10 at most 5', async () => {
    const fifty = await read({ limit: '50' });
    expect(fifty.items).toHaveLength(50);
    expect(fifty.items).toContainEqual(expect.objectContaining({ supports: 1, supported: true }));
    expect(fifty.units).toBeLessThanOrEqual(15);
    const ten = await read({ limit: '10' });
    expect(ten.items).toHaveLength(10);
    expect(ten.units).toBeLessThanOrEqual(5);
  });

  it('so does one with two filters, and going on leads through all that pass both', async () => {
    const both = { status: 'submitted', category: '安全' };
    for (const [limit, most] of [
      ['10', 5],
      ['50', 15],
    ] as const) {
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await read({ ...both, limit, ...(cursor !== undefined && { cursor }) });
        expect(page.units).toBeLessThanOrEqual(most);
        for (const { id } of page.items) seen.add(id);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen.size).toBe(Math.floor((size + 1) / 3));
    }
  });

  it('so does one with a filter', async () => {
    const ten = await read({ limit: '10', category: '安全' });
    expect(ten.items).toHaveLength(10);
    expect(ten.units).toBeLessThanOrEqual(5);
    expect((await read({ limit: '50', category: '安全' })).units).toBeLessThanOrEqual(15);
  });
});
