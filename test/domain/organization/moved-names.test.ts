/** Lists that move names from one member to another. */
import { expect, it } from 'vitest';
import type { PersonName } from '../../../shared/domain/kernel/ids.ts';
import { memberImport } from '../../../shared/domain/organization/member-import.ts';
import { membershipTotals } from '../../../shared/domain/organization/membership-invariants.ts';
import { movedNames } from '../../../shared/domain/organization/moved-names.ts';
import type { Member } from '../../../shared/domain/organization/organization.ts';
import { department, huatai, member, name, person, value } from '../sample.ts';

const called = (id: string, text: string): Member => ({ ...person(id), name: name(text) });
const LIST = [
  called('E1', '王建国'),
  called('E2', '李秀英'),
  called('E3', '张伟民'),
  called('E4', '张伟民'),
  { ...called('E5', '赵淑兰'), active: false },
  person('E6'),
];

/** The moved names when a list gives these members these names, in this order. */
function moved(...rows: readonly (readonly [string, string])[]): Record<string, string> {
  const take = memberImport(huatai, LIST, membershipTotals(LIST, huatai.departments));
  const steps = rows.map(([id, text]) =>
    value(
      take({
        id: member(id),
        name: name(text) satisfies PersonName,
        department: department('铸造车间'),
      }),
    ),
  );
  return Object.fromEntries(movedNames(LIST, steps));
}

it('are both names of two members who are exchanged', () => {
  expect(moved(['E1', '李秀英'], ['E2', '王建国'])).toEqual({ E1: 'E2', E2: 'E1' });
});

it('are all names of a column that is shifted by a row, up to new and former members', () => {
  expect(moved(['E1', '钱新来'], ['E2', '王建国'], ['E3', '李秀英'], ['N1', '赵淑兰'])).toEqual({
    E2: 'E1',
    E3: 'E2',
  });
  expect(moved(['E5', '李秀英'], ['N1', '赵淑兰'], ['E2', '孙德福'])).toEqual({
    E5: 'E2',
    N1: 'E5',
  });
});

it('are not those of two people with the same name, nor corrected and first names', () => {
  expect(moved(['N1', '王建国'], ['E6', '李秀英'])).toEqual({});
  expect(moved(['E1', '王建军'], ['E6', '钱桂芝'], ['E2', '李秀英'])).toEqual({});
});

it('are seen where another member keeps the same name', () => {
  expect(moved(['E3', '周国强'], ['E1', '张伟民'])).toEqual({ E1: 'E3' });
});

it('are none if a later row gives the name back', () => {
  expect(moved(['E1', '李秀英'], ['E2', '李秀英'])).toEqual({});
});
