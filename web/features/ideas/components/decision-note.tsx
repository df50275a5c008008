/**
 * The decision on an idea: who announced it and when, its reason, the official reply to the author,
 * and its votes.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { useIdeasWords } from '../words.ts';
import { TallyLine } from './tally-line.tsx';

type Decision = NonNullable<ReplyOf<typeof getIdea>['decision']>;

interface Props {
  readonly decision: Decision;
  readonly people: People | undefined;
}

export function DecisionNote({ decision, people }: Props) {
  const common = useWords();
  const words = useIdeasWords();
  const moment = useMoment();
  const { outcome, at, by, round, reasonCode, reply, tally, eligible, quorum } = decision;
  const reason = reasonCode ? common.reasonCodes[reasonCode] : decision.reason;
  return (
    <div class="decision">
      <p class="decision-head">
        <strong class={`outcome ${outcome}`}>
          {common.labelled(common.decision, common.statuses[outcome])}
        </strong>
        <small>
          {common.roundName(round)}&nbsp;· {moment(at)}
          {by.kind === 'member' && by.id !== undefined && (
            <>
              &nbsp;· <Person id={by.id} people={people} brief />
            </>
          )}
          {by.kind === 'cycle' && `\u00a0· ${common.byCycle}`}
        </small>
      </p>
      {reply !== undefined && (
        <div class="official-reply">
          <h3>{words.officialReply}</h3>
          <p class="written">{reply}</p>
        </div>
      )}
      {reason !== undefined && <p class="written">{common.labelled(common.reason, reason)}</p>}
      {quorum === undefined || eligible === undefined ? (
        <p>
          <small>{words.withoutBallot}</small>
        </p>
      ) : (
        <p>
          {tally !== undefined && (
            <>
              <TallyLine tally={tally} />
              {'\u00a0· '}
            </>
          )}
          <small>{common.quorumOf(quorum, eligible)}</small>
        </p>
      )}
    </div>
  );
}
