/** Where the tasks of the first page lead. */
import { expect, it } from 'vitest';
import { TASKS } from '../../../../shared/contract/schemas/today.ts';
import { placeOf } from '../../../../web/features/home/tasks.ts';
import { PATTERNS, paths } from '../../../../web/paths.ts';
import { huatai, listedIdea, october } from '../../sample.ts';

const { id, title } = listedIdea();
const place = (kind: (typeof TASKS)[number], count: number) =>
  placeOf({ kind, count, ideas: [{ id, title }] }, huatai, october);
const patterns = Object.values(PATTERNS).map(
  pattern => new RegExp(`^${pattern.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
);

it.each(TASKS)('leads from %s to a page, whether there is one or many', kind => {
  for (const count of [1, 2]) {
    const [path = ''] = place(kind, count).split('?');
    expect(patterns.some(pattern => pattern.test(path))).toBe(true);
  }
});

it('opens the only idea of a kind at once', () => {
  expect(place('revise', 1)).toBe(paths.idea(huatai, id));
  expect(place('revise', 2)).toBe(paths.mine(huatai));
  expect(place('give-opinion', 1)).toBe(paths.idea(huatai, id));
  expect(place('give-opinion', 2)).toBe(paths.contact(huatai));
  for (const kind of ['work', 'screen', 'assign'] as const)
    expect(place(kind, 1)).toBe(paths.idea(huatai, id));
  expect(place('work', 2)).toBe(paths.work(huatai));
});

it('leads to the ballot in the round that is voted on', () => {
  expect(place('vote', 1)).toBe(paths.agendaItem(huatai, october, id));
  expect(place('vote', 34)).toBe(paths.agenda(huatai, october));
  for (const count of [1, 34]) expect(place('decide', count)).toBe(paths.toDecide(huatai, october));
});
