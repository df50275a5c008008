/**
 * What of a roll-up is withheld, so that the page can say why once, and not in every row.
 */
import type { Complete } from './order.ts';

/** `wholeZone`: whether the reader is one to whom a total is due; to others its absence says nothing. */
export function withheldIn(
  { numbers, work, districts }: Pick<Complete, 'numbers' | 'work' | 'districts'>,
  wholeZone: boolean,
): 'nothing' | 'some' | 'all' {
  const all = [
    ...(wholeZone ? [numbers, work] : []),
    ...districts.flatMap(({ numbers, work, rows = [] }) => [
      numbers,
      work,
      ...rows.flatMap(row => [row.numbers, row.work]),
    ]),
  ];
  const withheld = all.filter(one => one === null).length;
  if (withheld === 0) return 'nothing';
  return withheld === all.length ? 'all' : 'some';
}
