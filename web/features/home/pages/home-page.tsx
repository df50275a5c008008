/**
 * The first page: what waits for the reader, their newest ideas, the round under way, and the last
 * bulletin. Everything appears at once, so that nothing moves while it is read.
 */
import { Link } from 'wouter-preact';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import { type Reading, useReading } from '../../../api/reading.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Plus } from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BulletinLine } from '../components/bulletin-line.tsx';
import { LatestIdeas } from '../components/latest-ideas.tsx';
import { RoundCard } from '../components/round-card.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useLatestIdeas } from '../mine.ts';
import { useHomeWords } from '../words.ts';

export function HomePage() {
  const words = useHomeWords();
  const { organization, membership } = useOrganization();
  const today = useReading(getToday, { path: { organization: organization.id } });
  const latest = useLatestIdeas();
  const { name, memberId } = membership;
  return (
    <div class="home">
      <header class="page-head">
        <PageTitle
          text={words.greeting(name ?? words.memberNumber(memberId))}
          tab={words.navHome}
        />
        <Link href={paths.handIn(organization.id)} class="button submit-idea">
          <Plus class="icon" aria-hidden="true" />
          {words.navHandIn}
        </Link>
      </header>
      {isSettled(today) && isSettled(latest) ? (
        <div class="home-columns">
          <div>
            <FailureOf reading={today} />
            {today.data !== undefined && <Waiting today={today.data} />}
            <FailureOf reading={latest} />
            {latest.data !== undefined && (
              <LatestIdeas ideas={latest.data.pages.flatMap(({ items }) => items)} />
            )}
          </div>
          {today.data !== undefined && (
            <aside aria-label={words.navRound}>
              <RoundCard round={today.data.round} />
              {today.data.bulletin !== undefined && <BulletinLine last={today.data.bulletin} />}
            </aside>
          )}
        </div>
      ) : (
        <SkeletonRows count={6} height={72} />
      )}
    </div>
  );
}

function isSettled<Data>({ data, error }: Reading<Data>): boolean {
  return data !== undefined || error !== null;
}

function FailureOf<Data>({ reading: { error, refetch } }: { readonly reading: Reading<Data> }) {
  return error === null ? null : <Failure error={error} onRetry={refetch} />;
}
