/** The button that exports a list as a CSV file, with its progress. Leaving the page aborts it. */
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../shared/contract/client.ts';
import { useCall } from '../api/call-context.tsx';
import { download, type Part, save } from '../api/download.ts';
import { useWords } from '../language/language-context.tsx';
import { Failure } from './failure.tsx';

interface Props<Cursor> {
  /** The name of the saved file. */
  readonly file: string;
  readonly read: (
    call: Call,
    from: { readonly cursor?: Cursor },
    signal: AbortSignal,
  ) => Promise<Part<Cursor>>;
}

export function FileButton<Cursor>({ file, read }: Props<Cursor>) {
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
    mutationFn: () => {
      setBytes(0);
      const { signal } = leaving.current;
      return download<Cursor>(from => read(call, from, signal), setBytes);
    },
    onSuccess: content => save(content, file),
  });
  return (
    <div>
      <button
        type="button"
        class="secondary"
        disabled={exporting.isPending}
        aria-busy={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {words.exportCsv}
      </button>
      {exporting.isPending && <p role="status">{words.exporting(Math.ceil(bytes / 1024))}</p>}
      {exporting.isSuccess && <p role="status">{words.exported}</p>}
      {exporting.error !== null && <Failure error={exporting.error} onRetry={exporting.mutate} />}
    </div>
  );
}
