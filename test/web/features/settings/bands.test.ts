/** The form of the reward bands. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_BANDS, MOST_BANDS } from '../../../../shared/domain/organization/reward-bands.ts';
import {
  bandErrors,
  bandRows,
  bandsFields,
  checkBands,
  withAnotherBand,
  withCell,
  withoutBand,
} from '../../../../web/features/settings/bands.ts';
import { words } from '../words.ts';

const start = bandsFields(DEFAULT_BANDS);
const { bandFaults } = words;

describe('the table', () => {
  it('is sent as it was shown', () => {
    expect(checkBands(start, words)).toEqual({ ok: true, body: { bands: DEFAULT_BANDS } });
  });

  it('changes a cell at a time, whatever is typed or pasted into it', () => {
    const typed = withCell(start, 1, 'from', '12,\t000\n');
    expect(bandRows(typed)).toHaveLength(DEFAULT_BANDS.length);
    const checked = checkBands(typed, words);
    expect(checked.ok && checked.body.bands[1]).toEqual({ from: 12_000, least: 300, most: 500 });
  });

  it('grows and shrinks by rows; a new one begins where the last one ends', () => {
    const more = withAnotherBand(start);
    expect(bandRows(more).at(-1)).toEqual({ from: '', least: '4000', most: '' });
    expect(withoutBand(more, DEFAULT_BANDS.length)).toEqual(start);
    const none = DEFAULT_BANDS.reduce(fields => withoutBand(fields, 0), start);
    expect(bandRows(none)).toEqual([]);
    expect(bandRows(withAnotherBand(none))).toEqual([{ from: '0', least: '', most: '' }]);
  });
});

describe('an error', () => {
  it('appears in every wrong row, by its position', () => {
    let fields = withCell(start, 0, 'from', '1');
    fields = withCell(fields, 1, 'from', '1');
    fields = withCell(fields, 3, 'least', '9000');
    fields = withCell(fields, 4, 'most', '');
    expect(bandErrors(bandRows(fields), words)).toEqual({
      0: bandFaults['not-from-zero'],
      1: bandFaults['not-ascending'],
      3: bandFaults['least-above-most'],
      '4.most': words.missing,
    });
    expect(checkBands(fields, words).ok).toBe(false);
  });

  it('does not appear in a row because the one before is unreadable', () => {
    const fields = withCell(start, 1, 'most', '很多');
    expect(bandErrors(bandRows(fields), words)).toEqual({ '1.most': words.notAnAmount });
  });

  it('appears for no row, or too many', () => {
    expect(checkBands(bandsFields([]), words)).toEqual({
      ok: false,
      errors: { bands: bandFaults.none },
    });
    const many = Array.from({ length: MOST_BANDS + 1 }, (_, at) => ({
      from: at,
      least: 0,
      most: 1,
    }));
    expect(checkBands(bandsFields(many), words)).toEqual({
      ok: false,
      errors: { bands: bandFaults['too-many'] },
    });
  });
});
