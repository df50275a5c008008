/** Words that are looked for in texts, of which Chinese has no blanks between. */

export interface Entry<Meaning> {
  readonly word: string;
  readonly meaning: Meaning;
}

/**
 * Words as a tree: a step for each UTF-16 unit. So what a place of a text costs depends on how far a word
 * goes there, and not on how many words begin alike. The steps are in a hash table that is mostly empty,
 * because at most places no word goes on, and the texts of a large organization have millions.
 */
export interface Dictionary<Meaning> {
  /** The node after a word's first unit; 0 if no word begins with it. */
  readonly first: Uint16Array;
  /** A node and the unit after it; 0 where there is no step. */
  readonly steps: Uint32Array;
  /** The node after that step. */
  readonly nexts: Uint16Array;
  /** How far a product is shifted to be a slot. */
  readonly shift: number;
  /** Of a node: the word that ends there. */
  readonly ends: readonly (Entry<Meaning> | undefined)[];
}

/** A table has this many slots for each step at least. */
const SPARE = 3;
const MOST_NODES = 0xffff;
const slotOf = (step: number, shift: number): number => Math.imul(step, 0x9e3779b1) >>> shift;
const stepOf = (node: number, unit: number): number => ((node << 16) | unit) >>> 0;

/** A dictionary of words and what each means. The first meaning of a word counts. */
export function dictionaryOf<Meaning>(
  meanings: Iterable<readonly [word: string, meaning: Meaning]>,
): Dictionary<Meaning> {
  const first = new Uint16Array(0x10000);
  const known = new Map<number, number>();
  const ends: (Entry<Meaning> | undefined)[] = [undefined];
  const newNode = (): number => {
    if (ends.length > MOST_NODES) throw new RangeError('too many words');
    return ends.push(undefined) - 1;
  };
  for (const [word, meaning] of meanings) {
    const begins = word.charCodeAt(0);
    let node = first[begins] || newNode();
    first[begins] = node;
    for (let at = 1; at < word.length; at += 1) {
      const step = stepOf(node, word.charCodeAt(at));
      node = known.get(step) ?? newNode();
      known.set(step, node);
    }
    ends[node] ??= { word, meaning };
  }
  const bits = Math.ceil(Math.log2(SPARE * known.size + 2));
  const [steps, nexts] = [new Uint32Array(2 ** bits), new Uint16Array(2 ** bits)];
  const shift = 32 - bits;
  for (const [step, next] of known) {
    let slot = slotOf(step, shift);
    while (steps[slot] !== 0) slot = (slot + 1) & (steps.length - 1);
    steps[slot] = step;
    nexts[slot] = next;
  }
  return { first, steps, nexts, shift, ends };
}

/** The node after another and a unit; 0 if there is none. */
function nextOf<Meaning>(
  { steps, nexts, shift }: Dictionary<Meaning>,
  node: number,
  unit: number,
): number {
  const step = stepOf(node, unit);
  let slot = slotOf(step, shift);
  let found = steps[slot];
  while (found !== step) {
    if (found === 0) return 0;
    slot = (slot + 1) & (steps.length - 1);
    found = steps[slot];
  }
  return nexts[slot] ?? 0;
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether a word may be there. A Latin word is not found within another: no mes in times. */
function isWhole(text: string, at: number, end: number): boolean {
  return (
    !(isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at - 1))) &&
    !(isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)))
  );
}

/** Goes through the words that a text has at a place, the shortest first. */
export function eachAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  text: string,
  at: number,
  visit: (entry: Entry<Meaning>) => void,
): void {
  let node = dictionary.first[text.charCodeAt(at)] ?? 0;
  for (let end = at + 1; node !== 0; end += 1) {
    const entry = dictionary.ends[node];
    if (entry !== undefined && isWhole(text, at, end)) visit(entry);
    if (end >= text.length) return;
    node = nextOf(dictionary, node, text.charCodeAt(end));
  }
}

/** The longest word that a text has at a place; undefined if there is none. */
export function longestAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  text: string,
  at: number,
): Entry<Meaning> | undefined {
  let longest: Entry<Meaning> | undefined;
  let node = dictionary.first[text.charCodeAt(at)] ?? 0;
  for (let end = at + 1; node !== 0; end += 1) {
    const entry = dictionary.ends[node];
    if (entry !== undefined && isWhole(text, at, end)) longest = entry;
    if (end >= text.length) break;
    node = nextOf(dictionary, node, text.charCodeAt(end));
  }
  return longest;
}
