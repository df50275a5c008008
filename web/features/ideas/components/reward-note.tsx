/** The state of an idea's reward. The API returns it to the idea's authors and to managers only. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { fenText } from '../../../ui/form/amount.ts';
import { nameOf, type People, Person } from '../../../ui/person.tsx';
import { useIdeasWords } from '../words.ts';

type Reward = NonNullable<ReplyOf<typeof getIdea>['reward']>;

interface Props {
  readonly reward: Reward;
  readonly people: People | undefined;
}

export function RewardNote({ reward, people }: Props) {
  const common = useWords();
  const words = useIdeasWords();
  const moment = useMoment();
  const { state, least, most, amount, shares = [] } = reward;
  const { approvedBy, approvedAt, paidBy, paidAt } = reward;
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
          <p class="amount">{words.rewardAmount(fenText(amount))}</p>
          <ul class="rows">
            {shares.map(({ member, fen }) => (
              <li key={member} class="share">
                <Person id={member} people={people} />
                <span class="number">{words.shareAmount(fenText(fen))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="facts">
        {approvedAt !== undefined &&
          approvedBy !== undefined &&
          words.approvedOn(moment(approvedAt), nameOf(approvedBy, people, common).name)}
        {paidAt !== undefined && paidBy !== undefined && (
          <>
            <br />
            {words.paidOn(moment(paidAt), nameOf(paidBy, people, common).name)}
          </>
        )}
      </p>
    </div>
  );
}
