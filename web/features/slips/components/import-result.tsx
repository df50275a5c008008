/**
 * The result of each row of a file, as a preview or after the import, by its slip's title and its
 * author. Refused rows come first, with every reason, and then those to look at twice.
 */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { RefusedRow } from '../../../ui/refused-row.tsx';
import { Scrollable } from '../../../ui/scrollable.tsx';
import {
  countOf,
  doubtfulIn,
  type ImportPart,
  type ImportRow,
  peopleOf,
  rowsOf,
} from '../import.ts';
import { authorWord } from '../slip-author.ts';
import { useSlipsWords } from '../words.ts';

/** A file may have thousands of rows; nobody reads more at once. */
const AT_ONCE = 200;

const SIGNS = {
  created: '✓',
  duplicate: '=',
  withdrawn: '↩',
  rejected: '✕',
} as const satisfies Record<ImportRow['outcome'], string>;

export function ImportResult({ parts }: { readonly parts: readonly ImportPart[] }) {
  const words = useSlipsWords();
  const [most, setMost] = useState(AT_ONCE);
  const rows = rowsOf(parts);
  const rejected = countOf(parts, 'rejected');
  const withdrawn = countOf(parts, 'withdrawn');
  const doubtful = doubtfulIn(parts);
  const preview = parts.some(part => part.preview);
  const people = peopleOf(parts);
  const title = preview ? words.previewTitle : words.importResult;
  return (
    <section>
      <h2>{title}</h2>
      <div class={rejected + doubtful > 0 ? 'notice warning' : 'notice good'} role="status">
        <p>
          {(preview ? words.importForecast : words.importSummary)(
            countOf(parts, 'created'),
            countOf(parts, 'duplicates'),
            rejected,
          )}
        </p>
        {doubtful > 0 && (
          <p>{(preview ? words.importDoubtful : words.importedDoubtful)(doubtful)}</p>
        )}
        {withdrawn > 0 && <p>{words.importWithdrawn(withdrawn)}</p>}
        {rejected > 0 && <p>{words.importMend}</p>}
      </div>
      <Scrollable label={title}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.slip}</th>
              <th scope="col">{words.author}</th>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.remark}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(row => (
              <tr key={row.row} class={row.outcome}>
                <th scope="row" class="number">
                  {row.row}
                </th>
                <td>
                  <Title row={row} />
                </td>
                <td>{row.authorId === undefined ? null : authorWord(row.authorId, people)}</td>
                <td class="outcome">
                  <span aria-hidden="true">{SIGNS[row.outcome]}</span>{' '}
                  {words.importOutcomes[row.outcome]}
                </td>
                <td>
                  {row.problem !== undefined && <RefusedRow problem={row.problem} />}
                  {row.warnings?.map(warning => (
                    <div
                      key={warning}
                      class={warning === 'name-differs' ? 'field-error' : undefined}
                    >
                      <span aria-hidden="true">⚠</span> {words.importWarnings[warning]}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      {rows.length > most && (
        <button type="button" class="secondary wide" onClick={() => setMost(most + AT_ONCE)}>
          {words.moreRows(rows.length - most)}
        </button>
      )}
    </section>
  );
}

/** The slip's title, as a link to its idea if there is one. */
function Title({ row: { title, ideaId } }: { readonly row: ImportRow }) {
  const words = useSlipsWords();
  const { organization } = useOrganization();
  const text = title ?? words.untitled;
  return ideaId === undefined ? (
    <span>{text}</span>
  ) : (
    <Link href={paths.idea(organization.id, ideaId)}>{text}</Link>
  );
}
