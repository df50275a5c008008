/** Other words for the same thing, in texts that are compared and in searches. */
import { dictionaryOf, type Entry, longestAt } from './dictionary.ts';
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

/** Goes through the words for things in a text, at each place the longest. */
function eachThing(text: string, visit: (at: number, entry: Entry<Group>) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const entry = longestAt(THINGS, text, at);
    if (entry === undefined) continue;
    visit(at, entry);
    at += entry.word.length - 1;
  }
}

/** The text with one word for each thing. */
export function inOneWord(text: string): string {
  let [plain, from] = ['', 0];
  eachThing(text, (at, { word, meaning: [one = word] }) => {
    if (one === word) return;
    plain += text.slice(from, at) + one;
    from = at + word.length;
  });
  return from === 0 ? text : plain + text.slice(from);
}

/** The term with each other word for a thing in it. */
export function synonymsIn(term: string): string[] {
  const variants: string[] = [];
  eachThing(term, (at, { word, meaning }) => {
    for (const other of meaning)
      if (other !== word) variants.push(term.slice(0, at) + other + term.slice(at + word.length));
  });
  return variants.slice(0, MOST_VARIANTS);
}

/** Where a text has words for things that another text has as well, in whichever words. */
export function thingsInCommon(text: string, other: string): [from: number, to: number][] {
  const named = new Set<Group>();
  eachThing(other, (_, { meaning }) => named.add(meaning));
  const marks: [from: number, to: number][] = [];
  eachThing(text, (at, { word, meaning }) => {
    if (named.has(meaning)) marks.push([at, at + word.length]);
  });
  return marks;
}
