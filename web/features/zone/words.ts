/** The texts of a zone's pages, and the names of the columns of its tables. */
import type { ZoneRole } from '../../../shared/domain/organization/organization.ts';
import { useWords, wordsOf } from '../../i18n/language-context.tsx';
import { useNumbersWords } from '../numbers/index.ts';
import type { NumberColumn } from './order.ts';

const zh = {
  title: (round: string) => `${round} 期开发区汇总`,
  zone: (zone: string) => `开发区 ${zone}`,
  roles: { 'zone-manager': '开发区经理', 'grid-officer': '网格指导员' } satisfies Record<
    ZoneRole,
    string
  >,
  and: '、',
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
  overdue: '逾期',
  seeRound: (round: string) => `看 ${round}`,
  awaited: (published: number, all: number) =>
    `这一期还没有全部公示：${all} 个单位中已公示 ${published} 个。`,
  whyAwaited: '全部单位公示以后，这里才显示数字，此后不再变动。',
  yetToPublish: '尚未公示的单位',
  andMore: (count: number) => `还有 ${count} 个单位`,
  withheld: (least: number) => `少于 ${least} 或须一并隐去，不显示`,
  whyWithheld: (least: number) =>
    `少于 ${least} 条金点子、少于 ${least} 条已决定、少于 ${least} 名提交人或少于 ${least} 条已验收的数字不显示，以免看出是谁。合计减去其余就能算出被隐去的数，所以有时较大的片区或单位也要一并隐去，每期轮换；隐去的不一定少于 ${least}。`,
  nothingShown: (least: number) =>
    `这一期没有可以显示的数字：金点子、已决定的或提交人少于 ${least}。`,
  onlyNumbers: (since: string) =>
    `这里只有各单位的数字，没有金点子的内容，也没有人名。都是公示时的数字，不再变动；实施率、效益和逾期算的是${since}以来的金点子，到公示时为止。`,
};

const en: typeof zh = {
  title: round => `The zone in round ${round}`,
  zone: zone => `Zone ${zone}`,
  roles: { 'zone-manager': 'zone manager', 'grid-officer': 'grid officer' },
  and: ', ',
  chooseZone: 'Zone',
  print: 'Print',
  district: 'District',
  organization: 'Organization',
  organizations: 'Organizations',
  byDistrict: 'By district',
  organizationsOf: district => `Organizations of ${district}`,
  notListed: 'There are many organizations; they are not all listed.',
  listThem: (district, count) => `List the ${count} organizations of ${district}`,
  noTotal: count =>
    `You look after ${count} ${count === 1 ? 'organization' : 'organizations'}. They are listed by district; only zone managers see a total.`,
  noOrganizations: 'No organization had begun by this round.',
  noneOfYours: 'The districts you look after had no organizations in this round.',
  work: since => `Ideas since ${since}: carried out`,
  overdue: 'Overdue',
  seeRound: round => `See ${round}`,
  awaited: (published, all) =>
    `Not all have published this round yet: ${published} of ${all} ${all === 1 ? 'organization has' : 'organizations have'}.`,
  whyAwaited:
    'Numbers are shown here once every organization has published, and do not change after that.',
  yetToPublish: 'Yet to publish',
  andMore: count => `and ${count} more`,
  withheld: least => `fewer than ${least}, or withheld with those`,
  whyWithheld: least =>
    `Numbers about fewer than ${least} ideas, decisions, authors or accepted ideas are not shown, for they could tell who it was. What is withheld could be worked out by taking the others from the total, so sometimes larger districts or organizations are withheld with them, others each round: what is withheld is not always fewer than ${least}.`,
  nothingShown: least =>
    `This round has no numbers that may be shown: there were fewer than ${least} ideas, decisions or authors.`,
  onlyNumbers: since =>
    `Here are only numbers of organizations: no idea’s content and no names. They are as published and do not change; implementation, benefit and overdue work are of the ideas since ${since}, as they stood at publication.`,
};

export const useZoneWords = wordsOf({ zh: async () => ({ zh }), en: async () => ({ en }) });

export function useColumnNames(): Readonly<Record<NumberColumn, string>> {
  const common = useWords();
  const numbers = useNumbersWords();
  const words = useZoneWords();
  return {
    submitted: common.submitted,
    adopted: common.adopted,
    adoptionRate: common.adoptionRate,
    participation: common.participation,
    decisionRate: common.decisionRate,
    implementationRate: numbers.implementationRate,
    verifiedBenefit: numbers.benefitInYuan,
    overdue: words.overdue,
  };
}
