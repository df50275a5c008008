/**
 * The withheld parts of a roll-up, so that the page can explain them once, and not in every row.
 */
import type { Complete } from './order.ts';

/**
 * Work that the round does not tell of is not withheld. `wholeZone`: whether the reader is entitled to a total; to others its absence means
 * nothing.
 */
export function withheldIn(
  reply: Pick<Complete, 'numbers' | 'work' | 'districts' | 'workSince'>,
  wholeZone: boolean,
): 'nothing' | 'some' | 'all' {
  const cells = ({ numbers, work }: Pick<Complete, 'numbers' | 'work'>) =>
    reply.workSince === undefined ? [numbers] : [numbers, work];
  const all = [
    ...(wholeZone ? cells(reply) : []),
    ...reply.districts.flatMap(district => [
      ...cells(district),
      ...(district.rows ?? []).flatMap(cells),
    ]),
  ];
  const withheld = all.filter(one => one === null).length;
  if (withheld === 0) return 'nothing';
  return withheld === all.length ? 'all' : 'some';
}
