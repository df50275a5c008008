/**
 * An error in words, announced to screen readers, with a retry button where a retry makes sense.
 */
import { useWords } from '../i18n/language-context.tsx';
import { useReadable } from '../i18n/use-moment.ts';
import { explain } from './explain.ts';
import { Warning } from './warning.tsx';

export function Failure({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: (() => unknown) | undefined;
}) {
  const words = useWords();
  const readable = useReadable();
  return (
    <Warning>
      <p>{readable(explain(error, words))}</p>
      {onRetry !== undefined && (
        <button type="button" class="secondary" onClick={() => onRetry()}>
          {words.retry}
        </button>
      )}
    </Warning>
  );
}
