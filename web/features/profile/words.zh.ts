/** The Chinese texts of the pages of `profile`. */

export const zh = {
  myData: '下载关于我的全部数据',
};
