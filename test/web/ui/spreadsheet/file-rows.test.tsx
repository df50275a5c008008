/** The rows of a file, as a preview or a result: what each is about, and some at once. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { FileRows } from '../../../../web/ui/spreadsheet/file-rows.tsx';
import { press, renderPage } from '../../render-page.tsx';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ row: at + 1, title: `第 ${at + 1} 张` }));
const open = (count: number) =>
  renderPage(
    <FileRows
      label="预览"
      rows={rowsOf(count)}
      about={[{ name: '名称', cell: ({ title }) => title }]}
      outcome={() => ({ sign: '✓', name: '新增' })}
      remark={({ row }) => (row === 2 ? '请核对。' : null)}
    />,
  );
const bodies = () =>
  within(screen.getByRole('table', { name: '预览' }))
    .getAllByRole('row')
    .slice(1);

it('names a row by what it is about, with its outcome and what there is to say', async () => {
  await open(2);
  const [first, second] = bodies();
  expect(within(first!).getByRole('rowheader').textContent).toBe('第 1 张');
  expect(first!.textContent).toContain('新增');
  expect(second!.textContent).toContain('请核对。');
  // A phone shows no name of a column that says nothing.
  expect(first!.lastElementChild?.getAttribute('data-label')).toBeNull();
});

it('shows some rows of a long file, and more when asked', async () => {
  await open(450);
  expect(bodies()).toHaveLength(200);
  await press(/250/);
  expect(bodies()).toHaveLength(400);
  await press(/50/);
  expect(bodies()).toHaveLength(450);
  expect(screen.queryByRole('button')).toBeNull();
});
