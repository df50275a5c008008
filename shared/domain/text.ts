/**
 * How long a text is, as people count: by graphemes, so that an emoji, or a letter with its accents, is one character.
 * Form and server use the same function, so they never disagree about a limit.
 */
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** At most this many UTF-16 units stand for one grapheme on average; more is no writing but a way around the limit. */
const UNITS_PER_GRAPHEME = 12;

export interface TextLimits {
  readonly min: number;
  readonly max: number;
  /** How many units a grapheme may have on average, where there is less room. */
  readonly units?: number;
}

export const TITLE: TextLimits = { min: 2, max: 60 };
export const BODY: TextLimits = { min: 2, max: 2000 };
/** An idea's history holds any number of them, and what is decided or done holds its last one once more. */
export const REASON: TextLimits = { min: 2, max: 2000, units: 4 };
export const COMMENT: TextLimits = { min: 1, max: 500 };

/** The number of graphemes in a text. */
export function graphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Whether a text keeps to its limits, both ends included. */
export function fits(text: string, { min, max, units = UNITS_PER_GRAPHEME }: TextLimits): boolean {
  if (text.length > max * units) return false;
  const count = graphemes(text);
  return count >= min && count <= max;
}

/** One spelling for texts that look the same: composed characters, no blank ends, line breaks of one kind. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
