/**
 * Accepted ideas whose reward still has to be approved or paid. Nobody is offered a reward of their
 * own.
 */
import { useState } from 'preact/hooks';
import { actsFor, barTo } from '../idea/acts.ts';
import { RewardNote } from '../idea/reward-note.tsx';
import type { WorkItem } from '../idea/work-card.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PaymentForm } from './payment-form.tsx';
import { RewardForm } from './reward-form.tsx';
import { useManagerWords } from './words.ts';
import { WorkList } from './work-list.tsx';

export function RewardsPage() {
  const words = useManagerWords();
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
  const words = useManagerWords();
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
