/** One form for numbers and units as people write them: 八小时, 8个钟头 and 8小时; 3# and 3号. */

const DIGITS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const UNITS =
  '小时|分钟|点|天|个月|月|年|周|层|号|台|吨|毫米|米|公里|千克|度|元|块|人|趟|次|班|级|成|倍|期|组|套';
/** Written out before a unit, or with a place of its own: 两台, 十八, 三百. */
const WRITTEN_OUT = new RegExp(
  `[零〇一二两三四五六七八九十百千]+(?=[多来几]?(?:${UNITS}))|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百[零一二三四五六七八九十]*`,
  'g',
);

/** The folded text with numbers in digits and one word for each unit. */
export function inDigits(folded: string): string {
  return folded
    .replace(/#/g, '号')
    .replace(/半个?(?:小时|钟头)/g, '30分钟')
    .replace(/钟头/g, '小时')
    .replace(/摄氏度|℃/g, '度')
    .replace(/mm/g, '毫米')
    .replace(/kg|公斤/g, '千克')
    .replace(WRITTEN_OUT, written => digitsOf(written));
}

function digitsOf(written: string): string {
  const plain = written.replace(/两/g, '二').replace(/〇/g, '零');
  if (!/[十百千]/.test(plain)) return [...plain].map(one => DIGITS.indexOf(one)).join('');
  let [sum, digit] = [0, 0];
  for (const one of plain) {
    const place = PLACES[one];
    if (place === undefined) digit = DIGITS.indexOf(one);
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return String(sum + digit);
}
