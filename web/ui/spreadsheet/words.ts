/** The words of workbooks in and out. */
import { wordsOf } from '../../i18n/language-context.tsx';
import type { WorkbookFault } from './read-workbook.ts';

const zhFaults: Readonly<Record<WorkbookFault, string>> = {
  old: '这是旧格式（.xls）或加了密码的文件。请去掉密码，另存为 .xlsx 后再选。',
  macros: '这个文件带有宏。请另存为不带宏的 .xlsx 后再选。',
  'too-large': '文件太大。请只留要导入的那张工作表，或者分成几个文件。',
  broken: '这个文件已损坏，或者不是 Excel 文件。请重新另存为 .xlsx 后再选。',
  empty: '这个文件里没有工作表。',
};
const enFaults: typeof zhFaults = {
  old: 'This is an old .xls file, or one with a password. Remove the password, save it as .xlsx and choose it again.',
  macros: 'This file contains macros. Save it as .xlsx without macros and choose it again.',
  'too-large': 'The file is too large. Keep only the sheet to import, or split it.',
  broken:
    'This file is damaged, or is not an Excel file. Save it again as .xlsx and choose it again.',
  empty: 'There is no sheet in this file.',
};

const zh = {
  row: '行',
  outcome: '结果',
  remark: '说明',
  moreRows: (count: number) => `再显示一些（还有 ${count} 行）`,
  sheet: '工作表',
  sheetHint: '这个文件里有几张工作表，请选择要用的一张。',
  sheetName: (name: string, rows: number) => `${name}（${rows} 行）`,
  notOpened: '没能打开这个文件，请检查网络后再选一次。',
  faults: zhFaults,
  workFile: '实施事项.csv',
  workColumns: {
    title: '建议名称',
    round: '期',
    department: '部门',
    status: '状态',
    owner: '负责人',
    ownerName: '负责人姓名',
    due: '完成期限',
    overdue: '逾期',
    progress: '进度(%)',
    note: '进展',
    claimed: '申报年效益(元)',
    verified: '核实年效益(元)',
  },
  yes: '是',
  no: '否',
};

const en: typeof zh = {
  row: 'Row',
  outcome: 'Result',
  remark: 'Remarks',
  moreRows: count => `Show more (${count} more rows)`,
  sheet: 'Sheet',
  sheetHint: 'This file has several sheets. Choose the one to use.',
  sheetName: (name, rows) => `${name} (${rows} rows)`,
  notOpened: 'The file could not be opened. Check the network and choose it again.',
  faults: enFaults,
  workFile: 'implementations.csv',
  workColumns: {
    title: 'Title',
    round: 'Round',
    department: 'Department',
    status: 'Status',
    owner: 'Owner',
    ownerName: 'Owner’s name',
    due: 'Due',
    overdue: 'Overdue',
    progress: 'Progress (%)',
    note: 'Latest report',
    claimed: 'Claimed benefit (CNY a year)',
    verified: 'Verified benefit (CNY a year)',
  },
  yes: 'Yes',
  no: 'No',
};

export const useSpreadsheetWords = wordsOf({ zh: async () => ({ zh }), en: async () => ({ en }) });
export type SpreadsheetWords = typeof zh;
