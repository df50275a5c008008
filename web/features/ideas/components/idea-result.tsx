/**
 * What became of an idea: why it was deferred, the opinion on it, its decision and votes, an appeal,
 * its work with the benefit, its reward, and how content its author is.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { Person } from '../../../ui/person.tsx';
import { reworkReason } from '../rework.ts';
import { useWithWaitingReport } from '../waiting-report.ts';
import { useIdeasWords } from '../words.ts';
import { AppealNote } from './appeal-note.tsx';
import { DecisionNote } from './decision-note.tsx';
import { RewardNote } from './reward-note.tsx';
import { TallyLine } from './tally-line.tsx';
import { VotesCast } from './votes-cast.tsx';
import { WorkFacts } from './work-facts.tsx';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
}

export function IdeaResult({ idea }: Props) {
  const words = useIdeasWords();
  const { people, decision, implementation, abandonment, reward } = idea;
  const { work, waits } = useWithWaitingReport(idea);
  return (
    <>
      <Opinion idea={idea} />
      <LastDeferral idea={idea} />
      <Ballot idea={idea} />
      {decision !== undefined && <DecisionNote decision={decision} people={people} />}
      <VotesCast idea={idea} people={people} />
      <AppealNote history={idea.history} />
      {(implementation !== undefined || abandonment !== undefined) && (
        <section>
          <h2>{words.implementation}</h2>
          <WorkFacts
            idea={work}
            people={people}
            missing={reworkReason(idea.history)}
            waits={waits}
          />
        </section>
      )}
      {reward !== undefined && <RewardNote reward={reward} people={people} />}
      <Rating idea={idea} />
    </>
  );
}

/** How the ballot stands, while the idea is on the agenda. */
function Ballot({ idea: { status, ballot } }: Props) {
  const words = useIdeasWords();
  if (status !== 'on-agenda') return null;
  return (
    <p class="ballot-line">
      <strong>{words.ballotStates[ballot.state]}</strong>
      {ballot.tally !== null && (
        <>
          {'\u00a0· '}
          <TallyLine tally={ballot.tally} />
        </>
      )}
    </p>
  );
}

/** Why it was put off last time; while it is put off, the decision itself says so. */
function LastDeferral({ idea: { lastDeferral, status } }: Props) {
  const words = useIdeasWords();
  if (lastDeferral === undefined || status === 'deferred') return null;
  const { round, reasonCode, tally } = lastDeferral;
  const reason = reasonCode ? words.reasonCodes[reasonCode] : lastDeferral.reason;
  return (
    <div class="notice">
      <p>
        <strong>{words.lastDeferral(words.roundName(round))}</strong>
      </p>
      {reason !== undefined && <p class="written">{words.labelled(words.reason, reason)}</p>}
      {tally !== undefined && (
        <p>
          <TallyLine tally={tally} />
        </p>
      )}
    </div>
  );
}

function Opinion({ idea: { opinion, referral, people } }: Props) {
  const words = useIdeasWords();
  const moment = useMoment();
  if (opinion === undefined && referral === undefined) return null;
  return (
    <div class="notice">
      <p>
        <strong>{opinion === undefined ? words.opinionAwaited : words.opinion}</strong>{' '}
        {opinion !== undefined ? (
          <>
            <Person id={opinion.by} people={people} /> <small>{moment(opinion.at)}</small>
          </>
        ) : (
          referral !== undefined && <Person id={referral.adviser} people={people} />
        )}
      </p>
      {opinion !== undefined && <p class="written">{opinion.text}</p>}
    </div>
  );
}

function Rating({ idea: { rating } }: Props) {
  const words = useIdeasWords();
  if (rating === undefined) return null;
  return (
    <div class="notice">
      <p>
        <strong>
          {words.labelled(words.authorsRating, words.satisfactions[rating.satisfaction])}
        </strong>{' '}
        <small>{words.ratingHint}</small>
      </p>
      {rating.word !== undefined && <p class="written">{rating.word}</p>}
    </div>
  );
}
