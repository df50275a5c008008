/**
 * The present number of overdue ideas over all rounds, and the departments with most of them;
 * nothing if there are none.
 */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { Series } from '../../numbers/index.ts';
import { useImplementationWords } from '../words.ts';

/** More would be a list of their own; the page of overdue work has them all. */
const NAMED = 3;

export function OverdueNow({ of: { total, departments } }: { readonly of: Series['overdue'] }) {
  const words = useImplementationWords();
  const { id } = useOrganization().organization;
  if (total === 0) return null;
  const most = departments
    .slice()
    .sort((a, b) => b.overdue - a.overdue)
    .slice(0, NAMED)
    .map(({ name, overdue }) => words.overdueIn(name, overdue));
  return (
    <p class="notice warning">
      <Link href={paths.overdue(id)}>{words.overdueNow(total)}</Link>
      {most.length > 0 && (
        <small>
          {words.sentenceGap}
          {words.overdueMost(most.join(words.listed))}
        </small>
      )}
    </p>
  );
}
