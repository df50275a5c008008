/**
 * One form for characters that mean the same in a search: full-width letters, digits and signs as
 * half-width ones, capitals as small letters. Every character keeps its place, so a position in the
 * folded text is one in the original.
 */

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const WIDE_SPACE = /\u3000/g;
const CAPITAL = /\p{Lu}/gu;
/** From a full-width character to its half-width one. */
const NARROWER = 0xfee0;

/** The folded text, of the same length in UTF-16 units. */
export function fold(text: string): string {
  return text
    .replace(FULL_WIDTH, wide => String.fromCharCode(wide.charCodeAt(0) - NARROWER))
    .replace(WIDE_SPACE, ' ')
    .replace(CAPITAL, capital => {
      const small = capital.toLowerCase();
      return small.length === capital.length ? small : capital;
    });
}
