/**
 * One idea in full: its content, its status, the decision with its reason, its implementation, and
 * its history; with the reader's acts.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import { type IdeaId, isIdeaId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { DecisionNote } from '../idea/decision-note.tsx';
import { History } from '../idea/history.tsx';
import { IdeaFacts } from '../idea/idea-facts.tsx';
import { IdeaText } from '../idea/idea-text.tsx';
import { MergerNote } from '../idea/merger-note.tsx';
import { RewardNote } from '../idea/reward-note.tsx';
import { reworkReason } from '../idea/rework.ts';
import { StatusBadge } from '../idea/status-badge.tsx';
import { TallyLine } from '../idea/tally-line.tsx';
import { VotesCast } from '../idea/votes-cast.tsx';
import { WorkFacts } from '../idea/work-facts.tsx';
import { useWords } from '../language/language-context.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { QueryView } from '../shell/query-view.tsx';
import { StatusMessage } from '../shell/status-message.tsx';
import { AuthorPart } from './author-part.tsx';
import { Comments } from './comments.tsx';
import { OfficePart } from './office-part.tsx';
import { OwnerPart } from './owner-part.tsx';
import { HandedInAt } from './submitted-at.tsx';
import { SupportButton } from './support-button.tsx';

export function IdeaPage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Idea id={fromAddress} /> : <NotFound />;
}

function Idea({ id }: { readonly id: IdeaId }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return <QueryView of={idea}>{idea => <Article key={idea.id} idea={idea} />}</QueryView>;
}

function Article({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useWords();
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <article class="idea">
      <header>
        <PageTitle text={idea.title} />
        <p>
          <StatusBadge status={idea.status} /> <IdeaFacts idea={idea} />
          <br />
          <HandedInAt idea={idea} />
        </p>
      </header>
      <StatusMessage text={said} />
      <AuthorPart idea={idea} onSaid={setSaid} />
      <MergerNote idea={idea} />
      <IdeaText idea={idea} />
      <SupportButton idea={idea} />
      {idea.decision !== undefined && <DecisionNote decision={idea.decision} />}
      {idea.status === 'on-agenda' && (
        <p>
          {words.ballotStates[idea.ballot.state]}
          {idea.ballot.tally !== null && (
            <>
              {' · '}
              <TallyLine tally={idea.ballot.tally} />
            </>
          )}
        </p>
      )}
      <VotesCast idea={idea} />
      <WorkFacts idea={idea} missing={reworkReason(idea.history)} />
      <OwnerPart idea={idea} onSaid={setSaid} />
      {idea.reward !== undefined && <RewardNote reward={idea.reward} />}
      <OfficePart idea={idea} />
      <Comments idea={idea} />
      <History entries={idea.history} />
    </article>
  );
}
