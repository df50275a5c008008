/**
 * Words for the same thing on a shop floor. The first of a group stands for it when texts are
 * compared. A word belongs to one group, and no word is so short that it is found within others.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['行车', '天车', '桥吊', '吊车', '航吊', '起重机', '天吊'],
  ['车间', '厂房'],
  ['照明', '灯具'],
  ['食堂', '餐厅', '饭堂'],
  ['更衣室', '换衣间', '更衣间'],
  ['空压机', '空气压缩机', '气泵'],
  ['叉车', '铲车'],
  ['焊机', '电焊机'],
  ['厕所', '卫生间', '洗手间'],
  ['仓库', '库房'],
  ['图纸', '图样'],
  ['班车', '通勤车', '厂车'],
  ['浴室', '澡堂', '洗澡'],
  ['护栏', '栏杆'],
  ['司机室', '驾驶室'],
  ['电池', '电瓶'],
];

/** The most variants of a term. */
const MOST_VARIANTS = 6;

const WORDS = new Map(GROUPS.flatMap(([first = '', ...others]) => others.map(one => [one, first])));
const LONGEST_FIRST = [...WORDS.keys()].sort((one, other) => other.length - one.length);
const OTHER_WORD = new RegExp(LONGEST_FIRST.join('|'), 'g');

/** The text with one word for each thing. */
export function inOneWord(text: string): string {
  return text.replace(OTHER_WORD, word => WORDS.get(word) ?? word);
}

/** The term with each other word for a thing in it. */
export function synonymsIn(term: string): string[] {
  return GROUPS.flatMap(group =>
    group
      .filter(word => term.includes(word))
      .slice(0, 1)
      .flatMap(word => group.filter(one => one !== word).map(one => term.replace(word, one))),
  ).slice(0, MOST_VARIANTS);
}
