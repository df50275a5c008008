/**
 * Accepted ideas whose reward still has to be approved or paid. Nobody is offered a reward of their
 * own.
 */
import { useState } from 'preact/hooks';
import { useOrganization } from '../../../session/organization-context.tsx';
import { actsFor, barTo, RewardNote, type WorkItem } from '../../ideas/index.ts';
import { WorkList } from '../../implementation/index.ts';
import { PaymentForm } from '../components/payment-form.tsx';
import { RewardForm } from '../components/reward-form.tsx';
import { useRewardsWords } from '../words.ts';

export function RewardsPage() {
  const words = useRewardsWords();
  return (
    <WorkList title={words.rewardsTitle} empty={words.rewardsEmpty} filters={{ state: 'accepted' }}>
      {(item, onSaid) => <Rewarding item={item} onSaid={onSaid} />}
    </WorkList>
  );
}

interface Props {
  readonly item: WorkItem;
  readonly onSaid: (text: string | undefined) => void;
}

function Rewarding({ item, onSaid }: Props) {
  const words = useRewardsWords();
  const { membership } = useOrganization();
  const [open, setOpen] = useState(false);
  const { reward } = item;
  if (reward === undefined) return null;
  const bar = barTo('approve-reward', item, membership);
  const acts = actsFor(item, membership);
  const approved = reward.amount !== undefined;
  return (
    <>
      <RewardNote reward={reward} />
      {bar !== undefined && <p class="notice">{words.bars[bar]}</p>}
      {open && (
        <RewardForm
          item={item}
          reward={reward}
          onDone={() => {
            setOpen(false);
            onSaid(words.approved(item.title));
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      {!open && (
        <div class="actions">
          {acts.includes('pay-reward') && (
            <PaymentForm
              item={item}
              reward={reward}
              onDone={() => onSaid(words.paid(item.title))}
            />
          )}
          {acts.includes('approve-reward') && (
            <button
              type="button"
              class={approved ? 'secondary' : ''}
              onClick={() => {
                onSaid(undefined);
                setOpen(true);
              }}
            >
              {approved ? words.approveAnew : words.approve}
            </button>
          )}
        </div>
      )}
    </>
  );
}
