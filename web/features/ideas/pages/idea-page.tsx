/**
 * One idea in full: its content, its status, the decision with its reason, its implementation, and
 * its history; with the reader's acts.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { type IdeaId, isIdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { OwnerPart } from '../../implementation/index.ts';
import { AuthorPart } from '../components/author-part.tsx';
import { Comments } from '../components/comments.tsx';
import { DecisionNote } from '../components/decision-note.tsx';
import { History } from '../components/history.tsx';
import { IdeaFacts } from '../components/idea-facts.tsx';
import { IdeaText } from '../components/idea-text.tsx';
import { MergerNote } from '../components/merger-note.tsx';
import { OfficePart } from '../components/office-part.tsx';
import { RewardNote } from '../components/reward-note.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { HandedInAt } from '../components/submitted-at.tsx';
import { SupportButton } from '../components/support-button.tsx';
import { TallyLine } from '../components/tally-line.tsx';
import { VotesCast } from '../components/votes-cast.tsx';
import { WorkFacts } from '../components/work-facts.tsx';
import { reworkReason } from '../rework.ts';

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
