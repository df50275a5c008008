/** The Chinese texts of the sheets to print: the certificate and the notice-board sheet. */
import type { Certificate } from './certificate.ts';

type Refused = Extract<Certificate, { is: 'refused' }>['why'];

export const zh = {
  printSheet: '打印',
  backToIdea: '回到金点子',

  certificate: '奖状',
  certificateOf: (title: string) => `《${title}》的奖状`,
  certificateHint: 'A4 横向，一张。打印时请选“无页边距”。',
  noCertificate: {
    'not-earned': '验收通过或者评为优秀金点子以后，就可以打印奖状。',
    unnamed: '这条金点子是不记名的，奖状上没有可以写的姓名。作者认领以后就可以打印。',
    erased: '作者的姓名已经删除，不能再打印奖状。',
  } satisfies Record<Refused, string>,
  listSeparator: '、',
  salutation: (names: string) => `${names} 同志：`,
  praise: (title: string, deeds: readonly string[]) =>
    `所提金点子《${title}》，${deeds.join('，')}。`,
  wasAccepted: '经评审采纳，已实施并通过验收',
  verifiedBenefit: (amount: string) => `核实年效益 ${amount}`,
  wasExcellent: '被评为优秀金点子',
  commended: '特此表彰。',

  posterTitle: '征集海报',
  posterHint: 'A4 纵向，一张，贴在公示栏、车间和食堂。手机扫码就能提交。',
  posterHeadline: '征集金点子',
  posterClaim: '一线的好主意，条条有答复',
  handInUntil: (round: string) => `${round}提交截止（民主议政日当天结束）`,
  whatIsIt: '什么是金点子',
  whatItIs: '一条能让工作更安全、质量更好、成本更低、生活更方便的建议：现在哪里不好，怎么改。',
  about: (categories: string) => `类别：${categories}`,
  howTo: '怎么提',
  steps: ['扫码登录，一分钟写完', '民主议政日上逐条表决', '结果公示，采纳的有人办、有验收'],
  unnamedToo: '可以不记名。没有手机，写在纸条上交给秘书也一样。',
  scan: '扫一扫，提一条',
  lastRound: (round: string, submitted: number, adopted: number, rate: string) =>
    `${round}：征集 ${submitted} 条，采纳 ${adopted} 条，采纳率 ${rate}`,
};
