/**
 * The decision on an idea, with its reason, the official reply to the author, its votes and its
 * time.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { useIdeaWords } from '../idea-words.ts';
import { TallyLine } from './tally-line.tsx';

type Decision = NonNullable<ReplyOf<typeof getIdea>['decision']>;

export function DecisionNote({ decision }: { readonly decision: Decision }) {
  const words = useWords();
  const ideaWords = useIdeaWords();
  const moment = useMoment();
  const { outcome, at, round, reasonCode, reply, tally, eligible, quorum } = decision;
  const reason = reasonCode ? words.reasonCodes[reasonCode] : decision.reason;
  return (
    <div class="decision">
      <p>
        <strong>{words.labelled(words.decision, words.outcomes[outcome])}</strong>{' '}
        <small>
          {words.roundName(round)} · {moment(at)}
        </small>
      </p>
      {reason !== undefined && <p class="written">{words.labelled(words.reason, reason)}</p>}
      {reply !== undefined && (
        <p class="written">
          <strong>{words.labelled(ideaWords.officialReply, '')}</strong>
          {reply}
        </p>
      )}
      {quorum === undefined || eligible === undefined ? (
        <p>
          <small>{ideaWords.withoutBallot}</small>
        </p>
      ) : (
        <p>
          {tally !== undefined && <TallyLine tally={tally} />}{' '}
          <small>
            {tally !== undefined && '· '}
            {words.quorumOf(quorum, eligible)}
          </small>
        </p>
      )}
    </div>
  );
}
