/** An owner's report of their work, before it is sent. */
import { describe, expect, it } from 'vitest';
import { checkCompletion, checkReport } from '../../../../web/features/implementation/work.ts';
import { zh } from '../../../../web/i18n/zh.ts';

describe('a report', () => {
  const report = (progress: string, note = '轨道已铺好') =>
    checkReport({ progress, note }, zh, '请填 0–100 的整数。');

  it('is a whole number of per cent and a note', () => {
    expect(report('0')).toEqual({ ok: true, body: { progress: 0, note: '轨道已铺好' } });
    expect(report(' 100 ')).toMatchObject({ ok: true, body: { progress: 100 } });
    expect(report('６０')).toMatchObject({ ok: true, body: { progress: 60 } });
  });

  it.each(['101', '-1', '5.5', '', '六十'])('is not %j', progress => {
    expect(report(progress)).toEqual({ ok: false, errors: { progress: '请填 0–100 的整数。' } });
  });

  it('needs its note', () => {
    expect(report('50', ' ')).toEqual({ ok: false, errors: { note: zh.missing } });
  });
});

describe('a completion', () => {
  it('claims a benefit, even zero', () => {
    const body = { done: '已加装', claimedBenefit: 0 };
    expect(checkCompletion({ done: '已加装', claimedBenefit: '0' }, zh)).toEqual({
      ok: true,
      body,
    });
  });

  it('names every field that is missing or wrong', () => {
    expect(checkCompletion({ done: '', claimedBenefit: '' }, zh)).toEqual({
      ok: false,
      errors: { done: zh.missing, claimedBenefit: zh.missing },
    });
    expect(checkCompletion({ done: '已加装', claimedBenefit: '约12万' }, zh)).toEqual({
      ok: false,
      errors: { claimedBenefit: zh.notAnAmount },
    });
  });
});
