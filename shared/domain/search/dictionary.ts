/** Words that are looked for in texts, of which Chinese has no blanks between. */

export interface Entry<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
}

/**
 * Words by how they begin: a hash table that is mostly empty, because at most places of a text no word
 * begins, and the texts of a large organization have millions.
 */
export interface Dictionary<Meaning> {
  /** Of a UTF-16 unit: whether it is a word, and whether longer words begin with it. */
  readonly begins: Uint8Array;
  /** The first two units of longer words; 0 where there are none. */
  readonly pairs: Uint32Array;
  /** The longer words that begin with these two units, the longest first. */
  readonly longer: readonly (readonly Entry<Meaning>[])[];
  /** Words of a single unit. */
  readonly alone: ReadonlyMap<number, Entry<Meaning>>;
}

const ALONE = 1;
const LONGER = 2;
const SIZE = 0x8000;
const slotOf = (pair: number): number => Math.imul(pair, 0x9e3779b1) >>> 17;
const pairAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0;
const NONE: readonly never[] = [];

/** A dictionary of words and what each means. The first meaning of a word counts. */
export function dictionaryOf<Meaning>(
  meanings: Iterable<readonly [word: string, meaning: Meaning]>,
): Dictionary<Meaning> {
  const begins = new Uint8Array(0x10000);
  const pairs = new Uint32Array(SIZE);
  const longer: Entry<Meaning>[][] = Array.from({ length: SIZE }, () => []);
  const alone = new Map<number, Entry<Meaning>>();
  const known = new Set<string>();
  for (const [word, meaning] of meanings) {
    if (known.has(word)) continue;
    known.add(word);
    const first = word.charCodeAt(0);
    begins[first] = (begins[first] ?? 0) | (word.length === 1 ? ALONE : LONGER);
    if (word.length === 1) {
      alone.set(first, { word, meaning });
      continue;
    }
    const pair = pairAt(word, 0);
    let slot = slotOf(pair);
    while (pairs[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & (SIZE - 1);
    pairs[slot] = pair;
    longer[slot]?.push({ word, meaning });
  }
  for (const those of longer) those.sort((one, other) => other.word.length - one.word.length);
  return { begins, pairs, longer, alone };
}

function longerFrom<Meaning>(
  { pairs, longer }: Dictionary<Meaning>,
  pair: number,
): readonly Entry<Meaning>[] {
  let slot = slotOf(pair);
  while (pairs[slot] !== pair) {
    if (pairs[slot] === 0) return NONE;
    slot = (slot + 1) & (SIZE - 1);
  }
  return longer[slot] ?? NONE;
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether a text has a word at a place. A Latin word is not found within another: no mes in times. */
function hasAt(text: string, at: number, word: string): boolean {
  for (let to = 2; to < word.length; to += 1)
    if (text.charCodeAt(at + to) !== word.charCodeAt(to)) return false;
  const end = at + word.length;
  return (
    end <= text.length &&
    !(isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at - 1))) &&
    !(isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)))
  );
}

/** Goes through the words that a text has at a place, the longest first. */
export function eachAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  text: string,
  at: number,
  visit: (entry: Entry<Meaning>) => void,
): void {
  const first = text.charCodeAt(at);
  const begins = dictionary.begins[first] ?? 0;
  if (begins === 0) return;
  if ((begins & LONGER) !== 0)
    for (const entry of longerFrom(dictionary, pairAt(text, at)))
      if (hasAt(text, at, entry.word)) visit(entry);
  const alone = (begins & ALONE) === 0 ? undefined : dictionary.alone.get(first);
  if (alone) visit(alone);
}

/** The longest word that a text has at a place; undefined if there is none. */
export function longestAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  text: string,
  at: number,
): Entry<Meaning> | undefined {
  const first = text.charCodeAt(at);
  const begins = dictionary.begins[first] ?? 0;
  if (begins === 0) return undefined;
  if ((begins & LONGER) !== 0)
    for (const entry of longerFrom(dictionary, pairAt(text, at)))
      if (hasAt(text, at, entry.word)) return entry;
  return (begins & ALONE) === 0 ? undefined : dictionary.alone.get(first);
}
