/** The texts of the bulletin, for members and the public, and of its check. */
import { wordsOf } from '../../i18n/language-context.tsx';

const zh = {
  officialReply: '官方答复',
  print: '打印',
  printing: '正在读取全部内容…',
  unfinished: '（未完，后面还有）',
  publicAddress: '公开地址（不用登录）',
  notPublicTitle: '这里没有公开的公示',
  notPublicText: '地址可能有误，公示还没有发布，或者该单位没有公开公示。本单位成员可以登录查看。',
  departmentsWithheld:
    '人数或条数不足五的部门不对外列出，以免看出是谁；为了不能用减法推算，另一些部门也一并不列。',
  frozen: '以上是公示时的数字和结果，之后不再改动。',
  broughtForwardBy: (member: string) => `由 ${member} 提前公示`,

  verify: '与事实核对',
  verifyText: '用全部金点子的经过把公示重新算一遍，与公示时的数字和结果逐项比较。',
  agrees: (ideas: number) => `核对一致：${ideas} 条金点子重新计算的结果与公示完全相同。`,
  differs: (places: number) => `有 ${places} 处与公示不一致：`,
  moreDiffer: (places: number) => `另有 ${places} 处没有列出。`,
  where: '位置',
  published: '公示的',
  recomputed: '重新计算的',
};

const en: typeof zh = {
  officialReply: 'Official reply',
  print: 'Print',
  printing: 'Reading all of it…',
  unfinished: '(There is more of it.)',
  publicAddress: 'Address for everybody (no signing in)',
  notPublicTitle: 'There is no public bulletin here',
  notPublicText:
    'The address may be wrong, the bulletin not published yet, or the organization does not show it to everybody. Its members can sign in and see it.',
  departmentsWithheld:
    'Departments with fewer than five people or ideas are not listed here, so that nobody can be made out; nor are some others, so that they cannot be worked out by subtraction.',
  frozen: 'The numbers and results as they were published; they do not change any more.',
  broughtForwardBy: member => `Published early by ${member}`,

  verify: 'Check against the facts',
  verifyText:
    'Makes the bulletin again from the histories of all ideas and compares every number and result with what was published.',
  agrees: ideas => `It agrees: made again from ${ideas} ideas, the bulletin is the same.`,
  differs: places => `It differs in ${places} ${places === 1 ? 'place' : 'places'}:`,
  moreDiffer: places => `${places} more ${places === 1 ? 'is' : 'are'} not listed.`,
  where: 'Where',
  published: 'As published',
  recomputed: 'Made again',
};

export const useSheetWords = wordsOf({ zh: async () => ({ zh }), en: async () => ({ en }) });
