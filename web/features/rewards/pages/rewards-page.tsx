/**
 * Rewards of accepted ideas: those to approve, and those to pay, many at once. Nobody is offered a
 * reward of their own.
 */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Work } from '../../implementation/index.ts';
import { ApprovalTable } from '../components/approval-table.tsx';
import { PaymentTable } from '../components/payment-table.tsx';
import { rewarded } from '../rewarded.ts';
import { useRewardsWords } from '../words.ts';

export function RewardsPage() {
  const words = useRewardsWords();
  const { id } = useOrganization().organization;
  return (
    <section>
      <PageTitle text={words.rewardsTitle} />
      <Work
        filters={{ state: 'accepted' }}
        empty={
          <Empty text={words.rewardsEmpty}>
            <Link href={paths.acceptance(id)} class="button secondary">
              {words.toAcceptance}
            </Link>
          </Empty>
        }
      >
        {(items, people, onSaid) => {
          const { toApprove, toPay } = rewarded(items);
          return (
            <>
              {toPay.length > 0 && <PaymentTable items={toPay} people={people} onSaid={onSaid} />}
              {toApprove.length > 0 && (
                <ApprovalTable items={toApprove} people={people} onSaid={onSaid} />
              )}
            </>
          );
        }}
      </Work>
    </section>
  );
}
