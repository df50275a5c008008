/**
 * A member's open tasks: returned ideas, and work that is overdue or under way. It shows nothing if
 * there are none. Work is sorted by urgency, so with more than a page of it, the page has the
 * overdue part.
 */
import { Link } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { ListedIdea } from '../../ideas/index.ts';
import { useMyWork } from '../mine.ts';
import { useHomeWords } from '../words.ts';

export function ToDo({ ideas }: { readonly ideas: readonly ListedIdea[] }) {
  const common = useWords();
  const words = useHomeWords();
  const { organization } = useOrganization();
  const work = useMyWork('open');
  const open = work.data?.pages.flatMap(({ items }) => items) ?? [];
  const overdue = open.filter(item => item.implementation?.overdue).length;
  const returned = ideas.filter(({ status }) => status === 'returned');
  if (returned.length === 0 && open.length === 0) return null;
  return (
    <section
      class={returned.length > 0 || overdue > 0 ? 'notice warning' : 'notice'}
      aria-label={words.toDo}
    >
      <h2>{words.toDo}</h2>
      <ul>
        {returned.map(({ id, title, note }) => (
          <li key={id}>
            <Link href={paths.idea(organization.id, id)}>
              {common.labelled(words.toRevise, title)}
            </Link>
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
