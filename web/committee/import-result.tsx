/**
 * What became of each row of an imported file. Rows that were refused come with every reason, field by field.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Scrollable } from '../shell/scrollable.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';

type Result = ReplyOf<typeof importIdeas>;
type Row = Result['rows'][number];

const SIGNS = { created: '✓', duplicate: '=', rejected: '✕' } as const satisfies Record<
  Row['outcome'],
  string
>;

export function ImportResult({ result }: { readonly result: Result }) {
  const words = useCommitteeWords();
  const { created, duplicates, rejected, rows } = result;
  return (
    <section>
      <div class={rejected > 0 ? 'notice warning' : 'notice good'} role="status">
        <p>{words.importSummary(created, duplicates, rejected)}</p>
        {rejected > 0 && <p>{words.importMend}</p>}
      </div>
      <Scrollable label={words.importTitle}>
        <table>
          <caption>{words.importTitle}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.remark}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.row} class={row.outcome}>
                <th scope="row" class="number">
                  {row.row}
                </th>
                <td class="outcome">
                  <span aria-hidden="true">{SIGNS[row.outcome]}</span> {words.importOutcomes[row.outcome]}
                </td>
                <td>
                  <Remark row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </section>
  );
}

/** The column of the file behind a field's name, which is all that the API and the file's writer have in common. */
function columnOf(field: string): string {
  return Object.entries(SLIP_COLUMNS).find(([, name]) => name === field)?.[0] ?? field;
}

function Remark({ row }: { readonly row: Row }) {
  const words = useCommitteeWords();
  const { organization } = useOrganization();
  if (row.problem !== undefined) {
    const { title, detail, errors = [] } = row.problem;
    if (errors.length === 0) return <>{detail ?? title}</>;
    return (
      <ul>
        {errors.map(error => (
          <li key={`${error.field} ${error.rule}`}>{words.labelled(columnOf(error.field), error.detail)}</li>
        ))}
      </ul>
    );
  }
  return row.ideaId === undefined ? null : (
    <Link href={paths.idea(organization.id, row.ideaId)}>{row.ideaId.slice(-8)}</Link>
  );
}
