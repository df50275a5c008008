/**
 * Adopted ideas of all rounds without an owner, so that none is forgotten; the longest waiting
 * comes first.
 */
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { listUnassigned } from '../../shared/contract/routes/implementation.ts';
import { useCall } from '../api/call-context.tsx';
import { readPages } from '../api/read-pages.ts';
import type { Reading } from '../api/reading.ts';
import { IdeaFacts } from '../idea/idea-facts.tsx';
import { useMoment } from '../language/use-moment.ts';
import { Empty } from '../shell/empty.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { StatusMessage } from '../shell/status-message.tsx';
import { FollowUpActs } from './follow-up-acts.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';
import { type ListedIdea, longestAdoptedFirst } from './screening.ts';

export function FollowUpPage() {
  const words = useCommitteeWords();
  const { organization } = useOrganization();
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.followUpTitle} />
        <Link href={paths.tracking(organization.id)}>{words.toTheTracking}</Link>
      </div>
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
  const words = useCommitteeWords();
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
  const words = useCommitteeWords();
  const moment = useMoment();
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <Link href={paths.committeeIdea(idea.organization, idea.id)}>{idea.title}</Link>
        </h2>
        {idea.decision !== undefined && <small>{words.decidedOn(moment(idea.decision.at))}</small>}
      </div>
      <IdeaFacts idea={idea} />
      <FollowUpActs idea={idea} onDone={onDone} />
    </li>
  );
}
