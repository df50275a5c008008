/** The signed-in member's ideas, over all rounds, with their results; above them the open tasks. */
import { Link } from 'wouter-preact';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import {
  DecisionNote,
  IdeaCard,
  type ListedIdea,
  MergedInto,
  WorkFacts,
} from '../../ideas/index.ts';
import { MyData } from '../../profile/index.ts';
import { useUnnamedWords } from '../../submission/index.ts';
import { useMyIdeas } from '../mine.ts';

export function MinePage() {
  const words = useWords();
  const { organization } = useOrganization();
  const unnamedWords = useUnnamedWords();
  const mine = useMyIdeas();
  return (
    <section>
      <PageTitle text={words.mineTitle} />
      <QueryView of={mine}>
        {({ pages }) => {
          const ideas = pages.flatMap(({ items }) => items);
          return (
            <>
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
                      <Tracker position={idea.tracker} />
                      <NextStep next={idea.nextStep} />
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
