/** The Chinese texts of the pages of `settings`. */

import type { BandFault, RewardBand } from '../../../shared/domain/organization/reward-bands.ts';
import type { RefusalCode } from '../../../shared/domain/refusal.ts';
import type { NameFault } from './names.ts';

export const zh = {
  save: '保存',
  saved: '已保存。',
  nothingChanged: '没有要保存的改动。',
  discard: '放弃改动',
  editKept: '改动尚未保存，暂留在本机。',
  loadedAnew: '已读取最新内容；您填写的还在，请核对后再保存。',
  overtaken: '您填写期间，别人改动了这一部分。请先看看现在的内容，再决定以哪个为准。',
  asItIs: '现在的内容',
  keepMine: '继续用我填的',
  takeTheirs: '放弃我填的',
  add: '添加',
  remove: '删除',
  row: '行',
  remark: '说明',
  between: (min: number, max: number) => `请填 ${min}–${max} 的整数。`,
  list: (items: readonly string[]) => items.join('、'),
  refusals: {
    'last-administrator':
      '一个单位至少要有一位在册的管理员，否则谁也不能再管理成员和设置。请先给另一位成员加上“管理员”角色，再回来改这一条。',
    'committee-full':
      '作出一项决定时，要在同一次写入里核对每位评委的一票，所以评委（含主任委员）的人数有上限。请先取消一位的评委角色，再增加新的。',
    'rounds-overlap': '提前、推后都可以，只要上一期表决截止以后，下一期才开始。',
  } satisfies Partial<Record<RefusalCode, string>>,
  number: '工号',
  membersOf: (department: string) => `${department}的在册成员`,

  settingsTitle: '设置',
  profileTitle: '单位',
  organizationName: '单位名称',
  zoneAndDistrict: '所属',
  publicBulletin: '公开公示',
  publicBulletinHint:
    '打开后，任何人不用登录都能看到公示：各项数字、金点子的名称、结果、理由和答复。不显示作者。',
  blindScreening: '匿名初审',
  blindScreeningHint:
    '打开后，普通职工在决定之前只看到作者的部门；决定之后显示作者。秘书、评委和管理人员不受影响。',
  confirmPublic:
    '确定公开公示？包括以往各期，任何人不用登录都能看到金点子的名称、结果、理由和答复。',
  noPublicBulletinYet: '还没有公示过，所以还没有公开的页面。',
  publicAddressOf: (round: string) => `${round} 期公示的公开地址：`,
  departmentsTitle: '部门',
  departmentsText:
    '成员和金点子可以选的部门。停用的不再可选，已有的金点子保留原来的部门。改名就是停用旧的、添加新的：部门里的成员先要改到新的部门。',
  newDepartment: '添加部门',
  categoriesTitle: '类别',
  categoriesText: '提金点子时可以选的类别。停用的不再可选，已有的金点子保留原来的类别。',
  newCategory: '添加类别',
  nameFaults: {
    missing: '请填写。',
    malformed: '1–40 个字，不能有“#”。',
    there: '已经在列表里了。',
    'too-many': '已经到上限，请先停用不用的。',
  } satisfies Record<NameFault, string>,
  notAddedYet: '这一个还没有添加到列表里：请按“添加”，或者清空。',
  oneMustStay: '至少要留一个。',
  addedUnsaved: '（新，未保存）',
  retiringUnsaved: '（将停用，未保存）',
  raise: (name: string) => `把“${name}”上移`,
  retire: '停用',
  retireName: (name: string) => `停用“${name}”`,
  removeName: (name: string) => `删除“${name}”`,
  retiredNames: (count: number) => `已停用的（${count}）`,
  offerAgain: '重新启用',
  offerAgainName: (name: string) => `重新启用“${name}”`,
  confirmRetiring: (retired: string, added: string) =>
    `确定停用：${retired}${added === '' ? '' : `；添加：${added}`}？停用的以后可以重新启用。`,
  rulesTitle: '表决规则',
  rulesText: '改动从下一次审议开始时起生效；正在审议的一期，仍按它开始时的规则。',
  rulesSaved: '已保存，从下一次审议开始时起生效。',
  ballotKind: '表决方式',
  ballots: { open: '记名', secret: '无记名' },
  ballotHints: {
    open: '截止以后可以看到谁投了什么。',
    secret: '任何人、任何时候都看不到谁投了什么。',
  },
  quorumShare: '法定票数',
  quorumHint: '投票数（含弃权）至少要占应到票数的这一份额，例如 2/3。不足的转到下一期。',
  threshold: '通过票数',
  thresholdHint: '赞成票要超过赞成、反对合计的这一份额，例如 1/2；正好等于不算通过。',
  shareHint: '分数或百分数，例如 3/10、30%。',
  notAShare: '请填分数或百分数，例如 2/3、60%；分子、分母都不超过 1000。',
  moreThanAll: '不能大于 1。',
  allOrMore: '必须小于 1，否则谁也通不过。',
  limitsTitle: '提交数量限制',
  limitsText:
    '防止有人大量提交把一期淹没；保存后立即生效。署名和不记名的金点子分别计数，不记名的计数看不出是谁。秘书录入和导入的纸条不受限制。',
  limits: {
    ideasAnHour: '每人每小时金点子',
    ideasARound: '每人每期金点子',
    commentsAnHour: '每人每小时评论',
    commentsARound: '每人每期评论',
    ideasOfAll: '全单位每期金点子',
    appealDays: '未采纳的，公示后几天内可以申诉',
  },
  targetsTitle: '目标',
  targetsText: '数据页面上与实际数字对照；已经公示的不受影响。',
  targetIdeas: '每期金点子数',
  bandsTitle: '奖励标准',
  bandsText: '按核实的年效益分档，每档规定奖励的下限和上限，单位都是元。已经核定的奖励不受影响。',
  band: '档',
  bandCells: { from: '年效益（元）起', least: '奖励下限', most: '奖励上限' } satisfies Record<
    keyof RewardBand,
    string
  >,
  cellOfBand: (cell: string, band: number) => `第 ${band} 档${cell}`,
  removeBand: (band: number) => `删除第 ${band} 档`,
  addBand: '增加一档',
  defaultBands: '填入 1986 年国家标准',
  bandFaults: {
    none: '至少要有一档。',
    'too-many': '最多 20 档。',
    'not-from-zero': '第一档要从 0 元起。',
    'not-ascending': '起点要高于上一档。',
    'least-above-most': '下限高于上限。',
    falling: '奖励不能低于上一档。',
  } satisfies Record<BandFault, string>,
};
