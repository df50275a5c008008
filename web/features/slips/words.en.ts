/** The English texts of the pages of `slips`. */
import type { zh } from './words.zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
export const en: typeof zh = {
  slipTitle: 'Type in a paper slip',
  slipTabs: 'Paper slips',
  slipText: 'Hand in a slip for an employee. After one slip comes the next; the day is kept.',
  slipTab: 'One by one',
  importTab: 'From a file',
  slipDay: 'Day on the slip',
  slipTime: 'Time (optional)',
  slipTimeHint: timeZone =>
    `In the organization’s own time (${timeZone}). Without one, the day’s beginning.`,
  slipAuthor: 'Author’s employee number',
  slipUnnamed: 'The slip bears no name (unnamed)',
  slipUnnamedHint: 'An unnamed slip has neither author nor claim code.',
  slipDepartment: 'Department concerned (optional)',
  slipDepartmentHint: 'Left out, it is the author’s own.',
  slipHandIn: 'Hand in',
  slipSaid: (title, round, who) =>
    `“${title}” is handed in for ${who}, in round ${round}. On to the next slip.`,
  lastTyped: 'Typed last',
  correctSlip: 'Correct',
  correctTitle: title => `Correct “${title}”`,
  correctTrace:
    'The history keeps what it said before, its author and time included. Once somebody has voted, it can no longer be corrected.',
  correctSave: 'Save the correction',
  correctedSaid: (title, who) => `“${title}” is corrected: ${who}.`,
  takeBackSlip: 'Take back',
  confirmTakeSlipBack: title =>
    `Take “${title}” back? It is no longer deliberated, and only its author still sees it. You may type it again.`,
  takenBackSaid: title => `“${title}” is taken back.`,
  slipKeyReused: 'Your last attempt did arrive, with other content. Look under “Screening” first.',
  slipAsNew: 'Hand in as a new slip',
  notAMember: 'An employee number, please: letters, digits, - and _.',
  notADay: 'A day, please.',

  importTitle: 'Import paper slips',
  importText:
    'One slip a row. A CSV file as Excel or WPS saves it, with these columns in any order:',
  importFile: 'Choose a file (.xlsx or .csv)',
  importNames:
    'The column 姓名 may be left out; where it is, it is compared with the number, and shows a mistyped one.',
  importPreview: 'Preview',
  previewTitle: 'Preview: nothing is imported yet',
  importResult: 'Result of the import',
  previewing: (name, rows) =>
    rows === 0 ? `Checking ${name}…` : `Checking ${name}… ${rows} rows so far`,
  importThem: count => `Import ${plural(count, 'slip', 'slips')}`,
  nothingToImport: 'There is no row to import.',
  importLookedAt: count =>
    `I have checked the ${plural(count, 'row', 'rows')} whose name differs; import by number all the same`,
  importForecast: (created, duplicates, rejected) =>
    `${created} to be created, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importDoubtful: count =>
    `In ${plural(count, 'row', 'rows')} the name is not that of the number. Check the number, mend the file and preview it again: a mistyped number credits somebody else.`,
  importedDoubtful: count =>
    `${plural(count, 'row', 'rows')} with another name than the number’s ${count === 1 ? 'was' : 'were'} imported by number. Open a wrong one to correct it.`,
  importWithdrawn: count =>
    `${plural(count, 'slip', 'slips')} had been taken back before and will not return; type such a slip by hand.`,
  importWarnings: {
    'name-differs': 'Another name than the member’s of this number',
    'department-differs': 'Not the author’s own department',
  },
  author: 'Author',
  importing: (name, rows) =>
    rows === 0 ? `Importing ${name}…` : `Importing ${name}… ${rows} rows so far`,
  importOn: 'Go on importing',
  importBrokenOff: rows =>
    `The import was broken off after ${rows} rows; what became of them is below. Go on: nothing is imported twice.`,
  importAgain: 'Importing the same file again makes no duplicates.',
  importSummary: (created, duplicates, rejected) =>
    `${created} created, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importMend: 'Mend the rejected rows in the file and import it once more.',
  row: 'Row',
  slip: 'Title',
  untitled: '(no title)',
  moreRows: count => `Show more (${count} more rows)`,
  outcome: 'Result',
  remark: 'Remark',
  importOutcomes: {
    created: 'created',
    duplicate: 'duplicate',
    withdrawn: 'taken back before',
    rejected: 'rejected',
  },
};
