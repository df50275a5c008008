/**
 * Texts that pass through a spreadsheet unharmed. Opening a CSV file, Excel and WPS take for numbers and dates whatever looks like them,
 * and save `00132` as `132` and `1-2` as a day. An apostrophe before such a text keeps it, and stays in the file; so it is written where
 * it is needed, and read away again.
 */

/** A number that comes back as it was: no leading zero, and no more digits than are shown in full. */
const KEPT_NUMBER = /^(0|[1-9]\d{0,10})$/;
/** Nothing but digits and the signs of numbers, dates and times: `00132`, `1E5`, `2026-10`, `3/4`, `12%`, `1月2日`. */
const NUMBER_OR_DATE = /^[.,(¥$￥]*\d[\d\s.,:/\-+%e年月日时分秒)]*$/i;
/** A day of a month by its name: `MAR1`, `1-Dec`. */
const NAMED_MONTH =
  /^(?=.*\d)(\d+[-/ ]?)?(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|(nov|dec)(ember)?)[-/ ,]*\d*$/i;
const TRUTH = /^(true|false)$/i;
const FORMULA = /^[=+\-@＝＋－＠]/;
/** What becomes of a long number: `1.23457E+17`. */
const SHORTENED = /^\d(\.\d+)?E\+\d+$/i;

/** A text as a cell that keeps it: with an apostrophe where a spreadsheet would make something else of it. */
export function keptText(text: string): string {
  return isAtRisk(text) ? `'${text}` : text;
}

/** The text that a cell keeps. What was typed in by hand may have an apostrophe before any number, or none. */
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
  // An apostrophe of the text's own has to be told from ours.
  return text.startsWith("'") || [FORMULA, NUMBER_OR_DATE, NAMED_MONTH, TRUTH].some(form => form.test(text));
}
