/**
 * A round's numbers for the manager: the totals beside their targets, then by department and by
 * category. It opens on the last decided round, since a collecting round has little to show.
 */
import { Link } from 'wouter-preact';
import { getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound, useRounds } from '../../../ui/rounds.ts';
import { BulletinCheck } from '../../bulletin/index.ts';
import { OverdueNow } from '../../implementation/index.ts';
import { Breakdown } from '../components/breakdown.tsx';
import { Totals } from '../components/totals.tsx';
import { useNumbersWords } from '../words.ts';

export function NumbersPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useNumbersWords();
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <section>
      <QueryView of={rounds}>
        {({ items }) => {
          const opened = items.find(({ state }) => state !== 'collecting');
          const round = pickRound(
            fromAddress,
            items,
            'deliberating',
            opened?.id ?? organization.currentRound,
          );
          return (
            <>
              <div class="page-head">
                <PageTitle text={words.numbersTitle} />
                <Link href={paths.series(organization.id)}>{words.toSeries}</Link>
                <RoundSelect round={round} to={chosen => paths.numbers(organization.id, chosen)} />
              </div>
              <RoundNumbers key={round} round={round} />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function RoundNumbers({ round }: { readonly round: RoundId }) {
  const words = useNumbersWords();
  const { organization } = useOrganization();
  const statistics = useReading(getStatistics, { path: { organization: organization.id, round } });
  return (
    <QueryView of={statistics}>
      {({ state, total, targets, met, overdue, departments, categories }) => (
        <>
          <p>
            {words.roundName(round)} · {words.roundStates[state]} ·{' '}
            {state === 'published' ? (
              <>
                {words.liveSincePublished}{' '}
                <Link href={paths.bulletin(organization.id, round)}>{words.asPublished}</Link>
              </>
            ) : (
              words.liveUntilPublished
            )}
          </p>
          {total.submitted === 0 && <Empty text={words.noNumbers} />}
          <Totals state={state} total={total} targets={targets} met={met} />
          <OverdueNow of={overdue} />
          <Breakdown
            caption={words.byDepartment}
            heading={words.department}
            rows={departments}
            withParticipation
          />
          <Breakdown caption={words.byCategory} heading={words.category} rows={categories} />
          {state === 'published' && <BulletinCheck round={round} />}
        </>
      )}
    </QueryView>
  );
}
