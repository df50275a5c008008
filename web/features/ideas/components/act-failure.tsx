/**
 * The reason of a failed act on an idea. If the idea has changed since it was read, it can be
 * loaded again from here; the typed text stays in its field, unless its writer gives it up.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useReadable } from '../../../i18n/use-moment.ts';
import { Conflict } from '../../../ui/conflict.tsx';
import { explain } from '../../../ui/explain.ts';
import { Failure } from '../../../ui/failure.tsx';
import { ideasChanged } from '../use-act.ts';

interface Props {
  readonly of: { readonly error: Error | null; readonly reset: () => void };
  /** Reads again what the act is on; otherwise all that an act may have changed is read again. */
  readonly load?: () => void;
  /** Forgets what was typed. Left out where nothing was typed. */
  readonly onDrop?: (() => void) | undefined;
}

export function ActFailure({ of: { error, reset }, load, onDrop }: Props) {
  const words = useWords();
  const readable = useReadable();
  const queryClient = useQueryClient();
  if (error === null) return null;
  if (!isOvertaken(error)) return <Failure error={error} />;
  const loadAgain = () => {
    reset();
    if (load === undefined) ideasChanged(queryClient);
    else load();
  };
  return (
    <Conflict
      reason={readable(explain(error, words))}
      onKeep={loadAgain}
      onDrop={
        onDrop &&
        (() => {
          loadAgain();
          onDrop();
        })
      }
    />
  );
}

/** Whether an act came too late: the idea has another version, or another state. */
function isOvertaken(error: Error): boolean {
  return (
    error instanceof ApiProblem && (error.problem.status === 409 || error.problem.status === 412)
  );
}
