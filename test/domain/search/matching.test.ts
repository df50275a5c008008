/** Rules of folding, terms, scores and marks, for any texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/domain/search/folding.ts';
import { marksOf, scoreOf, snippetOf } from '../../../shared/domain/search/matching.ts';
import { termsOf } from '../../../shared/domain/search/search-terms.ts';

const written = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'行车漏油灯减速机３号LEDｌｅｄ天吊，。 0.9米\n'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));
const textsOf = (title: string, problem: string, proposal: string) => ({
  title: fold(title),
  problem: fold(problem),
  proposal: fold(proposal),
});

describe('any text', () => {
  it('keeps its length when it is folded, and folded again stays as it is', () => {
    fc.assert(
      fc.property(written, text => {
        expect(fold(text).length).toBe(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('is found by each part of itself that is a term, and marked there', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.integer({ min: 1, max: 6 }), (text, at, length) => {
        const [term] = termsOf(text);
        if (!term) return;
        const from = at % term.text.length;
        const part = term.text.slice(from, from + length);
        // A part of a number or a Latin word need not be found.
        if (/[a-zà-ÿ\p{N}]/u.test(part) || termsOf(part)[0]?.text !== part) return;
        expect(scoreOf(termsOf(part), textsOf(text, '', ''))).toBeGreaterThan(0);
        const marks = marksOf(termsOf(part), text);
        expect(marks.map(([start, end]) => fold(text.slice(start, end))).join('')).toContain(part);
      }),
    );
  });

  it('has marks in order, apart and within it', () => {
    fc.assert(
      fc.property(written, written, (search, text) => {
        let last = -1;
        for (const [start, end] of marksOf(termsOf(search), text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('has a snippet whose marks are what the whole text has there', () => {
    fc.assert(
      fc.property(written, written, written, (search, problem, proposal) => {
        const snippet = snippetOf(termsOf(search), { problem, proposal });
        for (const [start, end] of snippet?.marks ?? []) {
          const shown = snippet?.text.slice(start, end) ?? '';
          expect(shown).not.toContain('…'.repeat(2));
          expect(marksOf(termsOf(search), shown).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is worth more in a title than in a text, and more in both than in neither', () => {
    fc.assert(
      fc.property(written, search => {
        const terms = termsOf(search);
        if (terms.length === 0) return;
        const [term] = terms;
        const one = terms.slice(0, 1);
        const inTitle = scoreOf(one, textsOf(`甲乙${term?.text}`, '', ''));
        const inText = scoreOf(one, textsOf('甲乙', `丙丁${term?.text}`, ''));
        if (/^[a-zà-ÿ\p{N}]/u.test(term?.text ?? '')) return;
        expect(inTitle).toBeGreaterThan(inText);
        expect(inText).toBeGreaterThan(0);
      }),
    );
  });

  it('has to have all terms', () => {
    const texts = textsOf('行车漏油', '3号柱旁边', '换油封');
    expect(scoreOf(termsOf('漏油 油封'), texts)).toBeGreaterThan(0);
    expect(scoreOf(termsOf('漏油 照明'), texts)).toBe(0);
    expect(scoreOf(termsOf('13号'), texts)).toBe(0);
    expect(scoreOf(termsOf('３号'), texts)).toBeGreaterThan(0);
    expect(scoreOf(termsOf('天车'), texts)).toBeGreaterThan(0);
    // Another word for a thing, in a term of which most will do.
    const apart = textsOf('行车的齿轮箱漏油', '', '');
    expect(scoreOf(termsOf('天车漏油'), apart)).toBeGreaterThan(0);
    expect(marksOf(termsOf('天车漏油'), '行车的齿轮箱漏油')).toEqual([
      [0, 2],
      [6, 8],
    ]);
  });
});
