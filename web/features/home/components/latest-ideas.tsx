/** The reader's newest ideas: where each is on its way, and what happens next. */
import { Link } from 'wouter-preact';
import { useOutboxCount } from '../../../outbox/outbox-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Lightbulb } from '../../../ui/icon.ts';
import type { ListedIdea } from '../../ideas/index.ts';
import { useHomeWords } from '../words.ts';
import { MyIdea } from './my-idea.tsx';

export function LatestIdeas({ ideas }: { readonly ideas: readonly ListedIdea[] }) {
  const words = useHomeWords();
  const { organization } = useOrganization();
  const waiting = useOutboxCount();
  return (
    <section aria-labelledby="my-ideas">
      <div class="page-head">
        <h2 id="my-ideas">{words.mineTitle}</h2>
        {ideas.length > 0 && (
          <Link href={paths.mine(organization.id)} class="button plain">
            {words.allMine}
          </Link>
        )}
      </div>
      {waiting > 0 && (
        <p class="notice">
          <Link href={paths.outbox(organization.id)}>
            {words.labelled(words.navOutbox, String(waiting))}
          </Link>
        </p>
      )}
      {ideas.length + waiting === 0 && (
        <div class="empty first-idea">
          <Lightbulb class="icon" aria-hidden="true" />
          <p>
            <strong>{words.mineEmpty}</strong>
          </p>
          <p class="muted">{words.firstIdea}</p>
        </div>
      )}
      {ideas.length > 0 && (
        <ul class="rows">
          {ideas.map(idea => (
            <MyIdea key={idea.id} idea={idea} heading="h3" />
          ))}
        </ul>
      )}
    </section>
  );
}
