/**
 * What of a roll-up is withheld, so that the page can say why once, and not in every row.
 */
import type { ZoneReply } from './order.ts';

/** `wholeZone`: whether the reader is one to whom a total is due; to others its absence says nothing. */
export function withheldIn(
  { numbers, districts }: Pick<ZoneReply, 'numbers' | 'districts'>,
  wholeZone: boolean,
): 'nothing' | 'some' | 'all' {
  const all = [
    ...(wholeZone ? [numbers] : []),
    ...districts.flatMap(({ numbers, rows = [] }) => [numbers, ...rows.map(row => row.numbers)]),
  ];
  const withheld = all.filter(one => one === null).length;
  if (withheld === 0) return 'nothing';
  return withheld === all.length ? 'all' : 'some';
}
