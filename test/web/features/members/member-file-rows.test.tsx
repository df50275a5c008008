/** The rows of a member file on the page: a name that was another's stands out. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { MemberFileRows } from '../../../../web/features/members/components/member-file-rows.tsx';
import type { ImportReply, ImportRow } from '../../../../web/features/members/member-file.ts';
import { zh as zhMembers } from '../../../../web/features/members/words.zh.ts';
import { member } from '../../../sample/names.ts';
import { renderPage } from '../../render-page.tsx';

const [wang, li] = [member('HT0132'), member('HT0087')];
const renamed = (row: number, id: MemberId, before: string, after: string): ImportRow => ({
  row,
  outcome: 'changed',
  member: id,
  changes: [{ column: '姓名', before, after }],
});
const reply: ImportReply = {
  ...{ preview: true, added: 0, changed: 2, deactivated: 0, reactivated: 0, unchanged: 0 },
  ...{ rejected: 0, notInFile: 0 },
  rows: [renamed(1, wang, '王建国', '李桂英'), renamed(2, li, '李桂英', '王建国')],
};

it('warns above the rows and in each row whose name was another member’s', async () => {
  const rows = [
    { ...reply.rows[0]!, nameFrom: li },
    { ...reply.rows[1]!, nameFrom: wang },
  ];
  await renderPage(<MemberFileRows reply={{ ...reply, rows }} />);
  expect(screen.getByRole('status').textContent).toContain(zhMembers.namesMoved(2));
  const [first, second] = screen.getAllByRole('row').slice(1);
  expect(first?.textContent).toContain(zhMembers.nameWasOf(li));
  expect(second?.textContent).toContain(zhMembers.nameWasOf(wang));
});

it('says nothing of names that were nobody else’s', async () => {
  await renderPage(<MemberFileRows reply={reply} />);
  expect(screen.getByRole('status').className).toContain('good');
  expect(screen.queryByText(/原来是/)).toBeNull();
});
