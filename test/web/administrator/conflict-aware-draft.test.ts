/**
 * What somebody is changing while somebody else changes the same.
 */
import { describe, expect, it } from 'vitest';
import {
  changed,
  type Edit,
  mergeWithPresent,
  readEdit,
} from '../../../web/administrator/conflict-aware-draft.ts';

const present = { ideas: '60', adoptionRate: '3/10' };

/** What was typed step by step, each on what was there at that moment. */
const typed = (...steps: readonly [there: typeof present, changes: Partial<typeof present>][]) =>
  steps.reduce<Edit<typeof present> | undefined>(
    (edit, [there, changes]) => changed(edit, there, changes),
    undefined,
  );

describe('an edit', () => {
  it('is none until something else is typed, nor after it was typed back', () => {
    expect(mergeWithPresent(undefined, present)).toEqual({
      fields: present,
      edited: false,
      overtaken: false,
    });
    const back = typed([present, { ideas: '70' }], [present, { ideas: '60' }]);
    expect(mergeWithPresent(back, present)).toMatchObject({ edited: false, overtaken: false });
  });

  it('is overtaken when somebody else has changed the field in which one types', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, present)).toMatchObject({ edited: true, overtaken: false });
    expect(mergeWithPresent(edit, { ...present, ideas: '65' })).toMatchObject({
      edited: true,
      overtaken: true,
    });
  });

  it('leaves alone what others have changed where nothing was typed', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, { ...present, adoptionRate: '1/3' })).toEqual({
      fields: { ideas: '70', adoptionRate: '1/3' },
      edited: true,
      overtaken: false,
    });
  });

  it('is not overtaken by somebody who did just the same', () => {
    const edit = typed([present, { ideas: '70' }]);
    expect(mergeWithPresent(edit, { ...present, ideas: '70' })).toMatchObject({
      edited: false,
      overtaken: false,
    });
  });

  it('goes on from what it began with, field by field, while others change things underneath', () => {
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

describe('an edit that was left', () => {
  it('is found again, with what it began from', () => {
    const base = { ...present, ideas: '50' };
    const fields = { ...present, ideas: '70' };
    const kept = readEdit(JSON.stringify({ base, fields }), present);
    expect(kept).toEqual({ base, fields });
    expect(mergeWithPresent(kept, present).overtaken).toBe(true);
  });

  it('is none where nothing was kept, or nothing that can be read', () => {
    for (const kept of [null, '{"base":', 'null', '[]'])
      expect(mergeWithPresent(readEdit(kept, present), present).edited, String(kept)).toBe(false);
  });
});
