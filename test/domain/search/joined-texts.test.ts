/** What is looked for in joined texts is what is found by looking at each idea. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesIn, joinedTexts } from '../../../shared/domain/search/joined-texts.ts';
import { scoreOf } from '../../../shared/domain/search/matching.ts';
import { termsOf } from '../../../shared/domain/search/search-terms.ts';

const parts = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom('行车', '天车', '漏油', '油', '灯', '减速机', '3号', 'led', '0.9', '，'),
      {
        maxLength,
      },
    )
    .map(words => words.join(''));
const idea = fc.record({ title: parts(3), problem: parts(6), proposal: parts(6) });
const search = fc.array(parts(4), { maxLength: 3 }).map(terms => terms.join(' '));

describe('any joined texts', () => {
  it('have every idea with all terms among the candidates', () => {
    fc.assert(
      fc.property(fc.array(idea, { maxLength: 12 }), search, (ideas, text) => {
        const terms = termsOf(text);
        const candidates = candidatesIn(joinedTexts(ideas), terms);
        const having = ideas.flatMap((one, at) => (scoreOf(terms, one) > 0 ? [at] : []));
        expect(candidates).toEqual(candidates.toSorted((one, other) => one - other));
        expect(candidates.filter(at => scoreOf(terms, ideas[at]!) > 0)).toEqual(having);
      }),
    );
  });
});

describe('candidates', () => {
  const ideas = [
    { title: '行车减速机漏油', problem: '地面打滑', proposal: '换油封' },
    { title: '更衣室的灯', problem: '坏了行', proposal: '车间来换' },
    { title: '', problem: '', proposal: '' },
    { title: '食堂', problem: '天车', proposal: '漏油' },
  ];
  const found = (search: string) => candidatesIn(joinedTexts(ideas), termsOf(search));

  it('have a word, or another one for the thing, in one of their texts and not across two', () => {
    expect(found('灯')).toEqual([1]);
    expect(found('行车')).toEqual([0, 3]);
  });

  it('have all terms', () => {
    expect(found('行车 换油封')).toEqual([0]);
    expect(found('灯 漏油')).toEqual([]);
  });

  it('have most pairs of a long term', () => {
    expect(found('减速机漏油吧')).toEqual([0]);
    expect(found('电工来修减速')).toEqual([]);
  });
});
