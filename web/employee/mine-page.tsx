/** The signed-in member's ideas, over all rounds, with their results; above them the open tasks. */
import { Link } from 'wouter-preact';
import { DecisionNote } from '../idea/decision-note.tsx';
import { MergedInto } from '../idea/merged-into.tsx';
import { WorkFacts } from '../idea/work-facts.tsx';
import { useWords } from '../language/language-context.tsx';
import { Empty } from '../shell/empty.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { IdeaCard, type ListedIdea } from './idea-card.tsx';
import { useMyIdeas } from './mine.ts';
import { MineTabs } from './mine-tabs.tsx';
import { MyData } from './my-data.tsx';
import { ToDo } from './to-do.tsx';
import { useUnnamedWords } from './unnamed-words.ts';

export function MinePage() {
  const words = useWords();
  const { organization } = useOrganization();
  const unnamedWords = useUnnamedWords();
  const mine = useMyIdeas();
  return (
    <section>
      <PageTitle text={words.mineTitle} />
      <MineTabs />
      <QueryView of={mine}>
        {({ pages }) => {
          const ideas = pages.flatMap(({ items }) => items);
          return (
            <>
              <ToDo ideas={ideas} />
              {ideas.length === 0 ? (
                <Empty text={words.mineEmpty}>
                  <Link href={paths.handIn(organization.id)} class="button">
                    {words.handInFirst}
                  </Link>
                </Empty>
              ) : (
                <ul class="cards" aria-label={words.mineTitle}>
                  {ideas.map(idea => (
                    <IdeaCard key={idea.id} idea={idea}>
                      <BecameOfIt idea={idea} />
                    </IdeaCard>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </QueryView>
      <MoreButton of={mine} />
      <p>
        <Link href={paths.unnamed(organization.id)}>{unnamedWords.title}</Link>
      </p>
      <MyData />
    </section>
  );
}

function BecameOfIt({ idea }: { readonly idea: ListedIdea }) {
  const words = useWords();
  if (idea.decision === undefined) {
    if (idea.into !== undefined) return <MergedInto id={idea.into} brief />;
    if (idea.status === 'withdrawn') return null;
    return (
      <p>
        {words.labelled(words.becameOfIt, words.undecidedYet)} · {words.supports(idea.supports)}
      </p>
    );
  }
  return (
    <>
      <DecisionNote decision={idea.decision} />
      <WorkFacts idea={idea} />
    </>
  );
}
