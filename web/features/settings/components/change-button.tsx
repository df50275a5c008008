/**
 * A change without input: a button, and a confirmation. It applies to the version that was on
 * screen when the question was asked.
 */
import type { Call } from '../../../../shared/contract/client.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { useChange } from '../use-change.ts';
import { ChangeFailure } from './change-failure.tsx';

interface Props<Reply> {
  readonly name: string;
  readonly question: string;
  readonly send: (call: Call) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
}

export function ChangeButton<Reply>({ name, question, send, onDone }: Props<Reply>) {
  const changing = useChange(
    (call, given: { readonly send: typeof send }) => given.send(call),
    onDone,
  );
  return (
    <>
      <ConfirmButton
        name={name}
        question={question}
        busy={changing.isPending}
        onConfirm={() => changing.mutate({ send })}
      />
      <ChangeFailure error={changing.error} />
    </>
  );
}
