/** Whether a roll-up withholds numbers, which the page then explains. */
import { expect, it } from 'vitest';
import { isOrganizationId, isRoundId } from '../../../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { withheldIn } from '../../../../web/features/zone/withheld.ts';

const numbers = numbersOf(new Map([['submitted', 20]]), 10, 100);
const work = { ...numbers, overdue: 0 };
/** Numbers with work beside them, or neither. */
const both = (one: typeof numbers | null) => ({ numbers: one, work: one && work });
const [workSince] = ['2026-01'].filter(isRoundId);
const december = { workSince: workSince! };
const [organization] = ['huatai'].filter(isOrganizationId);
const rowsOf = (...all: (typeof numbers | null)[]) =>
  all.map(one => ({ organization: organization!, name: '华泰矿冶', ...both(one) }));
const district = (one: typeof numbers | null, rows?: ReturnType<typeof rowsOf>) => ({
  district: '第一片区',
  organizations: 2,
  ...both(one),
  ...(rows && { rows }),
});

it('detects a single withheld organization', () => {
  const districts = [district(numbers, rowsOf(numbers, null))];
  expect(withheldIn({ ...december, ...both(numbers), districts }, true)).toBe('some');
  expect(
    withheldIn(
      { ...december, ...both(numbers), districts: [district(numbers, rowsOf(numbers, numbers))] },
      true,
    ),
  ).toBe('nothing');
});

it('does not take a total without entitlement for a withheld one', () => {
  const districts = [district(numbers)];
  expect(withheldIn({ ...december, ...both(null), districts }, false)).toBe('nothing');
  expect(withheldIn({ ...december, ...both(null), districts }, true)).toBe('some');
});

it('detects a round without any visible numbers', () => {
  const districts = [district(null, rowsOf(null, null)), district(null)];
  expect(withheldIn({ ...december, ...both(null), districts }, true)).toBe('all');
  expect(withheldIn({ ...december, ...both(null), districts }, false)).toBe('all');
  expect(withheldIn({ ...december, ...both(numbers), districts }, true)).toBe('some');
});

it('detects withheld work beside visible numbers ', () => {
  expect(
    withheldIn({ ...december, numbers, work: null, districts: [district(numbers)] }, true),
  ).toBe('some');
});

it('does not call work withheld of which the round does not tell', () => {
  const noWork = { ...district(numbers), work: null };
  expect(withheldIn({ numbers, work: null, districts: [noWork] }, true)).toBe('nothing');
});
