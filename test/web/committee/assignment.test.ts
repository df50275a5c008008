/** Assigning an idea: both owner and due date are required. */
import { expect, it } from 'vitest';
import { checkAssignment } from '../../../web/committee/assignment.ts';
import { zhCommittee } from '../../../web/committee/language/zh.ts';

it('takes an employee number, with blanks around it, and a day', () => {
  expect(checkAssignment({ owner: ' HT0132 ', due: '2026-12-31' }, zhCommittee)).toEqual({
    ok: true,
    body: { owner: 'HT0132', due: '2026-12-31' },
  });
});

it('names the wrong field', () => {
  expect(checkAssignment({ owner: '张三', due: '2026-12-31' }, zhCommittee)).toEqual({
    ok: false,
    errors: { owner: zhCommittee.notAMember },
  });
  expect(checkAssignment({ owner: 'HT0132', due: '' }, zhCommittee)).toEqual({
    ok: false,
    errors: { due: zhCommittee.notADay },
  });
});
