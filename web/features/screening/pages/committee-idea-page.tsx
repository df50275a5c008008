/**
 * One idea with all acts of the secretary and the chair outside the agenda; other pages link to it.
 */
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { isSlip } from '../../../../shared/domain/idea/correction.ts';
import { type IdeaId, isIdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import {
  actsFor,
  DecisionNote,
  History,
  IdeaFacts,
  IdeaText,
  MergerNote,
  reworkReason,
  StatusBadge,
  WorkFacts,
} from '../../ideas/index.ts';
import { FollowUpActs } from '../../implementation/index.ts';
import { SlipActs } from '../../slips/index.ts';
import { ScreeningActs } from '../components/screening-acts.tsx';
import { useScreeningWords } from '../words.ts';

export function CommitteeIdeaPage({ fromAddress }: { readonly fromAddress: string }) {
  return isIdeaId(fromAddress) ? <Idea key={fromAddress} id={fromAddress} /> : <NotFound />;
}

function Idea({ id }: { readonly id: IdeaId }) {
  const { organization } = useOrganization();
  const idea = useReading(getIdea, { path: { organization: organization.id, idea: id } });
  return <QueryView of={idea}>{idea => <Article idea={idea} />}</QueryView>;
}

function Article({ idea }: { readonly idea: ReplyOf<typeof getIdea> }) {
  const words = useScreeningWords();
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
