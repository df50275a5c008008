/** The order of an agenda in the table: set whole, and by two at once not in place of what neither has seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { IdeaId } from '../../shared/domain/ids.ts';
import { agendaRepository } from '../../shared/store/agendas.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, NOVEMBER, newIdea, OCTOBER, organization, ZHONGCHENG } from './sample-facts.ts';
import { watched } from './watched-table.ts';

let table: FreshTable;
beforeAll(async () => {
  table = await freshTable();
});

const [a, b, c] = [newIdea(), newIdea(), newIdea()].map(({ id }) => id) as [IdeaId, IdeaId, IdeaId];

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

  it('is changed from what it is, none included, and not written where nothing changes', async () => {
    const agendas = agendaRepository(table);
    const of = organization('changed');
    expect(await agendas.change(of, OCTOBER, before => [...before, a])).toEqual([a]);
    expect(await agendas.change(of, OCTOBER, before => [...before, b])).toEqual([a, b]);
    expect(await agendas.order(of, OCTOBER)).toEqual([a, b]);
    const untouched = watched(table, { before: () => Promise.reject(new Error('a write')) });
    expect(await agendaRepository(untouched).change(of, OCTOBER, before => before)).toEqual([a, b]);
    expect(await agendaRepository(untouched).change(of, NOVEMBER, () => [])).toEqual([]);
  });

  it('that somebody else changes in between is changed from what that made of it', async () => {
    const of = organization('in-between');
    const agendas = agendaRepository(table);
    const others = [() => agendas.arrange(of, OCTOBER, [b]), () => agendas.arrange(of, OCTOBER, [c, b])];
    const overtaken = watched(table, { before: () => others.shift()?.() });
    expect(await agendaRepository(overtaken).change(of, OCTOBER, before => [...before, a])).toEqual([
      c,
      b,
      a,
    ]);
    expect(await agendas.order(of, OCTOBER)).toEqual([c, b, a]);
  });

  it('is given up on where it never stands still', async () => {
    const of = organization('restless');
    const agendas = agendaRepository(table);
    const restless = watched(table, {
      before: write => agendas.arrange(of, OCTOBER, write % 2 === 0 ? [b] : [c]),
    });
    await expect(agendaRepository(restless).change(of, OCTOBER, () => [a])).rejects.toThrow('kept changing');
  });

  it('is added to by many at once, once', async () => {
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

  it('holds as many ideas as an agenda may have', async () => {
    const agendas = agendaRepository(table);
    const of = organization('longest');
    const order = Array.from(
      { length: 5000 },
      (_, at) => `${OCTOBER}-${String(at).padStart(26, '0')}` as never,
    );
    await agendas.arrange(of, OCTOBER, order);
    await agendas.change(of, OCTOBER, before => before.toReversed());
    expect(await agendas.order(of, OCTOBER)).toEqual(order.toReversed());
  });
});
