/**
 * What waits for me before anything else: ideas of mine that were returned, and work that is overdue or under way. Nothing at all if
 * nothing waits. Work comes most urgent first, so where there is more of it than a page, the page has what is overdue.
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
  const work = useMyWork('open');
  const open = work.data?.pages.flatMap(({ items }) => items) ?? [];
  const overdue = open.filter(item => item.overdue).length;
  const returned = ideas.filter(({ status }) => status === 'returned');
  if (returned.length === 0 && open.length === 0) return null;
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
        {open.length > 0 && (
          <li>
            {overdue > 0
              ? words.overdueWork(overdue, work.hasNextPage && overdue === open.length)
              : words.openWork(open.length, work.hasNextPage)}{' '}
            <Link href={paths.work(organization.id)}>{words.seeWork}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
