/**
 * The buttons that export a list, as a CSV file or as a workbook, with their progress. Leaving the
 * page aborts it.
 */
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../shared/contract/client.ts';
import { useCall } from '../api/call-context.tsx';
import { download, type Part, save } from '../api/download.ts';
import { useWords } from '../i18n/language-context.tsx';
import { Failure } from './failure.tsx';

type Format = 'csv' | 'workbook';

interface Props<Cursor> {
  /** The name of the saved CSV file; a workbook's differs in its ending. */
  readonly file: string;
  readonly read: (
    call: Call,
    from: { readonly cursor?: Cursor },
    signal: AbortSignal,
  ) => Promise<Part<Cursor>>;
  /** Whether the buttons are quiet text, beside what matters more. */
  readonly quiet?: boolean;
}

export function FileButton<Cursor>({ file, read, quiet = false }: Props<Cursor>) {
  const words = useWords();
  const call = useCall();
  const leaving = useRef(new AbortController());
  const [bytes, setBytes] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  const exporting = useMutation({
    mutationFn: async (format: Format) => {
      setBytes(0);
      const { signal } = leaving.current;
      const content = await download<Cursor>(from => read(call, from, signal), setBytes);
      if (format === 'csv') return { content, name: file };
      const { workbookOf } = await import('./spreadsheet/write-workbook.ts');
      const name = file.replace(/\.csv$/, '');
      return { content: await workbookOf(await content.text(), name), name: `${name}.xlsx` };
    },
    onSuccess: ({ content, name }) => save(content, name),
  });
  const button = (format: Format, text: string) => (
    <button
      type="button"
      class={quiet ? 'plain' : 'secondary'}
      disabled={exporting.isPending}
      aria-busy={exporting.isPending && exporting.variables === format}
      onClick={() => exporting.mutate(format)}
    >
      {text}
    </button>
  );
  return (
    <div>
      <div class="actions">
        {button('csv', words.exportCsv)}
        {button('workbook', words.exportWorkbook)}
      </div>
      {exporting.isPending && <p role="status">{words.exporting(Math.ceil(bytes / 1024))}</p>}
      {exporting.isSuccess && <p role="status">{words.exported}</p>}
      {exporting.error !== null && (
        <Failure
          error={exporting.error}
          onRetry={() => exporting.variables && exporting.mutate(exporting.variables)}
        />
      )}
    </div>
  );
}
