/** The ids of organizations, members, rounds and ideas, and the arithmetic of months. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ideaCursorAfter,
  isIdeaCursor,
  readIdeaCursor,
} from '../../../shared/domain/idea/cursor.ts';
import {
  ideaIdOf,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isPersonName,
  isRoundId,
  isSubject,
  isTeam,
  roundAfter,
  roundIdOf,
  roundOfIdea,
  roundsFrom,
} from '../../../shared/domain/kernel/ids.ts';
import { ideaIdFor } from '../../../shared/store/ideas.ts';
import { ideaId, round, submittedIdea } from '../sample.ts';

const anyRound = fc
  .record({ year: fc.integer({ min: 2010, max: 2090 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => roundIdOf(year, month));

describe('a name', () => {
  it.each([
    [
      'an organization',
      isOrganizationId,
      ['huatai', 'h2', 'hua-tai'],
      ['Huatai', '2hua', 'h', 'hua#tai', '华泰', 'a'.repeat(32), 'huatai\n'],
    ],
    [
      'a member',
      isMemberId,
      ['HT0132', '7', 'a_b-c'],
      ['', '-HT', 'HT 0132', 'HT#1', '工号', 'H'.repeat(33), 'HT\n'],
    ],
    [
      'a round',
      isRoundId,
      ['2026-10', '2099-12'],
      ['2026-13', '2026-00', '1999-12', '2026-1', '2026-10-15', '2026-10\n'],
    ],
    [
      'an idea',
      isIdeaId,
      ['2026-10-0123456789abcdefghjkmnpqrs'],
      [
        '2026-10-0123456789abcdefghjkmnpqr',
        '2026-10-0123456789ABCDEFGHJKMNPQRS',
        '2026-10-i123456789abcdefghjkmnpqrs',
        '2026-13-0123456789abcdefghjkmnpqrs',
      ],
    ],
    ['a department', isDepartment, ['铸造车间', '一'], ['', '铸#造', '铸\n造', '字'.repeat(41)]],
    [
      'a person',
      isPersonName,
      // The last has 30 graphemes of many units each.
      ['王建国', '王', '阿卜杜拉·买买提', '字'.repeat(30), '👷🏽‍♀️'.repeat(30)],
      ['', ' ', '王\n建国', '\u200b', '\u3164', '字'.repeat(31), '👷🏽‍♀️'.repeat(31), '\ud83d'],
    ],
    ['a team', isTeam, ['一班', '党员先锋岗', '3#炉'], ['', '\t', '\u2800', '班'.repeat(31)]],
    ['a subject', isSubject, ['x', 'a'.repeat(255)], ['', 'a'.repeat(256)]],
  ] as const)('of %s has its own form', (_, is, good, bad) => {
    expect(good.filter(text => !is(text))).toEqual([]);
    expect(bad.filter(text => is(text))).toEqual([]);
  });
});

describe('months', () => {
  it('run over the year’s end in both directions', () => {
    expect(roundAfter(round('2026-12'))).toBe('2027-01');
    expect(roundAfter(round('2026-01'), -1)).toBe('2025-12');
    expect(roundAfter(round('2026-05'), -17)).toBe('2024-12');
  });

  it('add up: there and back again is the same month', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: -100, max: 100 }), (start, months) => {
        expect(roundAfter(roundAfter(start, months), -months)).toBe(start);
      }),
    );
  });

  it('sort as text in their order', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: 1, max: 100 }), (start, months) => {
        expect(start < roundAfter(start, months)).toBe(true);
      }),
    );
  });

  it('list from the first to the last, and not backwards', () => {
    expect(roundsFrom(round('2026-11'), round('2027-01'))).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
    ]);
    expect(roundsFrom(round('2026-11'), round('2026-11'))).toEqual(['2026-11']);
    expect(roundsFrom(round('2026-11'), round('2026-10'))).toEqual([]);
  });

  it('are none beyond the century', () => {
    expect(() => roundIdOf(2026, 13)).toThrow(RangeError);
    expect(() => roundAfter(round('2099-12'))).toThrow(RangeError);
  });
});

describe('an idea’s id', () => {
  it('has the round it was submitted for', () => {
    expect(roundOfIdea(ideaIdOf(round('2026-10'), '0123456789abcdefghjkmnpqrs'))).toBe('2026-10');
  });

  it('is made of 26 legible characters only', () => {
    expect(() => ideaIdOf(round('2026-10'), 'too-short')).toThrow(RangeError);
    expect(() => ideaIdOf(round('2026-10'), 'l'.repeat(26))).toThrow(RangeError);
  });

  it('is the same for the same request and another for any other', () => {
    fc.assert(
      fc.property(anyRound, fc.array(fc.string()), fc.array(fc.string()), (round, one, other) => {
        expect(isIdeaId(ideaIdFor(round, one))).toBe(true);
        expect(ideaIdFor(round, one) === ideaIdFor(round, other)).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        );
      }),
    );
  });

  it('does not merge its parts', () => {
    expect(ideaIdFor(round('2026-10'), ['ab', 'c'])).not.toBe(
      ideaIdFor(round('2026-10'), ['a', 'bc']),
    );
  });
});

describe('a cursor in a list', () => {
  it('has the time and id of the idea before it', () => {
    const idea = submittedIdea();
    expect(readIdeaCursor(ideaCursorAfter(idea))).toEqual({
      submittedAt: idea.submittedAt,
      id: idea.id,
    });
  });

  it.each([
    '',
    '2026-10-15T01:00:00.000Z',
    `_${ideaId(1)}`,
    `2026-10-15_${ideaId(1)}`,
    `2026-10-15T01:00:00.000Z_${ideaId(1)}_x`,
  ])('is not %j', text => {
    expect(isIdeaCursor(text)).toBe(false);
  });
});
