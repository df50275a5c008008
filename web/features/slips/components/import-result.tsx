/**
 * The result of each row of a file, as a preview or after the import, by its slip's title and its
 * author. Refused rows come first, with every reason, and then those to look at twice.
 */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Part } from '../../../ui/part.tsx';
import { RefusedRow } from '../../../ui/refused-row.tsx';
import { FileRows } from '../../../ui/spreadsheet/file-rows.tsx';
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

const SIGNS = {
  created: '✓',
  duplicate: '=',
  withdrawn: '↩',
  rejected: '✕',
} as const satisfies Record<ImportRow['outcome'], string>;

export function ImportResult({ parts }: { readonly parts: readonly ImportPart[] }) {
  const words = useSlipsWords();
  const rejected = countOf(parts, 'rejected');
  const withdrawn = countOf(parts, 'withdrawn');
  const doubtful = doubtfulIn(parts);
  const preview = parts.some(part => part.preview);
  const people = peopleOf(parts);
  const authorOf = (author: ImportRow['authorId']) =>
    author === undefined ? words.none : authorWord(author, people);
  const title = preview ? words.previewTitle : words.importResult;
  return (
    <Part title={title}>
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
      <FileRows
        label={title}
        rows={rowsOf(parts)}
        about={[
          { name: words.slip, cell: row => <Title row={row} /> },
          { name: words.author, cell: ({ authorId }) => authorOf(authorId) },
        ]}
        outcome={({ outcome }) => ({ sign: SIGNS[outcome], name: words.importOutcomes[outcome] })}
        remark={row => (hasRemark(row) ? <Remark row={row} /> : null)}
      />
    </Part>
  );
}

function hasRemark({ problem, warnings = [] }: ImportRow): boolean {
  return problem !== undefined || warnings.length > 0;
}

function Remark({ row: { problem, warnings } }: { readonly row: ImportRow }) {
  const words = useSlipsWords();
  return (
    <>
      {problem !== undefined && <RefusedRow problem={problem} />}
      {warnings?.map(warning => (
        <div key={warning} class={warning === 'name-differs' ? 'field-error' : undefined}>
          <span aria-hidden="true">⚠</span> {words.importWarnings[warning]}
        </div>
      ))}
    </>
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
