/**
 * Why a row of a file was refused: each wrong field with its rule, or the reason for the whole row.
 */
import type { Problem } from '../../shared/contract/client-errors.ts';
import { useWords } from '../i18n/language-context.tsx';

export function RefusedRow({
  problem: { title, detail, errors = [] },
}: {
  readonly problem: Problem;
}) {
  const words = useWords();
  if (errors.length === 0) return <>{detail ?? title}</>;
  return (
    <ul class="cell-list">
      {errors.map(error => (
        <li key={`${error.field} ${error.rule}`}>{words.labelled(error.field, error.detail)}</li>
      ))}
    </ul>
  );
}
