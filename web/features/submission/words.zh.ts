/** The Chinese texts of the pages of `submission`. */

export const zh = {
  revising: '修改金点子',
  formerKept: '修改前的内容会保留在“经过”里。',
  handInAgain: '重新提交',
};
