/** The cell that names a row of work: the idea's title as a link, and what tells it from others. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import type { WorkItem } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';

interface Props {
  readonly item: WorkItem;
  readonly children?: ComponentChildren;
}

export function WorkTitle({ item, children }: Props) {
  const words = useImplementationWords();
  const facts = [words.roundName(item.round), item.category, item.department];
  return (
    <th scope="row" class="work-title">
      <div>
        <Link href={paths.idea(item.organization, item.id)}>{item.title}</Link>
        <small>{facts.filter(fact => fact !== undefined).join('\u00a0· ')}</small>
        {children}
      </div>
    </th>
  );
}
