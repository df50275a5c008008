/**
 * The choice of a file of rows: a CSV file, or a workbook with its sheets. The first sheet is chosen
 * until another one is.
 */
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Field } from '../form/field.tsx';
import type { WorkbookFault } from './read-workbook.ts';
import { bodyOf, openTableFile, type TableFile } from './table-file.ts';
import { useSpreadsheetWords } from './words.ts';

/** A chosen table: the name for messages, and the body of a request, made when it is sent. */
export interface ChosenTable {
  readonly name: string;
  readonly body: () => Promise<Blob>;
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly disabled?: boolean;
  /** Called with undefined when another file is being opened, or cannot be. */
  readonly onChoose: (table: ChosenTable | undefined) => void;
}

export function TableFileField({ label, hint, disabled, onChoose }: Props) {
  const words = useSpreadsheetWords();
  const [sheet, setSheet] = useState(0);
  const opening = useMutation({ mutationFn: openTableFile });
  const choose = (table: TableFile, at: number): void => {
    setSheet(at);
    onChoose({ name: table.file.name, body: () => bodyOf(table, at) });
  };
  const open = (file: File | undefined): void => {
    opening.reset();
    onChoose(undefined);
    if (file === undefined) return;
    opening.mutate(file, {
      onSuccess: opened => {
        if (opened.ok) choose(opened.value, 0);
      },
    });
  };
  const opened = opening.data?.ok ? opening.data.value : undefined;
  return (
    <>
      <Field label={label} hint={hint} error={errorOf(opening, words)}>
        {control => (
          <input
            {...control}
            type="file"
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={disabled}
            aria-busy={opening.isPending}
            onChange={event => open(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {opened?.kind === 'workbook' && opened.sheets.length > 1 && (
        <Field label={words.sheet} hint={words.sheetHint}>
          {control => (
            <select
              {...control}
              value={String(sheet)}
              disabled={disabled}
              onChange={event => choose(opened, Number(event.currentTarget.value))}
            >
              {opened.sheets.map(({ name, rows }, at) => (
                <option key={name} value={String(at)}>
                  {words.sheetName(name, rows.length)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** The reason why the chosen file was not opened; a lost connection keeps the code from loading. */
function errorOf(
  opening: { readonly isError: boolean; readonly data: OpenedFile | undefined },
  words: ReturnType<typeof useSpreadsheetWords>,
): string | undefined {
  if (opening.isError) return words.notOpened;
  return opening.data?.ok === false ? words.faults[opening.data.refusal] : undefined;
}

type OpenedFile = Awaited<ReturnType<typeof openTableFile>> & { readonly refusal?: WorkbookFault };
