/**
 * For a change that meets another person's: what it is about, how it is now if that is known, and
 * the choice between the typed values and the present ones. Nothing is sent before the choice.
 */
import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n/language-context.tsx';
import { Warning } from './warning.tsx';

interface Props {
  /** Why the change was refused, if more is known than that another person was there first. */
  readonly reason?: string | undefined;
  /** What the thing is like now. */
  readonly now?: ComponentChildren;
  /** Continues with the typed values, on top of the present ones. */
  readonly onKeep: () => void;
  /** Forgets the typed values. Left out where nothing was typed. */
  readonly onDrop?: (() => void) | undefined;
}

export function Conflict({ reason, now, onKeep, onDrop }: Props) {
  const words = useWords();
  return (
    <Warning>
      <p>{reason ?? words.changedMeanwhile}</p>
      <p>{onDrop === undefined ? words.seeLatest : words.entriesKept}</p>
      {now !== undefined && (
        <details>
          <summary>{words.asItIs}</summary>
          {now}
        </details>
      )}
      <p class="actions">
        <button type="button" class="secondary" onClick={onKeep}>
          {onDrop === undefined ? words.loadAgain : words.keepMine}
        </button>
        {onDrop !== undefined && (
          <button type="button" class="secondary" onClick={onDrop}>
            {words.dropMine}
          </button>
        )}
      </p>
    </Warning>
  );
}
