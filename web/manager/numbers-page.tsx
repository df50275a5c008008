/**
 * A round's numbers for the manager: the totals beside their targets, then by department and by
 * category. It opens on the last decided round, since a collecting round has little to show.
 */
import { Link } from 'wouter-preact';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { BulletinCheck } from '../bulletin/bulletin-check.tsx';
import { useWords } from '../language/language-context.tsx';
import { Breakdown } from '../numbers/breakdown.tsx';
import { Empty } from '../shell/empty.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { paths } from '../shell/paths.ts';
import { QueryView } from '../shell/query-view.tsx';
import { RoundSelect } from '../shell/round-select.tsx';
import { pickRound, useRounds } from '../shell/rounds.ts';
import { OverdueNow } from './overdue-now.tsx';
import { Totals } from './totals.tsx';
import { useManagerWords } from './words.ts';

export function NumbersPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useWords();
  const managerWords = useManagerWords();
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
                <Link href={paths.series(organization.id)}>{managerWords.toSeries}</Link>
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
  const words = useWords();
  const managerWords = useManagerWords();
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
                {managerWords.liveSincePublished}{' '}
                <Link href={paths.bulletin(organization.id, round)}>
                  {managerWords.asPublished}
                </Link>
              </>
            ) : (
              managerWords.liveUntilPublished
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
