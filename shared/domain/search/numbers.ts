/** One form for numbers and units as people write them: 八小时, 8个钟头 and 8小时; 3# and 3号. */

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const UNITS =
  '小时|分钟|点|天|个月|月|年|周|层|号|台|吨|毫米|米|公里|千克|度|元|块|人|趟|次|班|级|成|倍|期|组|套';
/** Other words for units, and what they become. */
const ONE_UNIT: Readonly<Record<string, string>> = {
  '#': '号',
  钟头: '小时',
  摄氏度: '度',
  '℃': '度',
  mm: '毫米',
  kg: '千克',
  公斤: '千克',
};
const OTHERS = Object.keys(ONE_UNIT).join('|');
/** Half an hour, another word for a unit, or a number in words: before a unit, or with a place of its own. */
const WRITTEN = new RegExp(
  `半个?(?:小时|钟头)|${OTHERS}|[零〇一二两三四五六七八九十百千]+(?=[多来几]?(?:${UNITS}|${OTHERS}))|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百[零一二三四五六七八九十]*`,
  'g',
);

/** The folded text with numbers in digits and one word for each unit. */
export function inDigits(folded: string): string {
  return folded.replace(
    WRITTEN,
    written => ONE_UNIT[written] ?? (written.startsWith('半') ? '30分钟' : digitsOf(written)),
  );
}

function digitsOf(written: string): string {
  let [digits, sum, digit] = ['', 0, 0];
  for (const one of written) {
    const place = PLACES[one];
    if (place === undefined) {
      digit = DIGITS[one] ?? 0;
      digits += digit;
    } else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum === 0 ? digits : String(sum + digit);
}
