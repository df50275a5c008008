/** Words in arrays are those in strings, and an idea's neighbours do not change how it is prepared. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dictionaryOf,
  FOUND,
  findAt,
  longestAt,
  NONE,
} from '../../../shared/domain/search/dictionary.ts';
import { prepared } from '../../../shared/domain/search/prepared.ts';
import { textOf, unitsOf } from '../../../shared/domain/search/units.ts';

const few = fc.string({ unit: fc.constantFrom(...'灯坏漏油ab1，𠮷'), minLength: 1, maxLength: 5 });
const latin = (one: string | undefined): boolean => one !== undefined && /[a-z]/.test(one);

/** The words of a text at a place, the shortest first, found in the plainest way. */
function plainlyAt(words: readonly string[], text: string, at: number): string[] {
  if (latin(text[at]) && latin(text[at - 1])) return [];
  return [...new Set(words)]
    .filter(word => text.startsWith(word, at))
    .filter(word => !(latin(word.at(-1)) && latin(text[at + word.length])))
    .sort((one, other) => one.length - other.length);
}

describe('any words', () => {
  it('are found in any text at each place', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 30 }), fc.array(few), (words, parts) => {
        const dictionary = dictionaryOf(words.map((word, number) => [word, number] as const));
        const text = parts.join('');
        const { all } = unitsOf(text);
        for (let at = 0; at < text.length; at += 1) {
          const expected = plainlyAt(words, text, at);
          const found = [...FOUND.subarray(0, findAt(dictionary, all, at))];
          expect(found.map(word => dictionary.words[word])).toEqual(expected);
          expect(found.map(word => dictionary.meanings[word])).toEqual(
            expected.map(word => words.indexOf(word)),
          );
          const longest = longestAt(dictionary, all, at);
          expect(longest === NONE ? undefined : dictionary.words[longest]).toBe(expected.at(-1));
        }
      }),
    );
  });

  it('stay what they are as units', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => textOf(unitsOf(text)) === text));
  });
});

const written = fc
  .array(
    fc.constantFrom('天车', '漏油', '灯坏', '两个半小时', '#', '建议', 'led', '0.9米', '，', '门'),
    {
      maxLength: 40,
    },
  )
  .map(parts => parts.join(''));
const idea = fc.record({ title: written, problem: written, proposal: written });

describe('any ideas', () => {
  it('are prepared together as each is alone', () => {
    fc.assert(
      fc.property(fc.array(idea, { maxLength: 6 }), ideas => {
        const together = prepared(ideas);
        for (const [at, one] of ideas.entries()) {
          const alone = prepared([one]);
          const from = together.begins[at] ?? 0;
          expect(together.features.slice(from, together.begins[at + 1])).toEqual(alone.features);
          expect((together.titleEnds[at] ?? 0) - from).toBe(alone.titleEnds[0]);
          expect(together.cues.slice(together.cueBegins[at], together.cueBegins[at + 1])).toEqual(
            alone.cues,
          );
        }
        const each = ideas.map(one => prepared([one]).ideasAbout);
        expect([...together.ideasAbout]).toEqual(
          [...together.ideasAbout].map((_, matter) =>
            each.reduce((sum, about) => sum + (about[matter] ?? 0), 0),
          ),
        );
      }),
    );
  });
});
