/**
 * Adopted ideas that nobody is charged with yet, so that none is forgotten: the one that has waited longest comes first.
 */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { IdeaFacts } from '../idea/idea-facts.tsx';
import { useMoment } from '../language/use-moment.ts';
import { Empty } from '../shell/empty.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { type ListedRound, useRounds } from '../shell/rounds.ts';
import { Said } from '../shell/said.tsx';
import { Shown } from '../shell/shown.tsx';
import { FollowUpActs } from './follow-up-acts.tsx';
import { useCommitteeWords } from './language/use-committee-words.ts';
import { type ListedIdea, longestAdoptedFirst } from './screening.ts';
import { ofEach, useIdeasOf } from './use-ideas-of.ts';

/** A year: what was adopted before and never begun has been given up in all but name. */
const RECENT_ROUNDS = 12;

export function FollowUpPage() {
  const words = useCommitteeWords();
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <section>
      <div class="page-head">
        <h1>{words.followUpTitle}</h1>
        <Link href={paths.tracking(organization.id)}>{words.toTheTracking}</Link>
      </div>
      <p>{words.followUpText}</p>
      <Shown of={rounds}>{({ items }) => <Adopted rounds={items.slice(0, RECENT_ROUNDS)} />}</Shown>
    </section>
  );
}

function Adopted({ rounds }: { readonly rounds: readonly Pick<ListedRound, 'id'>[] }) {
  const words = useCommitteeWords();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const recent = rounds.map(({ id }) => id);
  const adopted = useIdeasOf(ofEach(recent, ['adopted']));
  return (
    <>
      <Said text={said} />
      <Shown of={adopted}>
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
      </Shown>
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
