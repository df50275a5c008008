/**
 * Days and times as Chinese offices write them: `2026-09-17 08:12`, `2026/9/17`, `2026.9.17`,
 * `2026年9月17日上午8时12分`, `20260917`, `二〇二六年九月十七日`. A text without the year, or with
 * two possible days, is refused.
 */
import { isLocalDate, type LocalDate } from './instant.ts';

export interface WrittenTime {
  readonly day: LocalDate;
  /** `08:12:00`; undefined if only the day is written. */
  readonly time: string | undefined;
}

const DAY =
  /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})(?:[日号]|(?!\d))|(20\d{2})(\d{2})(\d{2})(?!\d))/;
const WEEKDAY = /^\s*[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/;
const TIME =
  /^(上午|早上|凌晨|中午|下午|晚上)?\s*(\d{1,2})(?:(?::(\d{2})(?::(\d{2}))?)|(?:[时点](?:(\d{1,2})分?|(半))?(?:(\d{1,2})秒)?))\s*([AP]M)?$/i;

/** Reads a day, perhaps with a time of day; undefined if it is not one. */
export function readWrittenTime(text: string): WrittenTime | undefined {
  const plain = inDigits(text.normalize('NFKC').trim());
  const parts = DAY.exec(plain);
  if (!parts) return undefined;
  const [matched, y1, , m1, d1, y2, m2, d2, y3, m3, d3] = parts;
  const year = y1 ?? y2 ?? y3 ?? '';
  const day = [
    year.length === 2 ? `20${year}` : year,
    two(m1 ?? m2 ?? m3),
    two(d1 ?? d2 ?? d3),
  ].join('-');
  if (!isLocalDate(day)) return undefined;
  const rest = plain.slice(matched.length).replace(WEEKDAY, '');
  if (rest.trim() === '') return { day, time: undefined };
  // A time follows a blank, a T, or the day's own character.
  if (!/^[\sT]/.test(rest) && !/[日号)]$/.test(plain.slice(0, plain.length - rest.length)))
    return undefined;
  const time = timeIn(rest.replace(/^T/, '').trim());
  return time === undefined ? undefined : { day, time };
}

function timeIn(text: string): string | undefined {
  const [matched, part, hours, m1, s1, m2, half, s2, meridiem] = TIME.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const hour = hourOf(Number(hours), part ?? meridiem?.toUpperCase());
  const minute = Number(half === undefined ? (m1 ?? m2 ?? 0) : 30);
  const second = Number(s1 ?? s2 ?? 0);
  return hour === undefined || minute > 59 || second > 59
    ? undefined
    : [hour, minute, second].map(two).join(':');
}

/** The hour of the day, 0–23; undefined if the part of the day does not have it. */
function hourOf(hour: number, part: string | undefined): number | undefined {
  switch (part) {
    case '下午':
    case '晚上':
    case 'PM':
      if (hour > 23 || (part === 'PM' && hour === 0)) return undefined;
      return hour < 12 ? hour + 12 : hour;
    case '中午':
      return hour >= 11 && hour <= 13 ? hour : hour === 1 ? 13 : undefined;
    case 'AM':
    case '凌晨':
      if (hour > 12) return undefined;
      return hour === 12 ? 0 : hour;
    case '上午':
    case '早上':
      return hour <= 12 ? hour : undefined;
    default:
      return hour <= 23 ? hour : undefined;
  }
}

const DIGITS = '〇一二三四五六七八九';

/** Years, months and days written in Chinese numerals, as digits. */
function inDigits(text: string): string {
  return text
    .replace(/[零○]/g, '〇')
    .replace(/^[〇一二三四五六七八九]{4}(?=年)/, year =>
      [...year].map(digit => DIGITS.indexOf(digit)).join(''),
    )
    .replace(/([二三]?)(十?)([一二三四五六七八九]?)(?=[月日号])/g, (written, tens, ten, ones) => {
      if (written === '' || (tens !== '' && ten === '' && ones !== '')) return written;
      if (ten === '') return String(DIGITS.indexOf(tens === '' ? ones : tens));
      return String(
        (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(0, DIGITS.indexOf(ones || '〇')),
      );
    });
}

function two(number: string | number | undefined): string {
  return String(number ?? '').padStart(2, '0');
}
