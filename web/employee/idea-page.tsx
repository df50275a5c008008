/**
 * One idea in full: what it says, where it stands, what was decided and why, and everything that has happened to it.
 */
import { getIdea } from '../../shared/contract/routes.ts';
import { type IdeaId, isIdeaId } from '../../shared/domain/ids.ts';
import { useReading } from '../api/reading.ts';
import { DecisionNote } from '../idea/decision-note.tsx';
import { IdeaFacts } from '../idea/idea-facts.tsx';
import { IdeaText } from '../idea/idea-text.tsx';
import { StatusBadge } from '../idea/status-badge.tsx';
import { TallyLine } from '../idea/tally-line.tsx';
import { useWords } from '../language/language-context.tsx';
import { useMoment } from '../language/use-moment.ts';
import { NotFound } from '../shell/not-found.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { Shown } from '../shell/shown.tsx';
import { History } from './history.tsx';
import { SupportButton } from './support-button.tsx';

export function IdeaPage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Idea id={fromAddress} /> : <NotFound />;
}

function Idea({ id }: { readonly id: IdeaId }) {
  const words = useWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return (
    <Shown of={idea}>
      {idea => (
        <article class="idea">
          <header>
            <h1>{idea.title}</h1>
            <p>
              <StatusBadge status={idea.status} /> <IdeaFacts idea={idea} />
              <br />
              <small>{words.labelled(words.handedInAt, moment(idea.submittedAt))}</small>
            </p>
          </header>
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
          <History entries={idea.history} />
        </article>
      )}
    </Shown>
  );
}
