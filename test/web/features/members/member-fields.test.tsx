/** The fields of a member: roles one by one, and a department that is offered no longer. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { MemberFields } from '../../../../web/features/members/components/member-fields.tsx';
import { en as enMembers } from '../../../../web/features/members/words.en.ts';
import { zh as zhMembers } from '../../../../web/features/members/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { renderPage, typedIn } from '../../render-page.tsx';

const fields = {
  ...{ name: '王建国', subject: 'HT0087', department: '锅炉房', team: '一班', roles: 'committee' },
};
const form = (change = vi.fn(), errors = {}) => (
  <MemberFields
    fields={fields}
    change={change}
    errors={errors}
    accountHint="hint"
    accountRequired={true}
  />
);
const box = (name: string) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(name) });

it('keeps a department that is offered no longer', async () => {
  await renderPage(form());
  expect(typedIn(zh.department)).toBe('锅炉房');
  expect(screen.getByRole('option', { name: '质检部' })).toBeTruthy();
});

it('adds and removes one role, and explains each', async () => {
  const change = vi.fn();
  await renderPage(form(change), { language: 'en' });
  const name = (role: 'committee' | 'manager') => enMembers.roleHints[role];
  expect(box(name('committee')).checked).toBe(true);
  await fireEvent.click(box(name('manager')));
  expect(change).toHaveBeenLastCalledWith({ roles: 'committee manager' });
  await fireEvent.click(box(name('committee')));
  expect(change).toHaveBeenLastCalledWith({ roles: '' });
});

it('says which field is wrong, and why', async () => {
  const errors = { subject: zhMembers.notAnAccount, roles: zh.missing };
  await renderPage(form(vi.fn(), errors));
  const account = screen.getByLabelText(zhMembers.account);
  expect(account.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(zhMembers.notAnAccount)).toBeTruthy();
  expect(screen.getByText(zh.missing)).toBeTruthy();
});
