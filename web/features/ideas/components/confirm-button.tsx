/**
 * An act without input: a button, and a confirmation. It applies to the version that was on screen
 * when the question was asked.
 */
import { useState } from 'preact/hooks';
import type { Call } from '../../../../shared/contract/client.ts';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { useAct } from '../use-act.ts';
import { ActFailure } from './act-failure.tsx';

interface Props<Seen, Reply> {
  readonly name: string;
  readonly question: string;
  /** The version on screen, which is passed to the act. */
  readonly seen: Seen;
  readonly act: (call: Call, seen: Seen) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
  /** The key that triggers it where the page listens for keys. */
  readonly shortcut?: string;
  /** How much the button stands out. */
  readonly look?: 'main' | 'secondary' | 'plain';
}

export function ConfirmButton<Seen, Reply>({
  name,
  question,
  seen,
  act,
  onDone,
  shortcut,
  look = 'secondary',
}: Props<Seen, Reply>) {
  const [asked, setAsked] = useState<{ readonly seen: Seen } | undefined>(undefined);
  const doing = useAct(act, onDone);
  return (
    <>
      <button
        type="button"
        class={look === 'main' ? undefined : look}
        disabled={doing.isPending}
        aria-busy={doing.isPending}
        onClick={() => setAsked({ seen })}
        {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcut })}
      >
        {name}
      </button>
      <ActFailure of={doing} />
      {asked !== undefined && (
        <Confirmation
          question={question}
          onConfirm={() => {
            setAsked(undefined);
            doing.mutate(asked.seen);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
