/** Assigning an idea: both owner and due date are required. */
import { expect, it } from 'vitest';
import { checkAssignment } from '../../../../web/features/implementation/assignment.ts';
import { zh as zhImplementation } from '../../../../web/features/implementation/words.zh.ts';

it('takes an employee number, with blanks around it, and a day', () => {
  expect(checkAssignment({ owner: ' HT0132 ', due: '2026-12-31' }, zhImplementation)).toEqual({
    ok: true,
    body: { owner: 'HT0132', due: '2026-12-31' },
  });
});

it('names the wrong field', () => {
  expect(checkAssignment({ owner: '张三', due: '2026-12-31' }, zhImplementation)).toEqual({
    ok: false,
    errors: { owner: zhImplementation.notAMember },
  });
  expect(checkAssignment({ owner: 'HT0132', due: '' }, zhImplementation)).toEqual({
    ok: false,
    errors: { due: zhImplementation.notADay },
  });
});
