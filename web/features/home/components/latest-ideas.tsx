/** The reader's newest ideas: where each is on its way, and what happens next. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Lightbulb } from '../../../ui/icon.ts';
import { NextStep } from '../../../ui/next-step.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import { type ListedIdea, StatusBadge } from '../../ideas/index.ts';
import { useHomeWords } from '../words.ts';

export function LatestIdeas({ ideas }: { readonly ideas: readonly ListedIdea[] }) {
  const words = useHomeWords();
  const { organization } = useOrganization();
  return (
    <section aria-labelledby="my-ideas">
      <div class="page-head">
        <h2 id="my-ideas">{words.mineTitle}</h2>
        {ideas.length > 0 && <Link href={paths.mine(organization.id)}>{words.allMine}</Link>}
      </div>
      {ideas.length === 0 ? (
        <div class="empty first-idea">
          <Lightbulb class="icon" aria-hidden="true" />
          <p>
            <strong>{words.mineEmpty}</strong>
          </p>
          <p class="muted">{words.firstIdea}</p>
        </div>
      ) : (
        <ul class="rows latest-ideas">
          {ideas.map(idea => (
            <li key={idea.id}>
              <div class="idea-head">
                <h3>
                  <Link href={paths.idea(organization.id, idea.id)}>{idea.title}</Link>
                </h3>
                <StatusBadge status={idea.status} />
              </div>
              <Tracker position={idea.tracker} />
              <NextStep next={idea.nextStep} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
