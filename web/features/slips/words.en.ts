/** The English texts of the pages of `slips`. */
import type { zh } from './words.zh.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
export const en: typeof zh = {
  slipTitle: 'Paper slips',
  slipTabs: 'Paper slips',
  slipText: 'Enter slips one after another; the date is kept. The keyboard is all you need.',
  slipTab: 'One by one',
  importTab: 'From a file',
  slipDay: 'Date on the slip',
  slipTime: 'Time (optional)',
  slipTimeHint: timeZone => `${timeZone}. If left empty, the start of the day.`,
  slipAuthor: 'Author',
  slipUnnamed: 'No name on the slip (anonymous)',
  slipUnnamedHint: 'An anonymous slip has no author and no claim code.',
  slipCoAuthors: 'Co-authors (optional)',
  slipDepartment: 'Department concerned',
  slipOwnDepartment: 'The author’s department',
  slipDepartmentOf: department => `${department} (the author’s)`,
  slipHandIn: 'Save',
  slipSaid: (title, round, who) => `“${title}” saved: ${who}, ${round}. Ready for the next slip.`,
  lastTyped: 'Recently entered',
  correctSlip: 'Correct',
  correctTitle: title => `Correct “${title}”`,
  correctTrace:
    'The history keeps the earlier text, author and time. Once someone has voted, it can no longer be corrected.',
  correctSave: 'Save correction',
  correctedSaid: (title, who) => `“${title}” corrected: ${who}.`,
  takeBackSlip: 'Withdraw slip',
  confirmTakeSlipBack: title =>
    `Withdraw the slip “${title}”? It will not be voted on, and only its author still sees it. You can enter it again.`,
  takenBackSaid: title => `“${title}” was withdrawn.`,
  slipSimilarHint:
    'Similar ideas appear here. Type the slip anyway; you can merge it in screening.',
  slipKeyReused:
    'Your last attempt was saved after all, with different content. Check it under “Screening” first.',
  slipAsNew: 'Save as a new slip',
  notAMember: 'Choose the author, or tick that there is no name.',
  notADay: 'Enter a date.',

  importTitle: 'Import paper slips',
  importText: 'One slip per row, as .xlsx or CSV, with these columns in any order:',
  importFile: 'Choose a file (.xlsx or .csv)',
  importNames:
    'The column 姓名 (name) is optional. If present, it is checked against the number to catch typing errors.',
  importPreview: 'Preview',
  previewTitle: 'Preview: nothing has been imported yet',
  importResult: 'Import result',
  previewing: (name, rows) =>
    rows === 0 ? `Checking ${name}…` : `Checking ${name}… ${rows} rows so far`,
  importThem: count => `Import ${plural(count, 'slip', 'slips')}`,
  nothingToImport: 'There are no rows to import.',
  importLookedAt: count =>
    `I have checked the ${plural(count, 'row', 'rows')} with a different name. Import by number anyway`,
  importForecast: (created, duplicates, rejected) =>
    `${created} new, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importDoubtful: count =>
    `In ${plural(count, 'row', 'rows')} the name does not match the number. Correct the file and preview it again: a wrong number credits someone else.`,
  importedDoubtful: count =>
    `${plural(count, 'row', 'rows')} with a different name ${count === 1 ? 'was' : 'were'} imported by number. Open a wrong one to correct it.`,
  importWithdrawn: count =>
    `${plural(count, 'slip', 'slips')} withdrawn earlier will not be imported again. Enter such a slip by hand if needed.`,
  importWarnings: {
    'name-differs': 'Name does not match this number',
    'department-differs': 'Not the author’s department',
  },
  author: 'Author',
  importing: (name, rows) =>
    rows === 0 ? `Importing ${name}…` : `Importing ${name}… ${rows} rows so far`,
  importOn: 'Continue import',
  importBrokenOff: rows =>
    `The import stopped after ${rows} rows; the results so far are below. Continue: nothing is imported twice.`,
  importAgain: 'Importing the same file again creates no duplicates.',
  importSummary: (created, duplicates, rejected) =>
    `${created} new, ${plural(duplicates, 'duplicate', 'duplicates')}, ${rejected} rejected.`,
  importMend: 'Correct the rejected rows in the file and import it again.',
  slip: 'Title',
  untitled: '(no title)',
  importOutcomes: {
    created: 'new',
    duplicate: 'duplicate',
    withdrawn: 'withdrawn earlier',
    rejected: 'rejected',
  },
};
