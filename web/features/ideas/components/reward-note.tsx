/** The state of an idea's reward. The API returns it to the idea's authors and to managers only. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { fenText } from '../../../ui/form/amount.ts';
import { useIdeaWords } from '../idea-words.ts';

type Reward = NonNullable<ReplyOf<typeof getIdea>['reward']>;

export function RewardNote({ reward }: { readonly reward: Reward }) {
  const common = useWords();
  const words = useIdeaWords();
  const moment = useMoment();
  const {
    state,
    least,
    most,
    amount,
    shares = [],
    approvedBy,
    approvedAt,
    paidBy,
    paidAt,
  } = reward;
  return (
    <div class="decision">
      <p>
        <strong>{common.labelled(words.reward, words.rewardStates[state])}</strong>{' '}
        <small>{words.rewardPrivate}</small>
      </p>
      {amount === undefined ? (
        <p>{words.rewardRange(String(least), String(most))}</p>
      ) : (
        <>
          <p>{words.rewardAmount(fenText(amount))}</p>
          <ul>
            {shares.map(({ member, fen }) => (
              <li key={member}>{words.share(member, fenText(fen))}</li>
            ))}
          </ul>
        </>
      )}
      {approvedAt !== undefined && approvedBy !== undefined && (
        <small>{words.approvedOn(moment(approvedAt), approvedBy)}</small>
      )}{' '}
      {paidAt !== undefined && paidBy !== undefined && (
        <small>{words.paidOn(moment(paidAt), paidBy)}</small>
      )}
    </div>
  );
}
