/**
 * The secretary's import of paper slips from a spreadsheet's CSV file. Every row is answered on its
 * own, part by part of the file; an interrupted import continues where it stopped.
 */
import { useState } from 'preact/hooks';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { rowsIn, sendRows } from '../api/send-file.ts';
import { useAct } from '../idea/use-act.ts';
import { Failure } from '../shell/failure.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { type ChosenTable, TableFileField } from '../spreadsheet/table-file-field.tsx';
import { type ImportPart, isAnswered } from './import.ts';
import { ImportResult } from './import-result.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';
import { SlipTabs } from './slip-tabs.tsx';

export function ImportPage() {
  const words = useCommitteeWords();
  const { organization } = useOrganization();
  const [file, setFile] = useState<ChosenTable | undefined>(undefined);
  const [parts, setParts] = useState<readonly ImportPart[]>([]);
  const importing = useAct(async (call, table: ChosenTable) => {
    const body = await table.body();
    const path = { organization: organization.id };
    const answered = isAnswered(parts) ? [] : parts;
    setParts(answered);
    await sendRows(query => call(importIdeas, { path, query, body }), answered, setParts);
  });
  return (
    <section>
      <SlipTabs />
      <PageTitle text={words.importTitle} />
      <p>{words.importText}</p>
      <p>
        <code>{Object.keys(SLIP_COLUMNS).join(',')}</code>
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (file !== undefined) importing.mutate(file);
        }}
      >
        <TableFileField
          label={words.importFile}
          hint={words.importAgain}
          disabled={importing.isPending}
          onChoose={table => {
            importing.reset();
            setParts([]);
            setFile(table);
          }}
        />

        <button
          type="submit"
          disabled={file === undefined || importing.isPending}
          aria-busy={importing.isPending}
        >
          {importing.isError && parts.length > 0 ? words.importOn : words.importNow}
        </button>
      </form>
      {importing.isPending && file !== undefined && (
        <p role="status">
          {words.importing(file.name, rowsIn(parts))}
          <progress />
        </p>
      )}
      {importing.error !== null && <Failure error={importing.error} />}
      {importing.error !== null && parts.length > 0 && (
        <p>{words.importBrokenOff(rowsIn(parts))}</p>
      )}
      {parts.length > 0 && !importing.isPending && <ImportResult parts={parts} />}
    </section>
  );
}
