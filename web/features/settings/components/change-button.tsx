/**
 * A change without input: a button, and a confirmation. It applies to the version that was on
 * screen when the question was asked.
 */
import { useState } from 'preact/hooks';
import type { Call } from '../../../../shared/contract/client.ts';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { useChange } from '../use-change.ts';
import { ChangeFailure } from './change-failure.tsx';

interface Props<Reply> {
  readonly name: string;
  readonly question: string;
  readonly send: (call: Call) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
}

export function ChangeButton<Reply>({ name, question, send, onDone }: Props<Reply>) {
  const [asked, setAsked] = useState<{ readonly send: typeof send } | undefined>(undefined);
  const changing = useChange(
    (call, given: { readonly send: typeof send }) => given.send(call),
    onDone,
  );
  return (
    <>
      <button
        type="button"
        class="secondary"
        disabled={changing.isPending}
        aria-busy={changing.isPending}
        onClick={() => setAsked({ send })}
      >
        {name}
      </button>
      <ChangeFailure error={changing.error} />
      {asked !== undefined && (
        <Confirmation
          question={question}
          onConfirm={() => {
            setAsked(undefined);
            changing.mutate(asked);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
