/**
 * The order of an agenda in the table: set whole, and never over a concurrent change that the
 * writer has not seen.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { agendaKey } from '../../shared/store/keys.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { manyIds } from './many-items.ts';
import { HUATAI, NOVEMBER, newIdea, OCTOBER, organization, ZHONGCHENG } from './sample-facts.ts';
import { Breakdown, watched } from './watched-table.ts';

let table: FreshTable;
beforeAll(async () => {
  table = await freshTable();
});

const [a, b, c] = [newIdea(), newIdea(), newIdea()].map(({ id }) => id) as [IdeaId, IdeaId, IdeaId];

describe('an order', () => {
  it('is none at first, and then the last one that was set', async () => {
    const agendas = agendaRepository(table);
    expect(await agendas.order(HUATAI, OCTOBER)).toEqual([]);
    await agendas.arrange(HUATAI, OCTOBER, [b, a]);
    await agendas.arrange(HUATAI, OCTOBER, [a, c, b]);
    expect(await agendas.order(HUATAI, OCTOBER)).toEqual([a, c, b]);
    expect(await agendas.order(HUATAI, NOVEMBER)).toEqual([]);
    expect(await agendas.order(ZHONGCHENG, OCTOBER)).toEqual([]);
  });

  it('is changed on condition of its present state, even none, and not written without a change', async () => {
    const agendas = agendaRepository(table);
    const of = organization('changed');
    expect(await agendas.change(of, OCTOBER, before => [...before, a])).toEqual([a]);
    expect(await agendas.change(of, OCTOBER, before => [...before, b])).toEqual([a, b]);
    expect(await agendas.order(of, OCTOBER)).toEqual([a, b]);
    const untouched = watched(table, { before: () => Promise.reject(new Error('a write')) });
    expect(await agendaRepository(untouched).change(of, OCTOBER, before => before)).toEqual([a, b]);
    expect(await agendaRepository(untouched).change(of, NOVEMBER, () => [])).toEqual([]);
  });

  it('that another writer changes in between is changed from the new state', async () => {
    const of = organization('in-between');
    const agendas = agendaRepository(table);
    const others = [
      () => agendas.arrange(of, OCTOBER, [b]),
      () => agendas.arrange(of, OCTOBER, [c, b]),
    ];
    const overtaken = watched(table, {
      before: async () => {
        await others.shift()?.();
      },
    });
    expect(await agendaRepository(overtaken).change(of, OCTOBER, before => [...before, a])).toEqual(
      [c, b, a],
    );
    expect(await agendas.order(of, OCTOBER)).toEqual([c, b, a]);
  });

  it('is given up if it keeps changing', async () => {
    const of = organization('restless');
    const agendas = agendaRepository(table);
    const restless = watched(table, {
      before: async write => {
        await agendas.arrange(of, OCTOBER, write % 2 === 0 ? [b] : [c]);
      },
    });
    await expect(agendaRepository(restless).change(of, OCTOBER, () => [a])).rejects.toThrow(
      'kept changing',
    );
  });

  it('is not replaced by an arrangement that began with another one', async () => {
    const of = organization('two-arrange');
    const agendas = agendaRepository(table);
    const asSeen = (placed: readonly IdeaId[]) => placed.length === 0;
    const overtaken = watched(table, {
      before: async write => {
        if (write === 1) await agendas.arrange(of, OCTOBER, [b, a]);
      },
    });
    expect(await agendaRepository(overtaken).arrange(of, OCTOBER, [a, b], asSeen)).toBe(false);
    expect(await agendas.order(of, OCTOBER)).toEqual([b, a]);
  });

  it('takes the additions of many at once, each once', async () => {
    const agendas = agendaRepository(table);
    const of = organization('at-once');
    await agendas.arrange(of, OCTOBER, [b]);
    const completed = (before: readonly IdeaId[]) => [
      ...before,
      ...[a, c].filter(id => !before.includes(id)),
    ];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => agendas.change(of, OCTOBER, completed)),
    );
    for (const answer of answers) expect(answer).toEqual([b, a, c]);
    expect(await agendas.order(of, OCTOBER)).toEqual([b, a, c]);
  });

  it('of an older release is read, and all of it keeps its place', async () => {
    const of = organization('older');
    const order = manyIds(150);
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          ...agendaKey(of, OCTOBER),
          type: 'agenda',
          organization: of,
          round: OCTOBER,
          order,
        },
      }),
    );
    const agendas = agendaRepository(table);
    expect(await agendas.order(of, OCTOBER)).toEqual(order);
    await agendas.change(of, OCTOBER, (before, arranged) => {
      expect(arranged).toEqual(before);
      return [...before, a];
    });
    expect(await agendas.order(of, OCTOBER)).toEqual([...order, a]);
    expect((await agendas.stretch(of, OCTOBER, 149, 50)).ids).toEqual([
      { number: 150, item: order[149] },
      { number: 151, item: a },
    ]);
  });
});

describe('a long order', () => {
  const every = async (of: OrganizationId, limit: number): Promise<unknown[]> => {
    const agendas = agendaRepository(table);
    const found: unknown[] = [];
    for (let after = 0, length = 1; after < length; after += limit) {
      const stretch = await agendas.stretch(of, OCTOBER, after, limit);
      found.push(...stretch.ids);
      length = stretch.length;
    }
    return found;
  };

  it('holds any number of ideas, and any part of it is read with two items', async () => {
    const of = organization('longest');
    const order = manyIds(11_500);
    const agendas = agendaRepository(table);
    await agendas.arrange(of, OCTOBER, order);
    await agendas.change(of, OCTOBER, before => before.toReversed());
    expect(await agendas.order(of, OCTOBER)).toEqual(order.toReversed());
    const sent: string[] = [];
    const reading = agendaRepository(watched(table, { sent: command => sent.push(command) }));
    const { ids, length } = await reading.stretch(of, OCTOBER, 11_300, 100);
    expect(length).toBe(11_500);
    expect(ids[0]).toEqual({ number: 11_301, item: order[199] });
    expect(ids).toHaveLength(100);
    expect(sent).toEqual(['GetCommand', 'BatchGetCommand']);
  });

  it('grows part by part, and is unchanged where that stops', async () => {
    const of = organization('growing');
    const agendas = agendaRepository(table);
    const ids = manyIds(430);
    for (const many of [40, 99, 100, 101, 199, 200, 201, 430]) {
      for (const write of [1, 2, 3, 4]) {
        const broken = watched(table, {
          before(at) {
            if (at === write) throw new Breakdown();
          },
        });
        const grown = agendaRepository(broken).change(of, OCTOBER, () => ids.slice(0, many));
        const before = await grown.then(
          () => ids.slice(0, many),
          () => undefined,
        );
        const now = await agendas.order(of, OCTOBER);
        expect(now).toEqual(before ?? ids.slice(0, now.length));
      }
      await agendas.change(of, OCTOBER, () => ids.slice(0, many));
      const numbered = ids.slice(0, many).map((item, at) => ({ number: at + 1, item }));
      for (const limit of [7, 50, 100]) expect(await every(of, limit)).toEqual(numbered);
    }
  });

  it('is arranged whole or not at all, also by two at once', async () => {
    const of = organization('whole');
    const agendas = agendaRepository(table);
    const ids = manyIds(350);
    await agendas.arrange(of, OCTOBER, ids);
    for (const write of [1, 2, 3, 4]) {
      const broken = watched(table, {
        before(at) {
          if (at === write) throw new Breakdown();
        },
      });
      await expect(agendaRepository(broken).arrange(of, OCTOBER, ids.toReversed())).rejects.toThrow(
        Breakdown,
      );
      expect(await agendas.order(of, OCTOBER)).toEqual(ids);
    }
    const orders = [ids.toReversed(), [...ids.slice(100), ...ids.slice(0, 100)]];
    await Promise.all(orders.map(order => agendas.arrange(of, OCTOBER, order)));
    expect(orders).toContainEqual(await agendas.order(of, OCTOBER));
  });

  it('loses no idea that several add at once', async () => {
    const of = organization('several');
    const agendas = agendaRepository(table);
    const ids = manyIds(260);
    await agendas.change(of, OCTOBER, () => ids.slice(0, 250));
    await Promise.all(
      ids.slice(250, 254).map(id => agendas.change(of, OCTOBER, order => [...order, id])),
    );
    expect(new Set(await agendas.order(of, OCTOBER))).toEqual(new Set(ids.slice(0, 254)));
    expect(await agendas.length(of, OCTOBER)).toBe(254);
  });
});
