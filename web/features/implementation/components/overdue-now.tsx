/**
 * The present number of overdue ideas over all rounds, and where most of them are; nothing if there
 * are none.
 */
import { Link } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { Series } from '../../numbers/index.ts';
import { useImplementationWords } from '../words.ts';

export function OverdueNow({
  of: { total, departments, categories },
}: {
  readonly of: Series['overdue'];
}) {
  const common = useWords();
  const words = useImplementationWords();
  const { id } = useOrganization().organization;
  if (total === 0) return null;
  return (
    <section class="notice warning" aria-label={words.tabOverdue}>
      <Link href={paths.overdue(id)}>{words.overdueNow(total)}</Link>
      <Counts name={common.byDepartment} of={departments} />
      <Counts name={common.byCategory} of={categories} />
    </section>
  );
}

interface CountsProps {
  readonly name: string;
  readonly of: Series['overdue']['departments'];
}

function Counts({ name, of }: CountsProps) {
  const words = useImplementationWords();
  if (of.length === 0) return null;
  return (
    <p>
      <small>
        {name}
        {words.colon}
        {of.map(part => `${part.name} ${part.overdue}`).join(words.comma)}
      </small>
    </p>
  );
}
