/**
 * The columns of a zone's tables, and the sorting of their rows. Withheld and undefined values come
 * last in either direction: they are neither large nor small.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getZoneStatistics } from '../../../shared/contract/routes/zone.ts';
import type { Rate } from '../../../shared/domain/numbers/rate.ts';

export type ZoneReply = ReplyOf<typeof getZoneStatistics>;
/** A round that all have published, and one that some have not. */
export type Complete = Extract<ZoneReply, { state: 'complete' }>;
export type Awaited = Extract<ZoneReply, { state: 'awaited' }>;

export type RoundNumbers = NonNullable<Complete['numbers']>;
export type WorkNumbers = NonNullable<Complete['work']>;

/** Of the round itself. */
export const ROUND_COLUMNS = [
  'submitted',
  'adopted',
  'adoptionRate',
  'participation',
  'decisionRate',
] as const satisfies readonly (keyof RoundNumbers)[];
/** Of the implementation of a year's ideas, in a round that tells of it. */
export const WORK_COLUMNS = [
  'accepted',
  'verifiedBenefit',
  'overdue',
] as const satisfies readonly (keyof WorkNumbers)[];

type RoundColumn = (typeof ROUND_COLUMNS)[number];
type WorkColumn = (typeof WORK_COLUMNS)[number];
export type NumberColumn = RoundColumn | WorkColumn;
export type Column = 'name' | NumberColumn;

export interface Row {
  readonly name: string;
  readonly numbers: RoundNumbers | null;
  readonly work: WorkNumbers | null;
}

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export const BY_NAME: Order = { column: 'name', descending: false };

/**
 * The effect of a press on a column's head: numbers begin with the largest, names with the first; a
 * second press reverses the order.
 */
export function pressed(order: Order, column: Column): Order {
  if (order.column !== column) return { column, descending: column !== 'name' };
  return { column, descending: !order.descending };
}

export function inOrder<Some extends Row>(
  rows: readonly Some[],
  { column, descending }: Order,
): Some[] {
  const sign = descending ? -1 : 1;
  const byName = (a: Row, b: Row) => counted(a.name).localeCompare(counted(b.name), 'zh');
  if (column === 'name') return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [one, other] = [sizeOf(column, a), sizeOf(column, b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

/** A name with a Chinese number as a digit, which sorts: 第一片区 is before 第二片区. */
function counted(name: string): string {
  return name.replace(
    /第([一二三四五六七八九])/,
    (_, digit: string) => `第${DIGITS.indexOf(digit)}`,
  );
}

const DIGITS = '〇一二三四五六七八九';

/** A row's value in a column; undefined if it is withheld. */
export function cellOf(column: NumberColumn, { numbers, work }: Row): number | Rate | undefined {
  return isOfWork(column) ? work?.[column] : numbers?.[column];
}

function isOfWork(column: NumberColumn): column is WorkColumn {
  return WORK_COLUMNS.some(one => one === column);
}

function sizeOf(column: NumberColumn, row: Row): number | undefined {
  const value = cellOf(column, row);
  if (value === undefined || typeof value === 'number') return value;
  return value.denominator === 0 ? undefined : value.numerator / value.denominator;
}
