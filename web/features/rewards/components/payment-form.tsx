/** Marks an approved reward as paid. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { payReward } from '../../../../shared/contract/routes/rewards.ts';
import { fenText } from '../../../ui/form/amount.ts';
import { ActForm, type WorkItem } from '../../ideas/index.ts';
import { useRewardsWords } from '../words.ts';

interface Props {
  readonly item: WorkItem;
  readonly reward: ReplyOf<typeof payReward>;
  readonly onDone: () => void;
}

export function PaymentForm({ item, reward, onDone }: Props) {
  const words = useRewardsWords();
  return (
    <ActForm
      // After another approval, the confirmation must name the new amount.
      key={item.version}
      idea={item}
      act="pay-reward"
      label={words.pay}
      question={words.confirmPay(item.title, fenText(reward.amount ?? 0))}
      check={() => ({ ok: true, body: undefined })}
      send={(call, { path, ifMatch }) => call(payReward, { path, ifMatch })}
      onDone={onDone}
    >
      {() => null}
    </ActForm>
  );
}
