/** The table of reward bands, edited row by row. A row shows its errors while the user types. */
import { useId } from 'preact/hooks';
import { putRewardBands } from '../../../../shared/contract/routes/administration.ts';
import { DEFAULT_BANDS, MOST_BANDS } from '../../../../shared/domain/organization/reward-bands.ts';
import {
  BAND_CELLS,
  type BandCell,
  type BandRow,
  type BandsFields,
  bandErrors,
  bandRows,
  bandsFields,
  checkBands,
  withAnotherBand,
  withCell,
  withoutBand,
} from '../bands.ts';
import type { Settings } from '../settings.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeForm, type Editing } from './change-form.tsx';
import { SettingsPart } from './settings-part.tsx';

export function BandsForm({
  settings: { id, version, rewardBands },
}: {
  readonly settings: Settings;
}) {
  const words = useSettingsWords();
  return (
    <SettingsPart title={words.bandsTitle} text={words.bandsText}>
      <ChangeForm
        name="reward-bands"
        present={bandsFields(rewardBands)}
        label={words.save}
        check={fields => checkBands(fields, words)}
        send={(call, body) =>
          call(putRewardBands, { path: { organization: id }, body, ifMatch: version })
        }
        said={() => words.saved}
      >
        {editing => <BandTable {...editing} />}
      </ChangeForm>
    </SettingsPart>
  );
}

function BandTable({ fields, change }: Editing<BandsFields>) {
  const words = useSettingsWords();
  const rows = bandRows(fields);
  const errors = bandErrors(rows, words);
  return (
    <>
      <table class="editable stack" aria-label={words.bandsTitle}>
        <thead>
          <tr>
            <th scope="col">{words.band}</th>
            {BAND_CELLS.map(cell => (
              <th scope="col" key={cell}>
                {words.bandCells[cell]}
              </th>
            ))}
            <th scope="col">{words.act}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row
              // A band's only name is its position.
              key={at}
              place={at + 1}
              row={row}
              fault={errors[String(at)]}
              faultIn={cell => errors[`${at}.${cell}`]}
              onInput={(cell, text) => change(withCell(fields, at, cell, text))}
              onRemove={() => change(withoutBand(fields, at))}
            />
          ))}
        </tbody>
      </table>
      {errors.bands !== undefined && <p class="fault">{errors.bands}</p>}
      <p class="actions">
        <button
          type="button"
          class="secondary outline"
          disabled={rows.length >= MOST_BANDS}
          onClick={() => change(withAnotherBand(fields))}
        >
          {words.addBand}
        </button>
        <button
          type="button"
          class="secondary outline"
          onClick={() => change(bandsFields(DEFAULT_BANDS))}
        >
          {words.defaultBands}
        </button>
      </p>
    </>
  );
}

interface RowProps {
  readonly place: number;
  readonly row: BandRow;
  /** The errors of the row as a whole, and of each cell. */
  readonly fault: string | undefined;
  readonly faultIn: (cell: BandCell) => string | undefined;
  readonly onInput: (cell: BandCell, text: string) => void;
  readonly onRemove: () => void;
}

function Row({ place, row, fault, faultIn, onInput, onRemove }: RowProps) {
  const words = useSettingsWords();
  const id = useId();
  const faults = new Set([fault, ...BAND_CELLS.map(faultIn)].filter(one => one !== undefined));
  return (
    <tr>
      <th scope="row">{words.bandNumber(place)}</th>
      {BAND_CELLS.map(cell => (
        <td key={cell} data-label={words.bandCells[cell]}>
          <input
            type="text"
            class="cell"
            inputMode="numeric"
            autocomplete="off"
            aria-label={words.cellOfBand(words.bandCells[cell], place)}
            aria-describedby={id}
            {...((fault ?? faultIn(cell)) !== undefined && { 'aria-invalid': 'true' })}
            value={row[cell]}
            onInput={event => onInput(cell, event.currentTarget.value)}
          />
        </td>
      ))}
      <td>
        <small id={id} class="fault">
          {[...faults].join(words.sentenceGap)}
        </small>
        <button type="button" class="plain" aria-label={words.removeBand(place)} onClick={onRemove}>
          {words.remove}
        </button>
      </td>
    </tr>
  );
}
