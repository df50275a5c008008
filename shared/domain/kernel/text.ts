/**
 * The length of a text as people count it: in graphemes, so that an emoji, or a letter with its
 * accents, is one character. Form and server use the same function, so they never disagree about a
 * limit.
 */

/**
 * The segmenter is made for the first counted text, because that takes half as long as starting an
 * empty function.
 */
let segmenter: Intl.Segmenter | undefined;

/**
 * The most UTF-16 units per grapheme on average. A text with more is not writing but a way around
 * the limit.
 */
const UNITS_PER_GRAPHEME = 12;

export interface TextLimits {
  readonly min: number;
  readonly max: number;
  /** The most units per grapheme on average in texts of which an item holds many. */
  readonly units?: number;
}

export const TITLE: TextLimits = { min: 2, max: 60 };
export const BODY: TextLimits = { min: 2, max: 2000 };
/**
 * An idea's history has any number of these texts, and a decision or completion repeats its last
 * one.
 */
export const REASON: TextLimits = { min: 2, max: 2000, units: 4 };
/** What an author may add to a rating, which the idea stores twice. */
export const RATING_WORD: TextLimits = { min: 1, max: 200, units: 4 };
export const COMMENT: TextLimits = { min: 1, max: 500 };
/** What somebody looks for. */
export const SEARCH: TextLimits = { min: 1, max: 60 };
export const ORGANIZATION_NAME: TextLimits = { min: 2, max: 60 };

/** The number of graphemes in a text. */
export function graphemes(text: string): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** The length of an excerpt: a line of a list on a desk, two on a phone. */
const EXCERPT = 60;

/** The beginning of a text, as one line, for a list; it ends in `…` if the text goes on. */
export function excerptOf(text: string): string {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const whole = text.trim().replace(/\s+/g, ' ');
  let count = 0;
  for (const { index } of segmenter.segment(whole)) {
    if (count === EXCERPT) return `${whole.slice(0, index).trimEnd()}…`;
    count += 1;
  }
  return whole;
}

/** Whether a text keeps to its limits, both ends included. */
export function fits(text: string, { min, max, units = UNITS_PER_GRAPHEME }: TextLimits): boolean {
  if (text.length > max * units) return false;
  // A grapheme has at least one unit, so that most short texts need no counting.
  if (text.length <= max && min <= 1) return text.length >= min;
  const count = graphemes(text);
  return count >= min && count <= max;
}

/** Line breaks: those of Windows, Word and PowerPoint, and Unicode's own. */
const BREAKS = /\r\n?|[\v\f\x85\u2028\u2029]/g;
/** Word's own hyphens: the non-breaking one, and the one that is visible only at a line break. */
const UNBROKEN_HYPHEN = '\x1e';
const IDLE_HYPHEN = '\x1f';
/** Characters of regional flags. No other text may use them, because they are invisible. */
const FLAG_OR_TAG = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,16}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
/** Variants of the preceding character: of emoji, of Han characters and of Mongolian letters. */
const VARIANT = /[\p{Variation_Selector}\u180e]/u;
const JOINER = /[\u200c-\u200d]/u;
/**
 * Characters that change the direction of text, and invisible ones without meaning: zero-width
 * blanks, soft hyphens, byte order marks, fillers. Joiners and variation selectors are handled
 * separately.
 */
const HIDDEN =
  /(?![\p{Variation_Selector}\u180e\u200c-\u200d\u{e0000}-\u{e007f}])[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Letters of the scripts that use no joiners. */
const UNJOINED =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const JOINED_BEFORE = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const JOINED_AFTER = /[\p{L}\p{M}\p{Extended_Pictographic}]/u;
const SHOWS = /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]|\p{Co}/u;

/**
 * The one spelling of texts that look the same: composed characters, no blank ends, line breaks of
 * one kind, and no invisible characters. Joiners stay in emoji and in the scripts that use them.
 */
export function tidy(text: string): string {
  const once = tidiedOnce(text);
  // Composing puts a letter in a mark's place, and a joiner behind a letter may have no effect.
  return once === text ? once : tidy(once);
}

function tidiedOnce(text: string): string {
  const plain = text
    .replace(BREAKS, '\n')
    .replaceAll(UNBROKEN_HYPHEN, '-')
    .replaceAll(IDLE_HYPHEN, '');
  const seen = plain
    .replace(FLAG_OR_TAG, (_, flag: string | undefined) => flag ?? '')
    .replace(HIDDEN, '');
  return withoutIdle(withoutIdle(seen, VARIANT, variesNothing), JOINER, joinsNothing)
    .normalize('NFC')
    .trim();
}

/** The same for a text of one line: line breaks and tabs become blanks. */
export function tidyLine(text: string): string {
  return tidy(text).replace(/[\n\t]+/g, ' ');
}

/**
 * A Chinese name of up to four characters with blanks in it, such as lists put into names of two
 * for the width of three. Longer ones are names in other languages, whose parts stay apart.
 */
const PADDED = /^\p{Script=Han}(?:\s*\p{Script=Han}){1,3}$/u;

/** The same for a person's name. */
export function tidyName(text: string): string {
  const name = tidyLine(text);
  return PADDED.test(name) ? name.replace(/\s+/g, '') : name;
}

/** Whether a text is visible at all. */
export function shows(text: string): boolean {
  return SHOWS.test(text);
}

/** The text without characters that have no effect beside their neighbours. */
function withoutIdle(
  text: string,
  kind: RegExp,
  isIdle: (before: string, after: string) => boolean,
): string {
  if (!kind.test(text)) return text;
  const characters = [...text];
  return characters
    .filter(
      (one, at) => !kind.test(one) || !isIdle(characters[at - 1] ?? '', characters[at + 1] ?? ''),
    )
    .join('');
}

function variesNothing(before: string): boolean {
  return !SHOWS.test(before);
}

function joinsNothing(before: string, after: string): boolean {
  const joins =
    (JOINED_BEFORE.test(before) || VARIANT.test(before)) &&
    JOINED_AFTER.test(after) &&
    !UNJOINED.test(before) &&
    !UNJOINED.test(after);
  return !joins;
}
