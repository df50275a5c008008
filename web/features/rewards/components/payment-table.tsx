/**
 * Approved rewards, to be marked as paid: any number at once, after one confirmation that names the
 * sum. What was refused is named with its reason and stays in the list.
 */
import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { payRewards } from '../../../../shared/contract/routes/rewards.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { MOST_AT_ONCE } from '../../../../shared/domain/organization/limits.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { fenText } from '../../../ui/form/amount.ts';
import { Part } from '../../../ui/part.tsx';
import type { People } from '../../../ui/person.tsx';
import { ActFailure, asSeen, barTo, useAct } from '../../ideas/index.ts';
import { type Heading, WorkTable } from '../../implementation/index.ts';
import type { Payable } from '../rewarded.ts';
import { useRewardsWords } from '../words.ts';
import { PaymentRow } from './payment-row.tsx';

type Paid = ReplyOf<typeof payRewards>['ideas'];

interface Props {
  readonly items: readonly Payable[];
  readonly people: People;
  /** Called with what is said above the table, which goes with its last row. */
  readonly onSaid: (text: string | undefined) => void;
}

export function PaymentTable({ items, people, onSaid }: Props) {
  const words = useRewardsWords();
  const { organization, membership } = useOrganization();
  const [chosenIds, setChosen] = useState<ReadonlySet<IdeaId>>(new Set());
  const payable = items
    .filter(item => barTo('pay-reward', item, membership) === undefined)
    .slice(0, MOST_AT_ONCE);
  const chosen = payable.filter(({ id }) => chosenIds.has(id));
  const sum = fenText(chosen.reduce((fen, { reward }) => fen + reward.amount, 0));
  const paying = useAct(
    (call, ideas: readonly Payable[]) =>
      call(payRewards, {
        path: { organization: organization.id },
        // An amount that was approved anew is not paid unseen.
        body: { ideas: ideas.map(asSeen) },
      }),
    ({ ideas }) => {
      setChosen(new Set());
      if (refusedOf(ideas).length === 0) onSaid(words.paid(ideas.length, 0));
    },
  );
  const headings: readonly Heading[] = [
    { name: words.choose, screenOnly: true },
    { name: words.idea },
    { name: words.shares },
    { name: words.amountHeading, number: true },
    { name: words.approvedHeading },
    { name: words.act, screenOnly: true },
  ];
  return (
    <Part title={words.toPay(items.length)} text={words.payText}>
      <div role="status">
        {paying.data !== undefined && refusedOf(paying.data.ideas).length > 0 && (
          <Outcome of={paying.data.ideas} items={paying.variables} />
        )}
      </div>
      <WorkTable label={words.toPay(items.length)} headings={headings} kind="payments">
        {items.map(item => (
          <PaymentRow
            key={item.id}
            item={item}
            people={people}
            columns={headings.length}
            chosen={chosenIds.has(item.id)}
            onChoose={chooses => setChosen(changed(chosenIds, item.id, chooses))}
          />
        ))}
      </WorkTable>
      <div class="payment-bar no-print">
        <label class="check">
          <input
            type="checkbox"
            checked={payable.length > 0 && chosen.length === payable.length}
            disabled={payable.length === 0}
            onChange={event =>
              setChosen(new Set(event.currentTarget.checked ? payable.map(({ id }) => id) : []))
            }
          />
          {words.chooseAll(payable.length)}
        </label>
        <output>{words.chosenSum(chosen.length, sum)}</output>
        <ConfirmButton
          look="main"
          name={words.pay}
          question={words.confirmPay(chosen.length, sum)}
          busy={paying.isPending}
          disabled={chosen.length === 0}
          onConfirm={() => {
            onSaid(undefined);
            paying.mutate(chosen);
          }}
        />
        <ActFailure of={paying} />
      </div>
    </Part>
  );
}

function changed(ids: ReadonlySet<IdeaId>, id: IdeaId, chooses: boolean): ReadonlySet<IdeaId> {
  const next = new Set(ids);
  if (chooses) next.add(id);
  else next.delete(id);
  return next;
}

interface OutcomeProps {
  readonly of: Paid;
  readonly items: readonly Payable[];
}

function refusedOf(paid: Paid): Paid {
  return paid.filter(({ outcome }) => outcome !== 'done');
}

/** How many were paid, and why the others were not, by their titles. */
function Outcome({ of, items }: OutcomeProps) {
  const words = useRewardsWords();
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const refused = refusedOf(of);
  return (
    <div class="notice warning">
      <p>{words.paid(of.length - refused.length, refused.length)}</p>
      <ul>
        {refused.map(({ idea, problem }) => (
          <li key={idea}>
            {words.labelled(
              titles.get(idea) ?? idea,
              problem?.detail ?? problem?.title ?? words.notDoneYet,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
