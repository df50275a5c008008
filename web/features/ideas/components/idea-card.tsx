/** An idea in a list: its title as a link, its status, its facts, and the list's own additions. */
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { paths } from '../../../paths.ts';
import { IdeaFacts } from './idea-facts.tsx';
import { StatusBadge } from './status-badge.tsx';

export type ListedIdea = ReplyOf<typeof listIdeas>['items'][number];

export function IdeaCard({
  idea,
  children,
}: {
  readonly idea: ListedIdea;
  readonly children?: ComponentChildren;
}) {
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <Link href={paths.idea(idea.organization, idea.id)}>{idea.title}</Link>
        </h2>
        <StatusBadge status={idea.status} />
      </div>
      <IdeaFacts idea={idea} />
      {children}
    </li>
  );
}
