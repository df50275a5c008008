/**
 * The reason of a failed act on an idea. If the idea has changed since it was read, it can be
 * loaded again from here; the typed text stays in its field.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useReadable } from '../../../i18n/use-moment.ts';
import { explain } from '../../../ui/explain.ts';
import { Warning } from '../../../ui/warning.tsx';
import { ideasChanged } from '../use-act.ts';

interface Props {
  readonly of: { readonly error: Error | null; readonly reset: () => void };
}

export function ActFailure({ of: { error, reset } }: Props) {
  const words = useWords();
  const readable = useReadable();
  const queryClient = useQueryClient();
  if (error === null) return null;
  const changed =
    error instanceof ApiProblem && (error.problem.status === 409 || error.problem.status === 412);
  return (
    <Warning>
      <p>{readable(explain(error, words))}</p>
      {changed && (
        <>
          <p>{words.changedKept}</p>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              reset();
              ideasChanged(queryClient);
            }}
          >
            {words.loadAgain}
          </button>
        </>
      )}
    </Warning>
  );
}
