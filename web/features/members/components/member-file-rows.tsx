/**
 * The result of each row of a member file: added members, changes with their values before and
 * after, and refused rows with the rule. Rows without a change are hidden by default.
 */
import { useState } from 'preact/hooks';
import { MEMBER_OUTCOMES } from '../../../../shared/contract/file-columns.ts';
import { RefusedRow } from '../../../ui/refused-row.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import {
  type ImportReply,
  type ImportRow,
  movedIn,
  outcomesOf,
  type RowChoice,
  type RowOutcome,
  rowsOf,
} from '../member-file.ts';
import { useMembersWords } from '../words.ts';

const SIGNS = {
  added: '+',
  changed: '~',
  deactivated: '−',
  reactivated: '↺',
  unchanged: '=',
  rejected: '✕',
} as const satisfies Record<RowOutcome, string>;

/** A file has up to some thousand rows; nobody reads more at once. */
const AT_ONCE = 200;

export function MemberFileRows({ reply }: { readonly reply: ImportReply }) {
  const words = useMembersWords();
  const [choice, setChoice] = useState<RowChoice>('telling');
  const [most, setMost] = useState(AT_ONCE);
  const { preview, rejected, notInFile } = reply;
  const counts = outcomesOf(reply);
  const rows = rowsOf(reply.rows, choice);
  const moved = movedIn(reply.rows);
  const choose = (value: string) => {
    setMost(AT_ONCE);
    setChoice(MEMBER_OUTCOMES.find(one => one === value) ?? (value === 'all' ? 'all' : 'telling'));
  };
  return (
    <>
      <div class={rejected + moved > 0 ? 'notice warning' : 'notice good'} role="status">
        <p>
          {words.labelled(
            preview ? words.wouldBe : words.hasBeen,
            words.list(
              counts.map(({ outcome, count }) =>
                words.outcomeCount(words.rowOutcomes[outcome], count),
              ),
            ),
          )}
        </p>
        {notInFile > 0 && <p>{words.notInFile(notInFile)}</p>}
        {moved > 0 && <p>{words.namesMoved(moved)}</p>}
        {rejected > 0 && <p>{preview ? words.rejectedStayOut : words.importMend}</p>}
      </div>
      <label>
        {words.rowsShown}
        <select value={choice} onChange={event => choose(event.currentTarget.value)}>
          <option value="telling">{words.allButUnchanged}</option>
          <option value="all">{words.all}</option>
          {counts.map(({ outcome, count }) => (
            <option key={outcome} value={outcome}>
              {words.outcomeCount(words.rowOutcomes[outcome], count)}
            </option>
          ))}
        </select>
      </label>
      {rows.length > 0 && (
        <Scrollable label={preview ? words.previewTitle : words.importResult}>
          <table aria-label={preview ? words.previewTitle : words.importResult}>
            <thead>
              <tr>
                <th scope="col" class="number">
                  {words.row}
                </th>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.outcome}</th>
                <th scope="col">{words.remark}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map(row => (
                <tr key={row.row}>
                  <td class="number">{row.row}</td>
                  <th scope="row">{row.member ?? words.none}</th>
                  <td class="outcome">
                    <span aria-hidden="true">{SIGNS[row.outcome]}</span>{' '}
                    {words.rowOutcomes[row.outcome]}
                  </td>
                  <td>
                    <Remark row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrollable>
      )}
      {rows.length > most && (
        <button type="button" class="secondary wide" onClick={() => setMost(most + AT_ONCE)}>
          {words.moreRows(rows.length - most)}
        </button>
      )}
    </>
  );
}

function Remark({ row }: { readonly row: ImportRow }) {
  const { outcome, changes = [], problem, nameFrom } = row;
  const words = useMembersWords();
  if (problem !== undefined) return <RefusedRow problem={problem} />;
  const facts = changes.map(({ column, before, after }) =>
    words.labelled(
      column,
      outcome === 'added'
        ? (after ?? words.none)
        : words.fromTo(before ?? words.none, after ?? words.none),
    ),
  );
  return (
    <>
      {words.clauses(facts)}
      {nameFrom !== undefined && (
        <div class="field-error">
          <span aria-hidden="true">⚠</span> {words.nameWasOf(nameFrom)}
        </div>
      )}
    </>
  );
}
