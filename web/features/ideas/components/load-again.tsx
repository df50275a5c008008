/**
 * For an idea that has changed since it was opened by its code: a button to read it again, and
 * whether that would help.
 */
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { useWords } from '../../../i18n/language-context.tsx';

export function isStale(error: Error | null): boolean {
  return (
    error instanceof ApiProblem && (error.problem.status === 409 || error.problem.status === 412)
  );
}

export function LoadAgain({ onLoad }: { readonly onLoad: () => void }) {
  const words = useWords();
  return (
    <p>
      <button type="button" class="secondary" onClick={onLoad}>
        {words.loadAgain}
      </button>
    </p>
  );
}
