/** Other words for the same thing, in texts that are compared and in searches. */
import { dictionaryOf, longestAt, NONE } from './dictionary.ts';
import { makeRoom, noUnits, textOf, type Units, unitsOf } from './units.ts';
import { mistakesIn } from './words/same-sound.ts';
import { SAME_THING } from './words/same-thing.ts';

type Group = readonly string[];

/** The most variants of a term. */
const MOST_VARIANTS = 6;

const RIGHT = SAME_THING.flatMap(group => group.map(word => [word, group] as const));
const MISTAKEN = RIGHT.flatMap(([word, group]) =>
  mistakesIn(word).map(mistake => [mistake, group] as const),
);
const THINGS = dictionaryOf<Group>([...RIGHT, ...MISTAKEN]);
/** What each word becomes: the units of all, and where those of each begin. */
const ONES = THINGS.meanings.map(([one = '']) => one);
const ONE_WORDS = unitsOf(ONES.join('')).all;
const ONE_BEGINS = Uint32Array.from([0, ...ONES], () => 0);
for (const [word, one] of ONES.entries())
  ONE_BEGINS[word + 1] = (ONE_BEGINS[word] ?? 0) + one.length;
/** How many times longer a text may become. */
const MOST_LONGER = Math.max(...ONES.map((one, word) => one.length / (THINGS.lengths[word] ?? 1)));

/** Goes through the words for things in a text, at each place the longest. */
function eachThing(text: string, visit: (at: number, word: string, group: Group) => void): void {
  const units = unitsOf(text);
  for (let at = 0; at < units.length; at += 1) {
    const number = longestAt(THINGS, units.all, at);
    if (number === NONE) continue;
    const { [number]: word = '' } = THINGS.words;
    visit(at, word, THINGS.meanings[number] ?? []);
    at += word.length - 1;
  }
}

/** The text with one word for each thing. */
export function inOneWord(text: string): string {
  const plain = noUnits();
  putInOneWord(unitsOf(text), plain);
  return textOf(plain);
}

/** Puts a text with one word for each thing in the place of another. */
export function putInOneWord({ all, length }: Units, plain: Units): void {
  makeRoom(plain, MOST_LONGER * length);
  const into = plain.all;
  let end = 0;
  for (let at = 0; at < length; at += 1) {
    const word = longestAt(THINGS, all, at);
    if (word === NONE) {
      into[end] = all[at] ?? 0;
      end += 1;
      continue;
    }
    at += (THINGS.lengths[word] ?? 1) - 1;
    for (let letter = ONE_BEGINS[word] ?? 0; letter < (ONE_BEGINS[word + 1] ?? 0); letter += 1) {
      into[end] = ONE_WORDS[letter] ?? 0;
      end += 1;
    }
  }
  into[end] = 0;
  plain.length = end;
}

/** The term with each other word for a thing in it. */
export function synonymsIn(term: string): string[] {
  const variants: string[] = [];
  eachThing(term, (at, word, group) => {
    for (const other of group)
      if (other !== word) variants.push(term.slice(0, at) + other + term.slice(at + word.length));
  });
  return variants.slice(0, MOST_VARIANTS);
}

/** Where a text has words for things that another text has as well, in whichever words. */
export function thingsInCommon(text: string, other: string): [from: number, to: number][] {
  const named = new Set<Group>();
  eachThing(other, (_at, _word, group) => named.add(group));
  const marks: [from: number, to: number][] = [];
  eachThing(text, (at, word, group) => {
    if (named.has(group)) marks.push([at, at + word.length]);
  });
  return marks;
}
