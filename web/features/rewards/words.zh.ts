/** The Chinese texts of the pages of `rewards`. */
import type { Bar } from '../ideas/index.ts';

export const zh = {
  bars: {
    'own-work': '您是这一条的负责人，不能自己验收；请由另一位经理验收。',
    'own-reward': '您是这一条的作者，不能核定或发放自己的奖励；请由另一位经理处理。',
    'not-claimed': '这一条不记名，作者还没有认领。作者用查询码认领后才能核定。',
    'no-author': '这一条是秘书代录的不记名纸条，没有作者，也就没有奖励。',
  } satisfies Record<Bar, string>,

  rewardsTitle: '待核定和待发放的奖励',
  rewardsEmpty: '没有待核定或待发放的奖励。',
  band: (least: string, most: string, proposed: string) =>
    `按核实效益，奖励标准为 ${least}–${most} 元，建议 ${proposed} 元。`,
  approve: '核定奖励',
  approveAnew: '重新核定',
  amountField: '奖励金额（元）',
  shareField: (id: string) => `${id} 所得（元）`,
  sharesLegend: '作者分配',
  evenly: '平均分配',
  approved: (title: string) => `《${title}》的奖励已核定，发放后请登记。`,
  pay: '登记已发放',
  confirmPay: (title: string, amount: string) =>
    `确定《${title}》的奖励 ${amount} 元已经发放？登记后不能更改，这一条也不再列在这里。`,
  paid: (title: string) => `《${title}》的奖励已登记发放。`,

  sum: (sum: string) => `合计 ${sum} 元，与奖励金额一致。`,
  sumShort: (sum: string, by: string) => `合计 ${sum} 元，还差 ${by} 元。`,
  sumOver: (sum: string, by: string) => `合计 ${sum} 元，多出 ${by} 元。`,
  sumUnknown: '请先把各人所得填成金额。',
  notMoney: '请填金额，单位为元，最多两位小数。',
  outOfBand: (least: string, most: string) => `须在 ${least}–${most} 元之间。`,
};
