/**
 * A piece of work in a list: the idea's title as a link, its status, whether it is overdue, its
 * progress, and the list's own additions.
 */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listImplementations } from '../../../../shared/contract/routes/implementation.ts';
import { paths } from '../../../paths.ts';
import { IdeaFacts } from './idea-facts.tsx';
import { StatusBadge } from './status-badge.tsx';
import { WorkFacts } from './work-facts.tsx';

export type WorkItem = ReplyOf<typeof listImplementations>['items'][number];

interface Props {
  readonly item: WorkItem;
  readonly children?: ComponentChildren;
}

export function WorkCard({ item, children }: Props) {
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <Link href={paths.idea(item.organization, item.id)}>{item.title}</Link>
        </h2>
        <StatusBadge status={item.status} />
      </div>
      <IdeaFacts idea={item} />
      <WorkFacts idea={item} />
      {children}
    </li>
  );
}
