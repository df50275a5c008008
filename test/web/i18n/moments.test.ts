/** Instants and days as the pages show them. */
import { describe, expect, it } from 'vitest';
import { shortDay, today } from '../../../web/i18n/moments.ts';

describe('the day of a round', () => {
  it('has its own month only if that is not the round’s', () => {
    expect(shortDay('2026-10-15', '2026-10', 'zh-CN')).toBe('15日周四');
    expect(shortDay('2026-10-15', '2026-10', 'en')).toBe('Thu 15');
    expect(shortDay('2027-03-01', '2027-02', 'zh-CN')).toBe('3月1日周一');
  });
});

describe('today', () => {
  it('is the organization’s day, not the device’s', () => {
    const night = new Date('2026-12-31T17:00:00Z');
    expect(today(night, 'Asia/Shanghai')).toBe('2027-01-01');
    expect(today(night, 'UTC')).toBe('2026-12-31');
  });
});
