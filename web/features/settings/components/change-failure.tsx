/** The reason of a failed change: the API's words, and further information. */
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { useReadable } from '../../../i18n/use-moment.ts';
import { explain } from '../../../ui/explain.ts';
import { Warning } from '../../../ui/warning.tsx';
import { isOvertaken } from '../use-change.ts';
import { useSettingsWords } from '../words.ts';

export function ChangeFailure({ error }: { readonly error: Error | null }) {
  const words = useSettingsWords();
  const readable = useReadable();
  if (error === null) return null;
  const problem =
    error instanceof ApiProblem && error.problem.status < 500 ? error.problem : undefined;
  const more = problem && new Map<string, string>(Object.entries(words.refusals)).get(problem.code);
  return (
    <Warning>
      <p>
        {problem !== undefined && isOvertaken(error)
          ? words.withReason(problem.title, words.loadedAnew)
          : readable(explain(error, words))}
      </p>
      {more !== undefined && <p>{more}</p>}
    </Warning>
  );
}
