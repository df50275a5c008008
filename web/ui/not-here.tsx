/** In place of what is not on this device, while there is no network: what to do instead. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n/language-context.tsx';

interface Props {
  readonly said: readonly string[];
  readonly onRetry: () => unknown;
  /** What else there is to do. */
  readonly children?: ComponentChildren;
}

export function NotHere({ said, onRetry, children }: Props) {
  const words = useWords();
  return (
    <div class="notice" role="status">
      {said.map(text => (
        <p key={text}>{text}</p>
      ))}
      <div class="actions">
        <button type="button" class="secondary" onClick={() => onRetry()}>
          {words.retry}
        </button>
        {children}
      </div>
    </div>
  );
}
