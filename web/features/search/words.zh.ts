/** The Chinese texts of `search`: finding ideas, and ideas that are alike. */
export const zh = {
  everyRound: '全部期',
  found: (count: number) => `找到 ${count} 条`,
  foundList: (query: string) => `“${query}”的搜索结果`,
  nothingFound: (query: string) => `没有找到“${query}”。`,
  fewerWords: '少写几个字试试，或者换个说法。',
  widerFilters: '也可能是被筛选挡住了。',
  notThereYet: '还没有人提过？那就提一条。',
  seeAllFound: (count: number) => `查看全部 ${count} 条`,
  recentSearches: '最近搜过',
  panelHint: '输入名称、内容里的字，或编号。',
  panelKeys: '↑ ↓ 选择，回车打开，Esc 关闭',

  similarCount: (count: number) => `已有 ${count} 条相似的`,
  similarNearest: (count: number, title: string) => `已有 ${count} 条相似的：《${title}》`,
  supportInstead: '附议这条',
  supportInsteadOf: (title: string) => `附议这条：《${title}》`,
  openIdea: '打开这一条',
  supportedInstead: (title: string) => `已附议《${title}》。这一条还要提吗？`,
  dropDraft: '不提了，删除草稿',
  keepDraft: '接着写',
  draftDropped: '草稿已删除。',
};
