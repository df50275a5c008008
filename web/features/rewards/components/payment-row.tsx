/** An approved reward: what each author gets, and the way to approve it anew. */
import { useState } from 'preact/hooks';
import { useDay } from '../../../i18n/use-moment.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { fenText } from '../../../ui/form/amount.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { barTo } from '../../ideas/index.ts';
import { WhyBarred, WorkTitle } from '../../implementation/index.ts';
import type { Payable } from '../rewarded.ts';
import { useRewardsWords } from '../words.ts';
import { RewardForm } from './reward-form.tsx';

interface Props {
  readonly item: Payable;
  readonly people: People;
  readonly columns: number;
  readonly chosen: boolean;
  readonly onChoose: (chooses: boolean) => void;
}

export function PaymentRow({ item, people, columns, chosen, onChoose }: Props) {
  const words = useRewardsWords();
  const day = useDay();
  const { membership } = useOrganization();
  const [open, setOpen] = useState(false);
  const { reward } = item;
  const bar = barTo('pay-reward', item, membership);
  return (
    <tbody>
      <tr>
        <td class="choice no-print">
          <label class="check">
            <input
              type="checkbox"
              checked={chosen}
              disabled={bar !== undefined}
              onChange={event => onChoose(event.currentTarget.checked)}
            />
            <span class="visually-hidden">{words.chooseIdea(item.title)}</span>
          </label>
        </td>
        <WorkTitle item={item} />
        <td data-label={words.shares}>
          <ul class="share-list">
            {reward.shares.map(({ member, fen }) => (
              <li key={member}>
                <Person id={member} people={people} /> {words.yuan(fenText(fen))}
              </li>
            ))}
          </ul>
        </td>
        <td data-label={words.amountHeading} class="number">
          <strong>{fenText(reward.amount)}</strong>
        </td>
        <td data-label={words.approvedHeading}>
          {reward.approvedAt === undefined || reward.approvedBy === undefined ? (
            words.none
          ) : (
            <span>
              {day(reward.approvedAt)} <Person id={reward.approvedBy} people={people} brief />
            </span>
          )}
        </td>
        <td class="row-acts no-print">
          {bar !== undefined && <WhyBarred bar={bar} />}
          {bar === undefined && !open && (
            <button type="button" class="plain" onClick={() => setOpen(true)}>
              {words.approveAnew}
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr class="row-form">
          <td colSpan={columns}>
            <div>
              <RewardForm
                item={item}
                reward={reward}
                people={people}
                onDone={() => setOpen(false)}
                onCancel={() => setOpen(false)}
              />
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
