/** The Chinese texts of the pages of `rewards`. */
export const zh = {
  rewardsTitle: '奖励',
  rewardsEmpty: '没有待核定或待发放的奖励。金点子验收以后，会列在这里。',
  toAcceptance: '待验收的事项',
  toApprove: (count: number) => `待核定（${count}）`,
  toPay: (count: number) => `待发放（${count}）`,
  payText: '钱发到作者手里以后，勾选并登记。',
  idea: '金点子',
  authors: '作者',
  shares: '作者所得',
  verifiedHeading: '核实年效益（元）',
  bandHeading: '标准与建议（元）',
  proposed: (least: string, most: string, proposed: string) => `${least}–${most}，建议 ${proposed}`,
  acceptedHeading: '验收以来',
  waited: (days: number) => (days === 0 ? '今天' : `${days} 天`),
  amountHeading: '奖励（元）',
  approvedHeading: '核定',
  act: '操作',
  choose: '选',
  chooseIdea: (title: string) => `选《${title}》`,
  chooseAll: (count: number) => `全选 ${count} 项`,
  chosenSum: (count: number, sum: string) =>
    count === 0 ? '还没有选' : `已选 ${count} 项，共 ${sum} 元`,

  band: (least: string, most: string, proposed: string) =>
    `按核实效益，奖励标准为 ${least}–${most} 元，建议 ${proposed} 元。`,
  approve: '核定奖励',
  approveAnew: '重新核定',
  amountField: '奖励金额（元）',
  shareField: (name: string) => `${name}所得（元）`,
  sharesLegend: '作者分配',
  evenly: '平均分配',
  approved: (title: string) => `《${title}》的奖励已核定，列在“待发放”里；发放以后请登记。`,
  pay: '登记已发放',
  confirmPay: (count: number, sum: string) =>
    `确定选中的 ${count} 项奖励、共 ${sum} 元已经发放？登记后不能更改。`,
  paid: (done: number, refused: number) =>
    refused === 0 ? `${done} 项奖励已登记发放。` : `${done} 项已登记发放，${refused} 项没有登记：`,
  notDoneYet: '一次没有来得及，请再登记一次。',

  sum: (sum: string) => `合计 ${sum} 元，与奖励金额一致。`,
  sumShort: (sum: string, by: string) => `合计 ${sum} 元，还差 ${by} 元。`,
  sumOver: (sum: string, by: string) => `合计 ${sum} 元，多出 ${by} 元。`,
  sumUnknown: '请先把各人所得填成金额。',
  notMoney: '请填金额，单位为元，最多两位小数。',
  outOfBand: (least: string, most: string) => `须在 ${least}–${most} 元之间。`,
};
