/**
 * The words of the bulletin, for members and for everybody.
 */
import { wordsOf } from '../language/language-context.tsx';

const zh = {
  officialReply: '官方答复',
  print: '打印',
  printing: '正在读取全部内容…',
  unfinished: '（未完，后面还有）',
  publicAddress: '公开地址（不用登录）',
  notPublicTitle: '这里没有公开的公示',
  notPublicText: '地址可能有误，公示还没有发布，或者该单位没有公开公示。本单位成员可以登录查看。',
  frozen: '以上是公示时的数字和结果，之后不再改动。',
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
  frozen: 'The numbers and results as they were published; they do not change any more.',
};

export const useBulletinWords = wordsOf({ 'zh-CN': zh, en });
