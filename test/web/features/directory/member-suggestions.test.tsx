/** Suggested members under a field for a number. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { getDirectory } from '../../../../shared/contract/routes/organization.ts';
import { MemberSuggestions } from '../../../../web/features/directory/components/member-suggestions.tsx';
import { department, member, name } from '../../../sample/names.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';

const wang = { id: member('HT0001'), name: name('王建国'), department: department('铸造车间') };

it('are there by initials, and choosing one gives the number', async () => {
  const api = fakeApi();
  api.answer(getDirectory, { members: [wang] });
  const onChoose = vi.fn();
  await renderPage(<MemberSuggestions text="wjg" onChoose={onChoose} />, { api });
  await screen.findByText('王建国 · 铸造车间 · HT0001');
  await press('王建国 · 铸造车间 · HT0001');
  expect(onChoose).toHaveBeenCalledWith('HT0001');
});

it('are not asked for without a text', async () => {
  const api = fakeApi();
  await renderPage(<MemberSuggestions text=" " onChoose={vi.fn()} />, { api });
  expect(api.asked(getDirectory)).toEqual([]);
});
