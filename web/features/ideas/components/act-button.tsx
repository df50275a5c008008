/**
 * An act without input: a button, and a confirmation. It applies to the version that was on screen
 * when the question was asked.
 */
import type { Call } from '../../../../shared/contract/client.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
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
  /** Whether it changes more ideas than its answer shows. */
  readonly rereads?: boolean;
  /** How much the button stands out. */
  readonly look?: 'main' | 'secondary' | 'plain';
}

export function ActButton<Seen, Reply>(props: Props<Seen, Reply>) {
  const {
    name,
    question,
    seen,
    act,
    onDone,
    shortcut,
    rereads = false,
    look = 'secondary',
  } = props;
  const doing = useAct(act, onDone, { rereads });
  return (
    <>
      <ConfirmButton
        name={name}
        question={question}
        look={look}
        shortcut={shortcut}
        busy={doing.isPending}
        onConfirm={() => doing.mutate(seen)}
      />
      <ActFailure of={doing} />
    </>
  );
}
