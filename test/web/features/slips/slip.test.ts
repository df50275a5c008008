/** A typed paper slip: its author, its time in the organization's zone, and its missing fields. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCategory, isDepartment } from '../../../../shared/domain/kernel/ids.ts';
import { DEFAULT_CALENDAR, localTime } from '../../../../shared/domain/organization/calendar.ts';
import { checkSlip, nextSlip } from '../../../../web/features/slips/slip.ts';
import { slipInstant, zoneName } from '../../../../web/features/slips/slip-time.ts';
import { zh as zhSlips } from '../../../../web/features/slips/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';

const words = { ...zh, ...zhSlips };
const organization = {
  categories: ['安全', '成本'].filter(isCategory),
  departments: ['铸造车间'].filter(isDepartment),
  calendar: DEFAULT_CALENDAR,
};
const written = {
  ...nextSlip('k1', '2026-11-12'),
  authorId: ' HT0132 ',
  title: '行车限位',
  category: '安全',
  problem: '没有',
  proposal: '加装',
};
const check = (changes: Partial<typeof written>) =>
  checkSlip({ ...written, ...changes }, organization, words);

it('a time zone is named as people say it', () => {
  expect(zoneName('Asia/Shanghai', 'zh-CN')).toBe('中国标准时间');
  expect(zoneName('Asia/Shanghai', 'en')).toBe('China Standard Time');
});

describe('a slip', () => {
  it('is its author’s, from the beginning of its day unless it has a time', () => {
    expect(check({})).toEqual({
      ok: true,
      body: {
        title: '行车限位',
        category: '安全',
        problem: '没有',
        proposal: '加装',
        authorId: 'HT0132',
        submittedAt: '2026-11-11T16:00:00.000Z',
      },
    });
    expect(check({ time: '08:12' })).toMatchObject({
      body: { submittedAt: '2026-11-12T00:12:00.000Z' },
    });
  });

  it('without a name has no author, whatever the field contained', () => {
    const unnamed = check({ unnamed: 'yes', department: '铸造车间' });
    expect(unnamed).toMatchObject({ ok: true, body: { unnamed: true, department: '铸造车间' } });
    expect(unnamed.ok && 'authorId' in unnamed.body).toBe(false);
  });

  it('names every field that is missing', () => {
    const checked = checkSlip(nextSlip('k1'), organization, words);
    expect(checked.ok ? [] : Object.keys(checked.errors).toSorted()).toEqual([
      'authorId',
      'category',
      'problem',
      'proposal',
      'submittedAt',
      'title',
    ]);
  });

  it('is not submitted for an invalid number or an invalid day', () => {
    expect(check({ authorId: '张三' })).toEqual({
      ok: false,
      errors: { authorId: words.notAMember },
    });
    expect(check({ day: '2026-02-30' })).toEqual({
      ok: false,
      errors: { submittedAt: words.notADay },
    });
  });

  it('passes its day to the next one, and nothing else', () => {
    expect(nextSlip('k2', written.day)).toEqual({ ...nextSlip('k2'), day: '2026-11-12' });
  });
});

describe('the time on a slip', () => {
  it('is the organization’s local time, in every zone and season', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Apia',
      'UTC',
    );
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10));
    const time = fc
      .tuple(fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(zone, day, time, (timeZone, day, time) => {
        const instant = slipInstant(day, time, timeZone);
        expect(instant && localTime(instant, { timeZone })).toBe(`${day} ${time}`);
      }),
    );
  });

  it('is none if the day or the time is invalid', () => {
    expect(slipInstant('2026-13-01', '08:00', 'Asia/Shanghai')).toBeUndefined();
    expect(slipInstant('2026-11-12', '24:00', 'Asia/Shanghai')).toBeUndefined();
    expect(slipInstant('', '08:00', 'Asia/Shanghai')).toBeUndefined();
  });
});
