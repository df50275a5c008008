/** The Chinese texts of the pages of `profile`. */

export const zh = {
  myData: '下载关于我的全部数据',
  contactIdeas: '我联系的金点子',
  tracking: '实施跟踪',
  settings: '设置',
  language: '语言',
  /** The release of the pages, for whoever reports a fault. */
  release: (number: string) => `版本 ${number}`,
};
