/**
 * Texts that survive a spreadsheet. Excel and WPS open anything that looks like a number or a date
 * as one, and save `00132` as `132` and `1-2` as a day. An apostrophe before such a text protects
 * it, and stays in the file; so it is written where needed, and removed on reading.
 */

/** A number that survives unchanged: no leading zero, and no more digits than are shown in full. */
const KEPT_NUMBER = /^(0|[1-9]\d{0,10})$/;
/**
 * Nothing but digits and the signs of numbers, dates and times: `00132`, `1E5`, `2026-10`, `3/4`,
 * `12%`, `1月2日`.
 */
const NUMBER_OR_DATE = /^[.,(¥$￥]*\d[\d\s.,:/\-+%e年月日时分秒)]*$/i;
/** A day of a month by its name: `MAR1`, `1-Dec`. */
const NAMED_MONTH =
  /^(?=.*\d)(\d+[-/ ]?)?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|(nov|dec)(ember)?)[-/ ,]*\d*$/i;
const TRUTH = /^(true|false)$/i;
const FORMULA = /^[=+\-@＝＋－＠]/;
/** The shortened form of a long number: `1.23457E+17`. */
const SHORTENED = /^\d(\.\d+)?E\+\d+$/i;

/** A text as a cell that preserves it: with an apostrophe if a spreadsheet would change it. */
export function keptText(text: string): string {
  return isAtRisk(text) ? `'${text}` : text;
}

/** The text of a cell. A number typed by hand may have an apostrophe or not. */
export function textOfCell(cell: string): string {
  const text = cell.slice(1);
  return cell.startsWith("'") && (isAtRisk(text) || KEPT_NUMBER.test(text)) ? text : cell;
}

/** Whether a spreadsheet has shortened a long number, whose last digits are lost. */
export function isShortened(cell: string): boolean {
  return SHORTENED.test(cell);
}

function isAtRisk(text: string): boolean {
  if (KEPT_NUMBER.test(text)) return false;
  // The text's own apostrophe has to be distinguished from ours.
  return (
    text.startsWith("'") ||
    [FORMULA, NUMBER_OR_DATE, NAMED_MONTH, TRUTH].some(form => form.test(text))
  );
}
