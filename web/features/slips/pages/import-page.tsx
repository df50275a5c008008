/**
 * The secretary's import of paper slips from a file: choose it, look at the preview of every row,
 * and only then import. Both are answered part by part of the file; an interrupted import continues
 * where it stopped. The previewed bytes are sent, even if the file has been saved again in between.
 */
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { SLIP_COLUMNS } from '../../../../shared/contract/file-columns.ts';
import { importIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { useCall } from '../../../api/call-context.tsx';
import { rowsIn, sendRows } from '../../../api/send-file.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { type ChosenTable, TableFileField } from '../../../ui/spreadsheet/table-file-field.tsx';
import { useAct } from '../../ideas/index.ts';
import { DeskHead } from '../../pipeline/index.ts';
import { ImportResult } from '../components/import-result.tsx';
import { SlipTabs } from '../components/slip-tabs.tsx';
import { doubtfulIn, type ImportPart, toImport } from '../import.ts';
import { useSlipsWords } from '../words.ts';

export function ImportPage() {
  const words = useSlipsWords();
  const call = useCall();
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  const [file, setFile] = useState<ChosenTable | undefined>(undefined);
  const [foreseen, setForeseen] = useState<readonly ImportPart[]>([]);
  const [parts, setParts] = useState<readonly ImportPart[]>([]);
  const [lookedAt, setLookedAt] = useState(false);
  const previewing = useMutation({
    mutationFn: async (table: ChosenTable) => {
      const body = await table.body();
      await sendRows(
        query => call(importIdeas, { path, query: { preview: 'true', ...query }, body }),
        [],
        setForeseen,
      );
      return body;
    },
  });
  const importing = useAct(async (call, body: Blob) => {
    await sendRows(query => call(importIdeas, { path, query, body }), parts, setParts);
  });
  const busy = previewing.isPending || importing.isPending;
  const begin = (): void => {
    previewing.reset();
    importing.reset();
    setForeseen([]);
    setParts([]);
    setLookedAt(false);
  };
  const doubtful = doubtfulIn(foreseen);
  const count = toImport(foreseen);
  return (
    <section>
      <DeskHead title={words.importTitle} round={organization.currentRound} />
      <SlipTabs />
      <p>{words.importText}</p>
      <p>
        <code>{Object.keys(SLIP_COLUMNS).join(',')}</code>
      </p>
      <p>
        <small>{words.importNames}</small>
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          begin();
          if (file !== undefined) previewing.mutate(file);
        }}
      >
        <TableFileField
          label={words.importFile}
          hint={words.importAgain}
          disabled={busy}
          onChoose={table => {
            begin();
            setFile(table);
          }}
        />
        <button
          type="submit"
          disabled={file === undefined || busy}
          aria-busy={previewing.isPending}
        >
          {words.importPreview}
        </button>
      </form>
      {previewing.isPending && file !== undefined && (
        <p role="status">
          {words.previewing(file.name, rowsIn(foreseen))}
          <progress />
        </p>
      )}
      {previewing.error !== null && <Failure error={previewing.error} />}
      {previewing.data !== undefined && parts.length === 0 && <ImportResult parts={foreseen} />}
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
      {previewing.data !== undefined && !importing.isSuccess && count > 0 && (
        <div class="batch-bar">
          {doubtful > 0 && parts.length === 0 && (
            <label class="check">
              <input
                type="checkbox"
                name="looked-at"
                checked={lookedAt}
                onChange={event => setLookedAt(event.currentTarget.checked)}
              />
              {words.importLookedAt(doubtful)}
            </label>
          )}
          <p class="actions">
            <button
              type="button"
              disabled={busy || (doubtful > 0 && !lookedAt)}
              aria-busy={importing.isPending}
              onClick={() => previewing.data !== undefined && importing.mutate(previewing.data)}
            >
              {importing.isError && parts.length > 0 ? words.importOn : words.importThem(count)}
            </button>
          </p>
        </div>
      )}
      {previewing.data !== undefined && count === 0 && <p>{words.nothingToImport}</p>}
      {parts.length > 0 && !importing.isPending && <ImportResult parts={parts} />}
    </section>
  );
}
