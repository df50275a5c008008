/** The texts for unnamed ideas: the claim code and its use. */
import { wordsOf } from '../../i18n/language-context.tsx';

const zh = {
  claimCode: '查询码',
  writeItDown: '请现在就写下来',
  shownOnce: '这个查询码只显示这一次，以后谁也不能帮您找回。',
  whatFor:
    '凭它可以查看、修改、撤回这条金点子，以后还可以认领。谁拿到它，谁就能这样做，所以请不要给别人看。',
  copy: '复制查询码',
  copied: '已复制。',
  notCopied: '没能复制，请抄写下来。',
  wroteItDown: '我已经写下来了',
  confirmLeaving: '查询码只显示这一次，离开后就看不到了。已经写下来了吗？',

  title: '查询不记名金点子',
  text: '输入提交时写下的查询码。大小写、空格和横线都不要紧。谁查询过，不留记录；只有输错的次数会记下来（每小时最多 10 次）。',
  notACode: '查询码是 24 个字母和数字，例如 2610-0123-4567-89AB-CDEF-GHJK。',
  open: '查看',
  opening: '正在查看…',
  close: '关闭，不再显示',
  byDayOnly: '为了不让人看出是谁，您所做的只记到哪一天。',
  noteFromSecretary: '秘书退回了这条金点子，请按说明修改后重新提交',

  revise: '修改',
  revisionNotKept: '修改的内容不会保存在本机，请一次写完。',
  handInAgain: '重新提交',
  revised: '已重新提交。',
  withdraw: '撤回',
  confirmWithdraw: (title: string) => `确定撤回《${title}》？撤回后不再表决，也不能恢复。`,
  withdrawn: '已撤回。',
  claim: '认领：公开我是作者',
  confirmClaim: (id: string, title: string) =>
    `确定以工号 ${id} 认领《${title}》？所有成员都会看到您是作者，不能收回；查询码随即失效。`,
  claimed: (title: string) => `您已认领《${title}》，它现在列在“我的”里。查询码已失效。`,
  seeIt: '查看这条金点子',
};

const en: typeof zh = {
  claimCode: 'Claim code',
  writeItDown: 'Write it down now',
  shownOnce: 'This code is shown once, and nobody can find it for you later.',
  whatFor:
    'With it you can follow, revise and withdraw this idea, and come forward as its author later. So can anybody who gets hold of it; show it to nobody.',
  copy: 'Copy the code',
  copied: 'Copied.',
  notCopied: 'It could not be copied; please write it down.',
  wroteItDown: 'I have written it down',
  confirmLeaving: 'The code is shown once and will be gone. Have you written it down?',

  title: 'Find an unnamed idea',
  text: 'Type in the code you wrote down when handing in; case, spaces and hyphens do not matter. Nothing is kept of who asked; only wrong codes are counted (10 an hour at most).',
  notACode: 'A code has 24 letters and digits, such as 2610-0123-4567-89AB-CDEF-GHJK.',
  open: 'Open',
  opening: 'Opening…',
  close: 'Close, and forget it here',
  byDayOnly: 'So that nobody can tell who you are, only the day of what you do is kept.',
  noteFromSecretary:
    'The secretary has returned this idea; please mend it as noted and hand it in again',

  revise: 'Revise',
  revisionNotKept: 'What you type here is not kept on this device; please finish in one go.',
  handInAgain: 'Hand in again',
  revised: 'Handed in again.',
  withdraw: 'Withdraw',
  confirmWithdraw: title =>
    `Withdraw “${title}”? It will not be voted on, and this cannot be undone.`,
  withdrawn: 'Withdrawn.',
  claim: 'Claim: make known that it is mine',
  confirmClaim: (id, title) =>
    `Claim “${title}” as no. ${id}? All members will see that it is yours, for good, and the code opens nothing any more.`,
  claimed: title =>
    `“${title}” is yours now and listed under “Mine”. Its code opens nothing any more.`,
  seeIt: 'See the idea',
};

export const useUnnamedWords = wordsOf({ zh: async () => ({ zh }), en: async () => ({ en }) });
