/** Words that are looked for in texts, of which Chinese has no blanks between. */

/**
 * Words as a tree, in which each node is a beginning of words. The texts of a large organization have
 * millions of places, and at most of them no word begins: one or two look-ups in an array tell so.
 */
export interface Dictionary<Meaning> {
  /** Of each word, by its number. */
  readonly words: readonly string[];
  readonly meanings: readonly Meaning[];
  readonly lengths: Uint8Array;
  /** Of each UTF-16 unit: whether it is a word. */
  readonly alone: Uint8Array;
  /** A bit for each pair of units with which longer words begin; few other pairs have the same bit. */
  readonly pairs: Uint8Array;
  /** Of each UTF-16 unit: the node of the words that begin with it, or 0. */
  readonly first: Uint16Array;
  /** A hash table, half empty: a node and the unit that follows, and the node to which they lead. */
  readonly steps: Uint32Array;
  readonly nodes: Uint16Array;
  /** Of each node: the number of the word that it is, or `NONE`. */
  readonly wordOf: Int16Array;
  /** Of each node: 1 if longer words begin with it. */
  readonly goesOn: Uint8Array;
}

/** No word. */
export const NONE = -1;
/** Numbers of words have 16 bits and a sign, those of nodes 16 bits. */
const MOST_WORDS = 0x7fff;
const MOST_NODES = 0xffff;

/** Of the bits for pairs, mostly 0, the binary logarithm of their number. */
const PAIR_BITS = 17;
const bitOf = (unit: number, next: number): number =>
  Math.imul((unit << 16) | next, 0x9e3779b1) >>> (32 - PAIR_BITS);

const stepOf = (node: number, unit: number): number => ((node << 16) | unit) >>> 0;
const hashOf = (step: number): number => Math.imul(step ^ (step >>> 15), 0x9e3779b1) >>> 8;

/** Where a table has a step, or an empty slot for it. */
function findSlot(steps: Uint32Array, step: number): number {
  const last = steps.length - 1;
  let slot = hashOf(step) & last;
  while (steps[slot] !== step && steps[slot] !== 0) slot = (slot + 1) & last;
  return slot;
}

/** A dictionary of words and what each means. The first meaning of a word counts. */
export function dictionaryOf<Meaning>(
  meanings: Iterable<readonly [word: string, meaning: Meaning]>,
): Dictionary<Meaning> {
  const known = new Map<string, Meaning>();
  for (const [word, meaning] of meanings) if (!known.has(word)) known.set(word, meaning);
  const words = [...known.keys()];
  if (words.length > MOST_WORDS) throw new RangeError(`${words.length} words are too many`);
  const first = new Uint16Array(0x10000);
  const alone = new Uint8Array(0x10000);
  const pairs = new Uint8Array(2 ** PAIR_BITS / 8);
  const taken = new Map<number, number>();
  const wordAt: number[] = [NONE];
  for (const [number, word] of words.entries()) {
    const unit = word.charCodeAt(0);
    let node = first[unit] || wordAt.push(NONE) - 1;
    first[unit] = node;
    if (word.length === 1) alone[unit] = 1;
    else {
      const bit = bitOf(unit, word.charCodeAt(1));
      pairs[bit >>> 3] = (pairs[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
    for (let at = 1; at < word.length; at += 1) {
      const step = stepOf(node, word.charCodeAt(at));
      node = taken.get(step) ?? wordAt.push(NONE) - 1;
      taken.set(step, node);
    }
    wordAt[node] = number;
  }
  if (wordAt.length > MOST_NODES) throw new RangeError(`${wordAt.length} nodes are too many`);
  const steps = new Uint32Array(2 ** Math.ceil(Math.log2(2 * taken.size + 1)));
  const nodes = new Uint16Array(steps.length);
  const goesOn = new Uint8Array(wordAt.length);
  for (const [step, node] of taken) {
    const slot = findSlot(steps, step);
    steps[slot] = step;
    nodes[slot] = node;
    goesOn[step >>> 16] = 1;
  }
  return {
    ...{ words, alone, pairs, first, steps, nodes, goesOn },
    wordOf: Int16Array.from(wordAt),
    meanings: [...known.values()],
    lengths: Uint8Array.from(words, ({ length }) => length),
  };
}

const isLatin = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** Whether a text may have a word at a place. */
function mayHaveAt<Meaning>(
  { alone, pairs }: Dictionary<Meaning>,
  all: Uint16Array,
  at: number,
): boolean {
  const unit = all[at] ?? 0;
  const bit = bitOf(unit, all[at + 1] ?? 0);
  return alone[unit] === 1 || (((pairs[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
}

/** The words at the place that was last looked at, the shortest first. */
export const FOUND = new Int16Array(256);

/**
 * Finds the words that a text has at a place, puts them into `FOUND`, and returns how many there are.
 * A Latin word is not found within another: no mes in times.
 */
export function findAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  all: Uint16Array,
  at: number,
): number {
  return mayHaveAt(dictionary, all, at) ? findAll(dictionary, all, at) : 0;
}

function findAll<Meaning>(
  { first, steps, nodes, wordOf, goesOn }: Dictionary<Meaning>,
  all: Uint16Array,
  at: number,
): number {
  const unit = all[at] ?? 0;
  let node = first[unit] ?? 0;
  if (node === 0) return 0;
  let found = 0;
  if (at > 0 && isLatin(unit) && isLatin(all[at - 1] ?? 0)) return found;
  for (let end = at + 1; ; end += 1) {
    const word = wordOf[node] ?? NONE;
    const next = all[end] ?? 0;
    if (word !== NONE && !(isLatin(all[end - 1] ?? 0) && isLatin(next))) {
      FOUND[found] = word;
      found += 1;
    }
    if (goesOn[node] === 0 || next === 0) return found;
    const slot = findSlot(steps, stepOf(node, next));
    if (steps[slot] === 0) return found;
    node = nodes[slot] ?? 0;
  }
}

/** The longest word that a text has at a place, or `NONE`. */
export function longestAt<Meaning>(
  dictionary: Dictionary<Meaning>,
  all: Uint16Array,
  at: number,
): number {
  const found = findAt(dictionary, all, at);
  return found === 0 ? NONE : (FOUND[found - 1] ?? NONE);
}
