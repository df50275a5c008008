/**
 * In place of a part that could not be loaded, as without a network: the page goes on without it.
 * It is loaded once the network is back, or by a press; where the browser asks for no file a second
 * time, the press loads the whole page. What was typed is kept as a draft.
 */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useNetwork } from '../api/network.ts';
import { useWords } from '../i18n/language-context.tsx';
import type { Missing } from '../i18n/lazily.ts';
import { NotHere } from './not-here.tsx';

/** Where nobody has to miss the part. */
export function Nothing({ onRetry }: Missing) {
  const network = useNetwork();
  useEffect(() => network.subscribe(() => network.state.is === 'reached' && onRetry()));
  return null;
}

interface Props extends Missing {
  /** Closes the part. */
  readonly onCancel?: () => void;
  /** What else there is to do. */
  readonly children?: ComponentChildren;
}

export function NotLoaded({ onRetry, onCancel, children }: Props) {
  const words = useWords();
  const network = useNetwork();
  const reload = async () => {
    if (await network.probe()) location.reload();
  };
  return (
    <NotHere said={[words.partNotLoaded]} onRetry={() => onRetry(reload)}>
      {onCancel && (
        <button type="button" class="plain" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
      {children}
      <Nothing onRetry={onRetry} />
    </NotHere>
  );
}
