/** The choice of a file, as rendered. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import write from 'write-excel-file/universal';
import {
  type ChosenTable,
  TableFileField,
} from '../../../../web/ui/spreadsheet/table-file-field.tsx';
import { choose, chooseFile, renderPage } from '../../render-page.tsx';

const chosen = async () => {
  const onChoose = vi.fn<(table: ChosenTable | undefined) => void>();
  await renderPage(<TableFileField label="文件" hint="表头如下" onChoose={onChoose} />);
  const table = () =>
    vi.waitFor(() => onChoose.mock.lastCall?.[0] ?? Promise.reject(new Error()), {
      timeout: 20_000,
    });
  return { table, onChoose };
};

it('offers the sheets of a workbook, the first one chosen', async () => {
  const { table } = await chosen();
  const book = await write([
    { sheet: '九月', data: [['a']] },
    { sheet: '十月', data: [['b'], ['c']] },
  ]).toBlob();
  await chooseFile('文件', new File([book], '纸条.xlsx'));
  expect(await (await (await table()).body()).text()).toBe('a\n');
  await screen.findByLabelText('工作表');
  await choose('工作表', '1');
  expect(await (await (await table()).body()).text()).toBe('b\nc\n');
});

it('says what to do with a file that cannot be read, and chooses nothing', async () => {
  const { onChoose } = await chosen();
  await chooseFile('文件', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], '旧.xls'));
  expect(await screen.findByText(/\.xlsx/)).toBeTruthy();
  expect(screen.getByLabelText('文件').getAttribute('aria-invalid')).toBe('true');
  expect(onChoose.mock.lastCall).toEqual([undefined]);
});
