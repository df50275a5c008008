/** The draft: its stored form, and its errors before it is sent. */
import { describe, expect, it } from 'vitest';
import { isCategory, isDepartment } from '../../../../shared/domain/kernel/ids.ts';
import { checkDraft, emptyDraft, readDraft } from '../../../../web/features/submission/draft.ts';
import { zh as own } from '../../../../web/features/submission/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';

const zh = { ...shared, ...own };

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
    expect(readDraft('null')).toBeUndefined();
    expect(readDraft('not json')).toBeUndefined();
    expect(readDraft(null)).toBeUndefined();
  });

  it('from before there were co-authors is still read', () => {
    const { coAuthorIds: _, ...older } = written;
    expect(readDraft(JSON.stringify(older))).toEqual(written);
  });

  it('that an earlier release stored as unnamed stays unnamed', () => {
    expect(readDraft(JSON.stringify({ ...written, unnamed: true }))?.unnamed).toBe('yes');
    expect(readDraft(JSON.stringify({ ...written, unnamed: false }))?.unnamed).toBe('');
  });

  it('lists co-authors by number, at most five, and none if it is unnamed', () => {
    const named = (coAuthorIds: string, unnamed = '') =>
      checkDraft({ ...written, coAuthorIds, unnamed }, labels, zh);
    expect(named('HT0207、ht0311')).toMatchObject({
      body: { coAuthorIds: ['HT0207', 'ht0311'] },
    });
    expect(named('HT0207', 'yes')).not.toHaveProperty('body.coAuthorIds');
    expect(named('A1 A2 A3 A4 A5 A6')).toMatchObject({
      body: { coAuthorIds: ['A1', 'A2', 'A3', 'A4', 'A5'] },
    });
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
    const checked = (unnamed: string) =>
      checkDraft({ ...written, unnamed, department: '铸造车间' }, labels, zh);
    expect(checked('yes')).toMatchObject({ body: { unnamed: true, department: '铸造车间' } });
    expect(checked('')).toEqual({
      ok: true,
      body: { title: '行车限位', category: '安全', problem: '没有', proposal: '加装' },
    });
  });
});
