/**
 * One idea with all acts of the secretary and the chair outside the agenda; other pages link to it.
 */
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import { isSlip } from '../../shared/domain/idea/correction.ts';
import { type IdeaId, isIdeaId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { actsFor } from '../idea/acts.ts';
import { DecisionNote } from '../idea/decision-note.tsx';
import { History } from '../idea/history.tsx';
import { IdeaFacts } from '../idea/idea-facts.tsx';
import { IdeaText } from '../idea/idea-text.tsx';
import { MergerNote } from '../idea/merger-note.tsx';
import { reworkReason } from '../idea/rework.ts';
import { StatusBadge } from '../idea/status-badge.tsx';
import { WorkFacts } from '../idea/work-facts.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { StatusMessage } from '../shell/status-message.tsx';
import { FollowUpActs } from './follow-up-acts.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';
import { ScreeningActs } from './screening-acts.tsx';
import { SlipActs } from './slip-acts.tsx';

export function CommitteeIdeaPage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Idea key={fromAddress} id={fromAddress} /> : <NotFound />;
}

function Idea({ id }: { readonly id: IdeaId }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return <QueryView of={idea}>{idea => <Article idea={idea} />}</QueryView>;
}

function Article({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useCommitteeWords();
  const { membership } = useOrganization();
  const [, go] = useLocation();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const { organization, id, agendaRound, status, note, decision } = idea;
  // A merge needs the list of all possible targets.
  const merge = () =>
    go(
      `${paths.screening(organization, agendaRound)}?${new URLSearchParams({ idea: id, do: 'merge' })}`,
    );
  return (
    <article class="idea">
      <header>
        <PageTitle text={idea.title} />
        <p>
          <StatusBadge status={status} /> <IdeaFacts idea={idea} />
          <br />
          <Link href={paths.idea(organization, id)}>{words.toTheIdea}</Link>
        </p>
      </header>
      <StatusMessage text={said} />
      <MergerNote idea={idea} />
      {note !== undefined && (
        <p class="notice warning written">{words.labelled(words.returnNote, note)}</p>
      )}
      <IdeaText idea={idea} />
      {decision !== undefined && <DecisionNote decision={decision} />}
      <WorkFacts idea={idea} missing={reworkReason(idea.history)} />
      <h2>{words.actsTitle}</h2>
      {actsFor(idea, membership).length === 0 && <p>{words.noActsNow}</p>}
      <ScreeningActs idea={idea} onDone={setSaid} onMerge={merge} />
      {membership.roles.includes('secretary') && isSlip(idea) && (
        <SlipActs
          idea={idea}
          onSaid={setSaid}
          onGone={() => go(paths.screening(organization, agendaRound))}
        />
      )}
      <FollowUpActs idea={idea} onDone={setSaid} />
      {status === 'on-agenda' && (
        <p>
          <Link
            href={`${paths.agenda(organization, agendaRound)}?${new URLSearchParams({ idea: id })}`}
          >
            {words.toTheAgenda(agendaRound)}
          </Link>
        </p>
      )}
      <History entries={idea.history} />
    </article>
  );
}
