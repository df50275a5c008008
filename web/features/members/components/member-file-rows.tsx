/**
 * The result of each row of a member file: added members, changes with their values before and
 * after, and refused rows with the rule. Rows without a change are hidden by default.
 */
import { useState } from 'preact/hooks';
import { MEMBER_OUTCOMES } from '../../../../shared/contract/file-columns.ts';
import { RefusedRow } from '../../../ui/refused-row.tsx';
import { FileRows } from '../../../ui/spreadsheet/file-rows.tsx';
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

export function MemberFileRows({ reply }: { readonly reply: ImportReply }) {
  const words = useMembersWords();
  const [choice, setChoice] = useState<RowChoice>('telling');
  const { preview, rejected, notInFile } = reply;
  const counts = outcomesOf(reply);
  const rows = rowsOf(reply.rows, choice);
  const moved = movedIn(reply.rows);
  const choose = (value: string) => {
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
        <FileRows
          key={choice}
          label={preview ? words.previewTitle : words.importResult}
          rows={rows}
          about={[{ name: words.number, cell: ({ member }) => member ?? words.none }]}
          outcome={({ outcome }) => ({ sign: SIGNS[outcome], name: words.rowOutcomes[outcome] })}
          remark={row => (hasRemark(row) ? <Remark row={row} /> : null)}
        />
      )}
    </>
  );
}

function hasRemark({ changes = [], problem, nameFrom }: ImportRow): boolean {
  return changes.length > 0 || problem !== undefined || nameFrom !== undefined;
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
