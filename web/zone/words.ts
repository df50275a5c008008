/**
 * The words of a zone's pages, and the names of the columns of its tables.
 */
import type { ZoneRole } from '../../shared/domain/organization.ts';
import { useWords, wordsOf } from '../language/language-context.tsx';
import { useNumberWords } from '../numbers/words.ts';
import type { NumberColumn } from './order.ts';

const zh = {
  title: (round: string) => `${round} 期开发区汇总`,
  zone: (zone: string) => `开发区 ${zone}`,
  roles: { 'zone-manager': '开发区经理', 'grid-officer': '网格指导员' } satisfies Record<ZoneRole, string>,
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
  noOrganizations: '这个开发区还没有单位。',
  noneOfYours: '您负责的片区里还没有单位。',
  withheld: (least: number) => `少于 ${least} 或须一并隐去，不显示`,
  whyWithheld: (least: number) =>
    `少于 ${least} 条金点子或少于 ${least} 名提交人的数字不显示，以免看出是谁。合计减去其余就能算出被隐去的数，所以有时较大的片区或单位也要一并隐去；隐去的不一定少于 ${least}。`,
  nothingShown: (least: number) =>
    `这一期还没有可以显示的数字：还没有提交，或者少于 ${least} 条金点子、${least} 名提交人。可以看上一期：`,
  onlyNumbers: '这里只有各单位的数字，没有金点子的内容，也没有人名。数字是实时的，与公示的可能不同。',
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
  noOrganizations: 'This zone has no organizations yet.',
  noneOfYours: 'The districts you look after have no organizations yet.',
  withheld: least => `fewer than ${least}, or withheld with those`,
  whyWithheld: least =>
    `Numbers about fewer than ${least} ideas or fewer than ${least} authors are not shown, for they could tell who it was. What is withheld could be worked out by taking the others from the total, so sometimes larger districts or organizations are withheld with them: what is withheld is not always fewer than ${least}.`,
  nothingShown: least =>
    `This round has no numbers to show yet: nothing has been handed in, or fewer than ${least} ideas or by fewer than ${least} authors. The round before:`,
  onlyNumbers:
    'Here are only numbers of organizations: no idea’s content and no names. They are live and may differ from what was published.',
};

export const useZoneWords = wordsOf({ 'zh-CN': zh, en });

export function useColumnNames(): Readonly<Record<NumberColumn, string>> {
  const common = useWords();
  const numbers = useNumberWords();
  return {
    submitted: common.submitted,
    adopted: common.adopted,
    adoptionRate: common.adoptionRate,
    participation: common.participation,
    decisionRate: common.decisionRate,
    implementationRate: numbers.implementationRate,
    verifiedBenefit: numbers.benefitInYuan,
  };
}
