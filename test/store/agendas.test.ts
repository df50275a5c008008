/** The order of an agenda in the table: set whole, and by two at once not in place of what neither has seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, NOVEMBER, newIdea, OCTOBER, organization, ZHONGCHENG } from './sample-facts.ts';
import { watched } from './watched-table.ts';

let table: FreshTable;
beforeAll(async () => {
  table = await freshTable();
});

const [a, b, c] = [newIdea(), newIdea(), newIdea()].map(({ id }) => id) as [never, never, never];

describe('an order', () => {
  it('is none until somebody sets one, and then the last that was set', async () => {
    const agendas = agendaRepository(table);
    expect(await agendas.order(HUATAI, OCTOBER)).toEqual([]);
    await agendas.arrange(HUATAI, OCTOBER, [b, a]);
    await agendas.arrange(HUATAI, OCTOBER, [a, c, b]);
    expect(await agendas.order(HUATAI, OCTOBER)).toEqual([a, c, b]);
    expect(await agendas.order(HUATAI, NOVEMBER)).toEqual([]);
    expect(await agendas.order(ZHONGCHENG, OCTOBER)).toEqual([]);
  });

  it('is set anew on condition that it is what was read, none included', async () => {
    const agendas = agendaRepository(table);
    const of = organization('conditional');
    expect(await agendas.rearrange(of, OCTOBER, [], [a, b])).toBe(true);
    for (const stale of [[], [b, a], [a], [a, b, c]])
      expect(await agendas.rearrange(of, OCTOBER, stale, [c])).toBe(false);
    expect(await agendas.order(of, OCTOBER)).toEqual([a, b]);
    expect(await agendas.rearrange(of, OCTOBER, [a, b], [])).toBe(true);
    expect(await agendas.rearrange(of, OCTOBER, [], [c])).toBe(true);
    expect(await agendas.order(of, OCTOBER)).toEqual([c]);
  });

  it('of many who set it anew at once is set by one', async () => {
    const agendas = agendaRepository(table);
    const of = organization('at-once');
    await agendas.arrange(of, OCTOBER, [a, b, c]);
    const orders = [
      [c, b, a],
      [b, c, a],
      [c, a, b],
    ];
    const answers = await Promise.all(orders.map(order => agendas.rearrange(of, OCTOBER, [a, b, c], order)));
    expect(answers.filter(won => won)).toHaveLength(1);
    expect(await agendas.order(of, OCTOBER)).toEqual(orders[answers.indexOf(true)]);
  });

  it('is completed at its end, once, however many add at once, and is left alone where nothing is missing', async () => {
    const agendas = agendaRepository(table);
    const of = organization('completed');
    await agendas.arrange(of, OCTOBER, [b]);
    const missing = (before: readonly string[]) => [a, c].filter(id => !before.includes(id));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => agendas.complete(of, OCTOBER, missing)),
    );
    for (const answer of answers) expect(answer).toEqual([b, a, c]);
    expect(await agendas.order(of, OCTOBER)).toEqual([b, a, c]);
    expect(await agendas.complete(of, NOVEMBER, () => [])).toEqual([]);
    const untouched = watched(table, { before: () => Promise.reject(new Error('a write')) });
    expect(await agendaRepository(untouched).complete(of, OCTOBER, missing)).toEqual([b, a, c]);
  });

  it('holds as many ideas as an agenda may have', async () => {
    const agendas = agendaRepository(table);
    const of = organization('longest');
    const order = Array.from(
      { length: 5000 },
      (_, at) => `${OCTOBER}-${String(at).padStart(26, '0')}` as never,
    );
    await agendas.arrange(of, OCTOBER, order);
    expect(await agendas.rearrange(of, OCTOBER, order, order.toReversed())).toBe(true);
    expect(await agendas.order(of, OCTOBER)).toEqual(order.toReversed());
  });
});
