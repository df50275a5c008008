/** The Chinese texts of a zone's pages. */
import type { ZoneRole } from '../../../shared/domain/organization/organization.ts';

export const zh = {
  title: (round: string, zone = '开发区') => `${round}${zone}汇总`,
  newestTitle: '开发区汇总',
  noneYet: '最近一年还没有一期是全部单位都公示了的。',
  roles: { 'zone-manager': '开发区经理', 'grid-officer': '网格指导员' } satisfies Record<
    ZoneRole,
    string
  >,
  chooseZone: '开发区',
  print: '打印',
  district: '片区',
  organization: '单位',
  organizations: '单位数',
  byDistrict: '按片区',
  organizationsOf: (district: string) => `${district}的单位`,
  notListed: '单位较多，没有全部列出。',
  listThem: (district: string, count: number) => `列出${district}的 ${count} 个单位`,
  noTotal: (count: number) => `您负责 ${count} 个单位。下面按片区列出；合计只对开发区经理显示。`,
  noOrganizations: '这一期还没有单位：当时还没有单位启用。',
  noneOfYours: '这一期您负责的片区里还没有单位。',
  work: (since: string) => `${since}以来的金点子：实施`,
  accepted: '已验收',
  overdue: '逾期',
  seeRound: (round: string) => `看${round}`,
  stillAwaited: (round: string, published: number, all: number) =>
    `${round}还没有全部公示（${published}/${all}）：`,
  othersAwaited: (round: string) => `${round}您负责的单位都已公示，还在等别的单位。`,
  lateOnes: (names: string, more: number) => (more > 0 ? `${names}，另有 ${more} 个单位` : names),
  place: (name: string, district: string) => `${name}（${district}）`,
  trend: '近十二期走势',
  wholeZone: '全开发区',
  trendPlace: '范围',
  trendMeasure: '指标',
  notShown: '不显示',
  noRound: '没有全部公示',
  roundColumn: '期',
  note: '备注',
  whole: '合计',
  ofWhole: (name: string) => `${name}（分子）`,
  outOf: (name: string) => `${name}（分母）`,
  file: (zone: string, round: string) => `开发区汇总-${zone}-${round}.csv`,
  awaited: (published: number, all: number) =>
    `这一期还没有全部公示：${all} 个单位中已公示 ${published} 个。`,
  whyAwaited: '全部单位公示以后，这里才显示数字，此后不再变动。',
  yetToPublish: '尚未公示的单位',
  andMore: (count: number) => `还有 ${count} 个单位`,
  withheld: (least: number) => `少于 ${least} 或须一并隐去，不显示`,
  whyWithheld: (least: number) =>
    `少于 ${least} 条金点子、少于 ${least} 条已决定、少于 ${least} 名提交人或少于 ${least} 条已验收的数字不显示，以免看出是谁。合计减去其余就能算出被隐去的数，所以有时较大的片区或单位也要一并隐去，每期都按同样的次序；隐去的不一定少于 ${least}。`,
  nothingShown: (least: number) =>
    `这一期没有可以显示的数字：金点子、已决定的或提交人少于 ${least}。`,
  onlyNumbers: '这里只有各单位的数字，没有金点子的内容，也没有人名。都是公示时的数字，不再变动。',
  workOf: (since: string) =>
    `已验收和效益算的是${since}以来的金点子，逾期算的是全部，都到公示时为止。`,
  workYearly:
    '已验收、效益和逾期一年公布一次，随12月期公布：相邻月份的全年数字相差很少，一比就能看出隐去的数。',
};
