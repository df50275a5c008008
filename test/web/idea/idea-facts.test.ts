/** What the facts of an idea are derived from: the day today, and the ideas merged into it now. */
import { describe, expect, it } from 'vitest';
import { ideaIdOf, roundIdOf } from '../../../shared/domain/kernel/ids.ts';
import { absorbedBy } from '../../../web/idea/mergers.ts';
import { today } from '../../../web/language/moments.ts';

const ideas = [1, 2].map(number => ideaIdOf(roundIdOf(2026, 10), String(number).padStart(26, '0')));
const [one, two] = [ideas[0]!, ideas[1]!];

describe('today', () => {
  it('is the organization’s day, not the device’s', () => {
    const night = new Date('2026-12-31T17:00:00Z');
    expect(today(night, 'Asia/Shanghai')).toBe('2027-01-01');
    expect(today(night, 'UTC')).toBe('2026-12-31');
  });
});

describe('merged ideas', () => {
  it('are those merged and not unmerged since', () => {
    const history = [
      { act: 'submit' },
      { act: 'absorb', idea: one },
      { act: 'absorb', idea: two },
      { act: 'release', idea: one },
    ];
    expect(absorbedBy(history)).toEqual([two]);
    expect(absorbedBy([...history, { act: 'absorb', idea: one }])).toEqual([two, one]);
    expect(absorbedBy([{ act: 'merge' }])).toEqual([]);
  });
});
