/** The import of slips: nothing is sent before the preview has been looked at. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { importIdeas, listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import type { Department, IdeaId, PersonName } from '../../../../shared/domain/kernel/ids.ts';
import type { ImportPart } from '../../../../web/features/slips/import.ts';
import { ImportPage } from '../../../../web/features/slips/pages/import-page.tsx';
import { zh as zhSlips } from '../../../../web/features/slips/words.zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { chooseFile, press, renderPage } from '../../render-page.tsx';
import { author, colleague, october, secretary } from '../../sample.ts';

const made = '2026-10-00000000000000000000000001' as IdeaId;
const people = {
  [author]: { name: '王建国' as PersonName, department: '机加一车间' as Department },
};
const counts = { created: 0, duplicates: 0, withdrawn: 0, rejected: 0, people };
const first: ImportPart = {
  ...counts,
  preview: true,
  created: 1,
  rows: [{ row: 1, outcome: 'created', title: '加装挡板', authorId: author, round: october }],
  next: 2,
};
const second: ImportPart = {
  ...counts,
  preview: true,
  created: 1,
  rows: [
    {
      row: 2,
      outcome: 'created',
      title: '护栏加高',
      authorId: colleague,
      round: october,
      warnings: ['name-differs'],
    },
  ],
};

it('shows each author in a preview of all parts, and imports doubtful names only once they are checked', async () => {
  const api = fakeApi();
  api.answer(listIdeas, { items: [] });
  api.answer(importIdeas, ({ query }) => {
    if (query?.preview === 'true') return query.from === '2' ? second : first;
    const rows = [...first.rows, ...second.rows].map(row => ({ ...row, ideaId: made }));
    return { ...counts, preview: false, created: 2, rows };
  });
  await renderPage(<ImportPage />, { api, member: secretary, roles: ['secretary'] });
  const file = new File(['工号'], '纸条.csv', { type: 'text/csv' });
  await chooseFile(zhSlips.importFile, file);
  await waitFor(() =>
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: zhSlips.importPreview }).disabled,
    ).toBe(false),
  );
  await press(zhSlips.importPreview);
  const confirm = await screen.findByRole<HTMLButtonElement>('button', {
    name: zhSlips.importThem(2),
  });
  expect(screen.getByText(/王建国 · 机加一车间/)).toBeTruthy();
  expect(confirm.disabled).toBe(true);
  await press(zhSlips.importThem(2));
  expect(api.asked(importIdeas).map(({ query }) => query)).toEqual([
    { preview: 'true' },
    { preview: 'true', from: '2' },
  ]);
  fireEvent.click(screen.getByLabelText(zhSlips.importLookedAt(1)));
  await press(zhSlips.importThem(2));
  await screen.findByRole('heading', { name: zhSlips.importResult });
  expect(api.asked(importIdeas).at(-1)?.query).toEqual({});
  expect(screen.getAllByRole('link', { name: /加装挡板|护栏加高/ })).toHaveLength(2);
});
