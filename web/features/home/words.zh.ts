/** The Chinese texts of the pages of `home`. */

export const zh = {
  tabs: '我的',
  tabIdeas: '我提的',
  tabWork: '我负责的',
  toDo: '需要您处理',
  toRevise: '去修改',
  overdueWork: (count: number, orMore: boolean) =>
    `您负责的事项有 ${count} 项${orMore ? '以上' : ''}已逾期。`,
  openWork: (count: number, orMore: boolean) => `您正在负责 ${count} 项${orMore ? '以上' : ''}。`,
  seeWork: '查看我负责的',
};
