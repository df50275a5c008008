/**
 * Characters of the same sound, which are typed for each other: 电汗 for 电焊, 充电庄 for 充电桩. They count
 * within words for things alone; elsewhere each means what it says.
 */
const GROUPS = `
焊汗旱 桩庄装 氧痒养 测侧册 挡档当 炔缺 钝顿 账帐 炉卢 螺罗 栓拴 镗膛堂 铣洗 泵蹦
阀伐罚 链炼练 锈秀 磨摩 砂沙 碳炭探 镀度渡 辊棍滚 罐灌 棚蓬篷 裂列 板扳版 钳前 罩照
座坐 作做 戴带 哨稍 键健 箱厢 柜贵 轴周 缸钢 帽冒 锁所 牌排 灯登 厕侧 浴玉 托拖 垫电
弧胡 纤签 葫壶 削屑 焦胶 检捡 淬粹 渗参 熔溶 覆复敷 滤虑 液夜 齿尺
模摸膜 具俱 房防 宿缩 舍设 储除 票漂 徒图途 培陪 奖讲 津金 贴帖 吊掉 叉差插 餐参 剩胜
谷骨 余鱼 仪议 硬应 密蜜 封峰 喷盆 修休 粉分 尘陈 销消
扭钮 矩距
`;

const ALIKE = new Map(
  GROUPS.trim()
    .split(/\s+/)
    .flatMap(group => [...group].map(one => [one, group] as const)),
);

/** The word with one character typed for another. */
export function mistakesIn(word: string): string[] {
  return [...word].flatMap((one, at) =>
    [...(ALIKE.get(one) ?? '')]
      .filter(other => other !== one)
      .map(other => word.slice(0, at) + other + word.slice(at + 1)),
  );
}
