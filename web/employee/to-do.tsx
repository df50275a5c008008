/**
 * What waits for me before anything else: ideas of mine that were returned, and work that is overdue or under way. Nothing at all if
 * nothing waits.
 */
import { Link } from 'wouter-preact';
import { useWords } from '../language/language-context.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import type { ListedIdea } from './idea-card.tsx';
import { useMyWork } from './mine.ts';
import { useEmployeeWords } from './words.ts';

export function ToDo({ ideas }: { readonly ideas: readonly ListedIdea[] }) {
  const common = useWords();
  const words = useEmployeeWords();
  const { organization } = useOrganization();
  const work = useMyWork().data?.pages.flatMap(({ items }) => items) ?? [];
  const returned = ideas.filter(({ status }) => status === 'returned');
  const open = work.filter(({ status }) => status === 'implementing').length;
  const overdue = work.filter(item => item.overdue).length;
  if (returned.length === 0 && open === 0) return null;
  return (
    <section class={returned.length > 0 || overdue > 0 ? 'notice warning' : 'notice'} aria-label={words.toDo}>
      <h2>{words.toDo}</h2>
      <ul>
        {returned.map(({ id, title, note }) => (
          <li key={id}>
            <Link href={paths.idea(organization.id, id)}>{common.labelled(words.toRevise, title)}</Link>
            {note !== undefined && <p class="written">{note}</p>}
          </li>
        ))}
        {open > 0 && (
          <li>
            {overdue > 0 ? words.overdueWork(overdue) : words.openWork(open)}{' '}
            <Link href={paths.work(organization.id)}>{words.seeWork}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
