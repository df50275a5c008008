/**
 * Adopted ideas of all rounds without an owner, so that none is forgotten; the longest waiting
 * comes first.
 */
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listUnassigned } from '../../../../shared/contract/routes/implementation.ts';
import { useCall } from '../../../api/call-context.tsx';
import { readPages } from '../../../api/read-pages.ts';
import type { Reading } from '../../../api/reading.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { IdeaFacts } from '../../ideas/index.ts';
import { DeskHead, useRoundInHand } from '../../pipeline/index.ts';
import { type ListedIdea, longestAdoptedFirst } from '../../screening/index.ts';
import { FollowUpActs } from '../components/follow-up-acts.tsx';
import { useImplementationWords } from '../words.ts';

export function FollowUpPage() {
  const words = useImplementationWords();
  const { organization } = useOrganization();
  return (
    <section>
      <DeskHead title={words.followUpTitle} round={useRoundInHand()}>
        <Link href={paths.tracking(organization.id)}>{words.toTheTracking}</Link>
      </DeskHead>
      <p>{words.followUpText}</p>
      <Adopted />
    </section>
  );
}

function useUnassigned(): Reading<ListedIdea[]> {
  const call = useCall();
  const path = { organization: useOrganization().organization.id };
  return useQuery({
    queryKey: [listUnassigned.id, path.organization],
    queryFn: ({ signal }) =>
      readPages<ListedIdea, ReplyOf<typeof listUnassigned>>(from =>
        call(listUnassigned, { path, query: { limit: '100', ...from } }, signal),
      ),
  });
}

function Adopted() {
  const words = useImplementationWords();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const adopted = useUnassigned();
  return (
    <>
      <StatusMessage text={said} />
      <QueryView of={adopted}>
        {ideas =>
          ideas.length === 0 ? (
            <Empty text={words.followUpEmpty} />
          ) : (
            <>
              <p>
                <strong>{words.followUpCount(ideas.length)}</strong>
              </p>
              <ul class="cards" aria-label={words.followUpTitle}>
                {longestAdoptedFirst(ideas).map(idea => (
                  <Waiting key={idea.id} idea={idea} onDone={setSaid} />
                ))}
              </ul>
            </>
          )
        }
      </QueryView>
    </>
  );
}

interface WaitingProps {
  readonly idea: ListedIdea;
  readonly onDone: (said: string) => void;
}

function Waiting({ idea, onDone }: WaitingProps) {
  const words = useImplementationWords();
  const moment = useMoment();
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <Link href={paths.idea(idea.organization, idea.id)}>{idea.title}</Link>
        </h2>
        {idea.decision !== undefined && <small>{words.decidedOn(moment(idea.decision.at))}</small>}
      </div>
      <IdeaFacts idea={idea} />
      <FollowUpActs idea={idea} onDone={onDone} />
    </li>
  );
}
