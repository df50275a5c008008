/**
 * The features by which texts are compared: each Han character, each pair of neighbours, each Latin
 * word and each number, as numbers. What every idea says (建议…, 存在安全隐患) and words without a meaning
 * of their own leave none.
 */
import { inOneWord } from './synonyms.ts';

/** A character: its own feature, and that of the pair with the one before it; 0 if there is none. */
export interface Place {
  readonly single: number;
  readonly pair: number;
}

const SET_PHRASES =
  /建议|希望|领导|存在|问题|安全隐患|隐患|提高|提升|效率|改善|改进|加强|解决|进行|应该|应当|能不能|可以|需要|一下|尽快|现在|目前|我们|公司|没有|不要|不能|关于|对于|以及|或者|然后|因为|所以/g;
const MEANS_NOTHING =
  '的了着吧呢啊个就都也还很太再又在有是把被给让要会能到从和与及于用上下里时不没';
const MEANINGLESS = new Uint8Array(0x10000);
for (const one of MEANS_NOTHING) MEANINGLESS[one.charCodeAt(0)] = 1;
const WORD = /[a-z]+|\d+(?:\.\d+)?/y;

/** Ideographs of the basic plane; others are too rare to matter. */
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
const beginsWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

/**
 * Goes through the places of a folded text: each has its own feature, and that of the pair with the
 * place before it, or 0 after a gap. (No array of them, because the texts of a large organization have
 * millions.)
 */
export function eachPlace(folded: string, visit: (single: number, pair: number) => void): void {
  const plain = inOneWord(folded).replace(SET_PHRASES, ' ');
  let before = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (isHan(code) && MEANINGLESS[code] === 0) {
      visit(code, before === 0 ? 0 : before * 0x10000 + code);
      before = code;
      continue;
    }
    before = 0;
    if (!beginsWord(code)) continue;
    WORD.lastIndex = at;
    const word = WORD.exec(plain)?.[0] ?? '';
    visit(wordFeature(word), 0);
    at += Math.max(0, word.length - 1);
  }
}

/** The places of a folded text, in order. */
export function placesIn(folded: string): Place[] {
  const places: Place[] = [];
  eachPlace(folded, (single, pair) => places.push({ single, pair }));
  return places;
}

/** A number that no character and no pair of Han characters has. */
function wordFeature(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return 0xe0000000 + (hash & 0x0fffffff);
}

/** Whether a feature is a Latin word or a number. */
export const isWord = (feature: number): boolean => feature >= 0xe0000000;
/** Whether a feature is a single Han character. */
export const isSingle = (feature: number): boolean => feature < 0x10000;
