/**
 * Giving an idea to somebody: both who and until when have to be said.
 */
import { expect, it } from 'vitest';
import { checkAssignment } from '../../../web/committee/assignment.ts';
import { zhCommittee } from '../../../web/committee/language/zh.ts';

it('takes an employee number, blanks around it forgiven, and a day', () => {
  expect(checkAssignment({ owner: ' HT0132 ', due: '2026-12-31' }, zhCommittee)).toEqual({
    ok: true,
    body: { owner: 'HT0132', due: '2026-12-31' },
  });
});

it('says which of the two is wrong', () => {
  expect(checkAssignment({ owner: '张三', due: '2026-12-31' }, zhCommittee)).toEqual({
    ok: false,
    errors: { owner: zhCommittee.notAMember },
  });
  expect(checkAssignment({ owner: 'HT0132', due: '' }, zhCommittee)).toEqual({
    ok: false,
    errors: { due: zhCommittee.notADay },
  });
});
