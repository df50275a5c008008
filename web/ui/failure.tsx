/**
 * An error in words, announced to screen readers, with a retry button where a retry makes sense.
 */
import { NetworkFailure } from '../../shared/contract/client-errors.ts';
import { useNetworkState } from '../api/network.ts';
import { useWords } from '../i18n/language-context.tsx';
import { useReadable } from '../i18n/use-moment.ts';
import { explain } from './explain.ts';
import { NotSeenYet } from './not-seen-yet.tsx';
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
  const isOffline = useNetworkState().is === 'lost' && error instanceof NetworkFailure;
  // What is read comes by itself once there is a network; what was sent does not.
  if (isOffline && onRetry !== undefined) return <NotSeenYet onRetry={onRetry} />;
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
