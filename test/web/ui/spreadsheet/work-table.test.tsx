/** Work as a file: an owner is named beside their number, as in the files of ideas. */
import { expect, it } from 'vitest';
import { zh } from '../../../../web/i18n/zh.ts';
import { useSpreadsheetWords } from '../../../../web/ui/spreadsheet/words.ts';
import { workTable } from '../../../../web/ui/spreadsheet/work-table.ts';
import { date, department, name } from '../../../sample/names.ts';
import { renderPage } from '../../render-page.tsx';
import { at, colleague, listedIdea } from '../../sample.ts';

it('has the owner’s name beside the number', async () => {
  const item = {
    ...listedIdea({ status: 'implementing' }),
    implementation: {
      owner: colleague,
      due: date('2026-12-31'),
      assignedAt: at('2026-10-20 09:00'),
      overdue: false,
      progress: 30,
    },
  };
  const people = { [colleague]: { name: name('李桂英'), department: department('铸造车间') } };
  let text = '';
  function Table() {
    text = workTable(
      { items: [item], people },
      { first: true },
      useSpreadsheetWords(),
      zh.statuses,
    );
    return null;
  }
  await renderPage(<Table />);
  const [head, row] = text.split('\r\n').map(line => line.split(','));
  expect(row?.[head?.indexOf('负责人姓名') ?? -1]).toBe('李桂英');
  expect(row?.[head?.indexOf('负责人') ?? -1]).toBe(colleague);
});
