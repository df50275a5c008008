/** A user's edit while another person changes the same values. */
import { describe, expect, it } from 'vitest';
import {
  changed,
  type Edit,
  mergeWithPresent,
  readEdit,
} from '../../../../web/features/settings/conflict-aware-draft.ts';

const present = { ideas: '60', adoptionRate: '3/10' };

/** The values typed step by step, each over the values of that moment. */
const typed = (...steps: readonly [there: typeof present, changes: Partial<typeof present>][]) =>
  steps.reduce<Edit<typeof present> | undefined>(
    (edit, [there, changes]) => changed(edit, there, changes),
    undefined,
  );

describe('an edit', () => {
  it('is empty until another value is typed, and after it was typed back', () => {
    expect(mergeWithPresent(undefined, present)).toEqual({
      fields: present,
      edited: false,
      overtaken: false,
    });
    const back = typed([present, { ideas: '70' }], [present, { ideas: '60' }]);
    expect(mergeWithPresent(back, present)).toMatchObject({ edited: false, overtaken: false });
  });

  it('is in conflict when another person has changed an edited field', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, present)).toMatchObject({ edited: true, overtaken: false });
    expect(mergeWithPresent(edit, { ...present, ideas: '65' })).toMatchObject({
      edited: true,
      overtaken: true,
    });
  });

  it('shows other people’s changes in untouched fields', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, { ...present, adoptionRate: '1/3' })).toEqual({
      fields: { ideas: '70', adoptionRate: '1/3' },
      edited: true,
      overtaken: false,
    });
  });

  it('is not in conflict with the same change by another person', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, { ...present, ideas: '70' })).toMatchObject({
      edited: false,
      overtaken: false,
    });
  });

  it('continues from its start, field by field, while other people’s changes arrive', () => {
    const later = { ideas: '65', adoptionRate: '1/3' };
    const edit = typed([present, { ideas: '70' }], [later, { ideas: '71' }]);
    expect(edit).toEqual({
      base: { ideas: '60', adoptionRate: '1/3' },
      fields: { ideas: '71', adoptionRate: '1/3' },
    });
    expect(mergeWithPresent(edit, later).overtaken).toBe(true);
    const other = typed(
      [present, { ideas: '70' }],
      [{ ...present, adoptionRate: '1/3' }, { adoptionRate: '1/2' }],
    );
    expect(mergeWithPresent(other, { ...present, adoptionRate: '1/3' }).overtaken).toBe(false);
  });
});

describe('a stored edit', () => {
  it('is found again, with the values it began from', () => {
    const base = { ...present, ideas: '50' };
    const fields = { ...present, ideas: '70' };
    const kept = readEdit(JSON.stringify({ base, fields }), present);
    expect(kept).toEqual({ base, fields });
    expect(mergeWithPresent(kept, present).overtaken).toBe(true);
  });

  it('is none if nothing was stored, or nothing readable', () => {
    for (const kept of [null, '{"base":', 'null', '[]'])
      expect(mergeWithPresent(readEdit(kept, present), present).edited, String(kept)).toBe(false);
  });
});
