/**
 * My ideas of all rounds, and what became of each.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { listMyIdeas } from '../../shared/contract/routes.ts';
import { usePages } from '../api/reading.ts';
import { DecisionNote } from '../idea/decision-note.tsx';
import { useWords } from '../language/language-context.tsx';
import { Empty } from '../shell/empty.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { Shown } from '../shell/shown.tsx';
import { IdeaCard } from './idea-card.tsx';

export function MinePage() {
  const words = useWords();
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  const mine = usePages<ReplyOf<typeof listMyIdeas>>(
    [listMyIdeas.id, organization.id],
    (call, from, signal) => call(listMyIdeas, { path, query: from }, signal),
  );
  return (
    <section>
      <h1>{words.mineTitle}</h1>
      <Shown of={mine}>
        {({ pages }) => {
          const ideas = pages.flatMap(({ items }) => items);
          if (ideas.length === 0)
            return (
              <Empty text={words.mineEmpty}>
                <Link href={paths.handIn(organization.id)} class="button">
                  {words.handInFirst}
                </Link>
              </Empty>
            );
          return (
            <ul class="cards" aria-label={words.mineTitle}>
              {ideas.map(idea => (
                <IdeaCard key={idea.id} idea={idea}>
                  {idea.decision === undefined ? (
                    <p>
                      {words.labelled(words.becameOfIt, words.undecidedYet)} · {words.supports(idea.supports)}
                    </p>
                  ) : (
                    <DecisionNote decision={idea.decision} />
                  )}
                </IdeaCard>
              ))}
            </ul>
          );
        }}
      </Shown>
      <MoreButton of={mine} />
    </section>
  );
}
