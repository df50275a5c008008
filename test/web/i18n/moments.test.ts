/** Instants and days as the pages show them. */
import { describe, expect, it } from 'vitest';
import { today } from '../../../web/i18n/moments.ts';

describe('today', () => {
  it('is the organization’s day, not the device’s', () => {
    const night = new Date('2026-12-31T17:00:00Z');
    expect(today(night, 'Asia/Shanghai')).toBe('2027-01-01');
    expect(today(night, 'UTC')).toBe('2026-12-31');
  });
});
