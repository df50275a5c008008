/** The Chinese texts of the pages of `slips`. */
import type { SLIP_WARNINGS } from '../../../shared/contract/schemas/import.ts';

export const zh = {
  slipTitle: '录入纸条',
  slipTabs: '纸条',
  slipText: '录完一张接着录下一张，日期会保留。全程可以只用键盘。',
  slipTab: '逐张录入',
  importTab: '文件导入',
  slipDay: '纸条上的日期',
  slipTime: '时间（可不填）',
  slipTimeHint: (timeZone: string) => `${timeZone}；不填按当天零点计。`,
  slipAuthor: '提交人',
  slipUnnamed: '纸条上没有署名（不记名）',
  slipUnnamedHint: '不记名的没有提交人，也没有查询码。',
  slipCoAuthors: '共同作者（可不填）',
  slipDepartment: '涉及部门',
  slipOwnDepartment: '提交人所在部门',
  slipDepartmentOf: (department: string) => `${department}（提交人所在）`,
  slipHandIn: '录入',
  slipSaid: (title: string, round: string, who: string) =>
    `《${title}》已录入：${who}，${round}。请录下一张。`,
  lastTyped: '刚录入的',
  correctSlip: '更正',
  correctTitle: (title: string) => `更正《${title}》`,
  correctTrace:
    '更正会记入这条的经过，原来的内容、提交人和时间都留在那里。有人表决以后就不能再更正了。',
  correctSave: '保存更正',
  correctedSaid: (title: string, who: string) => `《${title}》已更正：${who}。`,
  takeBackSlip: '撤回',
  confirmTakeSlipBack: (title: string) =>
    `确定撤回《${title}》？它不再参加审议，只有提交人自己还看得到。需要时可以重新录入。`,
  takenBackSaid: (title: string) => `《${title}》已撤回。`,
  slipSimilarHint: '有相似的会显示在这里；照样录入，初审时可以合并。',
  slipKeyReused: '上一次其实已经录入了，内容与现在的不同。请先到“初审”里核对。',
  slipAsNew: '作为新的一张录入',
  notAMember: '请选择提交人，或勾选没有署名。',
  notADay: '请填写日期。',

  importTitle: '导入纸条',
  importText: '一行一条。Excel 或 WPS 的 .xlsx 文件、另存为 CSV 的文件都可以；表头如下，次序不限：',
  importFile: '选择文件（.xlsx 或 .csv）',
  importNames: '“姓名”一列可以没有；有的话会与工号核对，填错一位工号也看得出来。',
  importPreview: '预览',
  previewTitle: '预览：还没有导入',
  importResult: '导入结果',
  previewing: (name: string, rows: number) =>
    rows === 0 ? `正在核对 ${name}…` : `正在核对 ${name}…已核对 ${rows} 行`,
  importThem: (count: number) => `导入 ${count} 条`,
  nothingToImport: '没有可以导入的行。',
  importLookedAt: (count: number) => `这 ${count} 行姓名与工号不符，我已核对，仍按工号导入`,
  importForecast: (created: number, duplicates: number, rejected: number) =>
    `将新增 ${created} 条，重复 ${duplicates} 条，有误 ${rejected} 条。`,
  importDoubtful: (count: number) =>
    `有 ${count} 行的姓名与工号对不上：请核对工号，改正文件后再预览；填错的工号会记到别人名下。`,
  importedDoubtful: (count: number) =>
    `有 ${count} 行的姓名与工号对不上，已按工号导入；记错了的，打开那一条可以更正。`,
  importWithdrawn: (count: number) => `有 ${count} 条以前撤回过，不会重新导入；需要时请逐张录入。`,
  importWarnings: {
    'name-differs': '姓名与这个工号的成员不符',
    'department-differs': '部门不是提交人所在的部门',
  } satisfies Record<(typeof SLIP_WARNINGS)[number], string>,
  author: '提交人',
  importing: (name: string, rows: number) =>
    rows === 0 ? `正在导入 ${name}…` : `正在导入 ${name}…已处理 ${rows} 行`,
  importOn: '接着导入',
  importBrokenOff: (rows: number) =>
    `导入中断了，前 ${rows} 行已经处理，结果如下。请按“接着导入”：已经导入的不会重复。`,
  importAgain: '重复导入同一个文件不会产生重复的金点子。',
  importSummary: (created: number, duplicates: number, rejected: number) =>
    `新增 ${created} 条，重复 ${duplicates} 条，有误 ${rejected} 条。`,
  importMend: '请在文件里改正有误的行，再导入一次。',
  slip: '建议名称',
  untitled: '（没有名称）',
  importOutcomes: { created: '新增', duplicate: '重复', withdrawn: '撤回过', rejected: '有误' },
};
