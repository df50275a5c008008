/** The filters and the order of a list, and how an address keeps them. */
import { describe, expect, it } from 'vitest';
import {
  countBy,
  inView,
  isFiltered,
  type ListView,
  searchFor,
  viewIn,
  withoutFilter,
} from '../../../../web/features/ideas/list-view.ts';
import { author, colleague, listedIdea } from '../../sample.ts';

const view = (changes: Partial<ListView> = {}): ListView => ({
  ...viewIn(new URLSearchParams()),
  ...changes,
});

describe('an address', () => {
  it('keeps every filter and the order', () => {
    const chosen = view({
      status: 'adopted',
      category: '安全',
      department: '质检部',
      mine: true,
      carriedOver: true,
      everAdopted: true,
      sort: 'supported',
    });
    expect(viewIn(new URLSearchParams(searchFor(chosen).toString()))).toEqual(chosen);
  });

  it('is empty for the plain list', () => {
    expect(searchFor(view()).toString()).toBe('');
  });

  it('leaves out what means nothing', () => {
    expect(viewIn(new URLSearchParams('status=lost&sort=luck&mine=perhaps'))).toEqual(view());
  });

  it('with an order alone is not filtered', () => {
    expect(isFiltered(view({ sort: 'status' }))).toBe(false);
    expect(isFiltered(view({ mine: true }))).toBe(true);
  });
});

describe('a list', () => {
  const [newest, middle, oldest] = [
    listedIdea({ title: '三', supports: 1, comments: 5, status: 'accepted' }),
    listedIdea({ title: '二', supports: 9, authorId: colleague, coAuthors: [author] }),
    listedIdea({ title: '一', supports: 1, authorId: colleague, status: 'adopted' }),
  ] as const;
  const ideas = [newest, middle, oldest];
  const titles = (of: Partial<ListView>) => inView(ideas, view(of), author).map(one => one.title);

  it.each([
    ['newest', '三二一'],
    ['oldest', '一二三'],
    ['supported', '二三一'],
    ['discussed', '三二一'],
    ['status', '二一三'],
  ] as const)('is ordered by %s, and equals stay newest first', (sort, order) => {
    expect(titles({ sort }).join('')).toBe(order);
    expect(ideas[0]).toBe(newest);
  });

  it('has as mine what I am a co-author of', () => {
    expect(titles({ mine: true })).toEqual(['三', '二']);
  });

  it('has as adopted what has been carried out since', () => {
    expect(titles({ everAdopted: true })).toEqual(['三', '一']);
  });

  it('counts for a chip what pressing it would show', () => {
    const mine = view({ mine: true, status: 'accepted' });
    const counts = countBy(withoutFilter(ideas, mine, author, 'status'), ({ status }) => status);
    expect([...counts]).toEqual([
      ['accepted', 1],
      ['submitted', 1],
    ]);
    for (const [status, count] of counts)
      expect(inView(ideas, { ...mine, status }, author)).toHaveLength(count);
  });
});
