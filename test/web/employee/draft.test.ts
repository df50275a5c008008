/** The draft: its stored form, and its errors before it is sent. */
import { describe, expect, it } from 'vitest';
import { isCategory, isDepartment } from '../../../shared/domain/kernel/ids.ts';
import { checkDraft, emptyDraft, readDraft } from '../../../web/employee/draft.ts';
import { zh } from '../../../web/language/zh.ts';

const labels = {
  categories: ['安全', '成本'].filter(isCategory),
  departments: ['铸造车间'].filter(isDepartment),
};
const written = {
  ...emptyDraft('k1'),
  title: '行车限位',
  category: '安全',
  problem: '没有',
  proposal: '加装',
};

describe('a draft', () => {
  it('is read back as it was stored, and anything else is discarded', () => {
    expect(readDraft(JSON.stringify(written))).toEqual(written);
    expect(readDraft('{"title":1}')).toBeUndefined();
    expect(readDraft('not json')).toBeUndefined();
    expect(readDraft(null)).toBeUndefined();
  });

  it('names every field that is missing', () => {
    const checked = checkDraft(emptyDraft('k1'), labels, zh);
    expect(checked).toMatchObject({ ok: false });
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([
      'title',
      'category',
      'problem',
      'proposal',
    ]);
  });

  it('counts graphemes, as the server does', () => {
    expect(checkDraft({ ...written, title: '👨‍👩‍👧'.repeat(60) }, labels, zh).ok).toBe(true);
    expect(checkDraft({ ...written, title: '字'.repeat(61) }, labels, zh).ok).toBe(false);
  });

  it('reads an amount, and refuses anything else', () => {
    const amount = (expectedBenefit: string) =>
      checkDraft({ ...written, expectedBenefit }, labels, zh);
    expect(amount('120,000')).toMatchObject({ ok: true, body: { expectedBenefit: 120_000 } });
    expect(amount('约12万')).toEqual({ ok: false, errors: { expectedBenefit: zh.notAnAmount } });
  });

  it('names a department only when it is unnamed', () => {
    const checked = (unnamed: boolean) =>
      checkDraft({ ...written, unnamed, department: '铸造车间' }, labels, zh);
    expect(checked(true)).toMatchObject({ body: { unnamed: true, department: '铸造车间' } });
    expect(checked(false)).toEqual({
      ok: true,
      body: { title: '行车限位', category: '安全', problem: '没有', proposal: '加装' },
    });
  });
});
