/**
 * The withheld parts of a roll-up, so that the page can explain them once, and not in every row.
 */
import type { Complete } from './order.ts';

/** `wholeZone`: whether the reader is entitled to a total; to others its absence means nothing. */
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
