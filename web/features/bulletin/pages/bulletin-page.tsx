/**
 * A round's published, frozen result for members; managers and administrators may check it. A round
 * that is not published yet shows its publication date.
 */
import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { getBulletin } from '../../../../shared/contract/routes/numbers.ts';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import type { IdeaStatus } from '../../../../shared/domain/idea/lifecycle.ts';
import type { IdeaId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../../api/call-context.tsx';
import { useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Printer } from '../../../ui/icon.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { nameOf } from '../../../ui/person.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound, useRounds } from '../../../ui/rounds.ts';
import { BulletinCheck } from '../components/bulletin-check.tsx';
import { BulletinSheet } from '../components/bulletin-sheet.tsx';
import { type Bulletin, type Entry, wholeBulletin } from '../notice.ts';
import { usePresentStatuses } from '../use-present-statuses.ts';
import { useBulletinWords } from '../words.ts';

export function BulletinPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const words = useWords();
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items, people }) => {
        const round = pickRound(fromAddress, items, 'published', organization.currentRound);
        const by = items.find(({ id }) => id === round)?.broughtForwardBy;
        const earlyBy = by === undefined ? undefined : nameOf(by, people, words).name;
        return <Published key={round} round={round} earlyBy={earlyBy} />;
      }}
    </QueryView>
  );
}

interface Props {
  readonly round: RoundId;
  /** The name of whoever had it published before its day. */
  readonly earlyBy: string | undefined;
}

function Published({ round, earlyBy }: Props) {
  const call = useCall();
  const { organization } = useOrganization();
  const path = { organization: organization.id, round };
  const bulletin = useQuery({
    queryKey: [getBulletin.id, organization.id, round],
    queryFn: ({ signal }) =>
      wholeBulletin(from => call(getBulletin, { path, query: from }, signal)),
  });
  const statuses = usePresentStatuses(path);
  if (bulletin.error instanceof ApiProblem && bulletin.error.problem.code === 'not-yet-published')
    return <NotYetPublished round={round} />;
  // Both at once, so that no row grows under the reader's eye.
  const shown = statuses === undefined ? undefined : bulletin.data;
  return (
    <QueryView of={{ ...bulletin, data: shown }}>
      {bulletin => <Notice of={bulletin} statuses={statuses} earlyBy={earlyBy} />}
    </QueryView>
  );
}

interface NoticeProps {
  readonly of: Bulletin;
  /** The present ones. */
  readonly statuses: ReadonlyMap<IdeaId, IdeaStatus> | undefined;
  readonly earlyBy: string | undefined;
}

function Notice({ of: bulletin, statuses, earlyBy }: NoticeProps) {
  const words = useBulletinWords();
  const { organization, membership } = useOrganization();
  const { id, name, calendar, targets, publicBulletin } = organization;
  const { round } = bulletin;
  const presentlyOf = (entry: Entry) => {
    const status = statuses?.get(entry.id);
    return status === undefined || status === entry.status ? undefined : words.statuses[status];
  };
  return (
    <>
      <div class="bulletin-bar no-print">
        <BulletinRounds round={round} />
        <button type="button" class="secondary" onClick={() => print()}>
          <Printer class="icon" aria-hidden="true" />
          {words.print}
        </button>
        <Link href={paths.tracking(id)} class="button secondary">
          {words.trackingTitle}
        </Link>
        {holds(membership, 'secretary') && (
          <Link href={paths.poster(id)} class="button secondary">
            {words.poster}
          </Link>
        )}
        {publicBulletin && (
          <a href={paths.publicBulletin(id, round)} class="button secondary">
            {words.publicAddress}
          </a>
        )}
      </div>
      <BulletinSheet
        bulletin={bulletin}
        heading={<PageTitle text={words.bulletinHeading(words.roundName(round))} />}
        organizationName={name}
        timeZone={calendar.timeZone}
        targets={targets}
        titleOf={entry => <Link href={paths.idea(id, entry.id)}>{entry.title}</Link>}
        presentlyOf={presentlyOf}
      />
      {earlyBy !== undefined && (
        <p class="no-print">
          <small>{words.broughtForwardBy(earlyBy)}</small>
        </p>
      )}
      {holds(membership, 'manager', 'administrator') && <BulletinCheck round={round} />}
    </>
  );
}

function BulletinRounds({ round }: { readonly round: RoundId }) {
  const { organization } = useOrganization();
  return <RoundSelect round={round} to={chosen => paths.bulletin(organization.id, chosen)} />;
}

function NotYetPublished({ round }: { readonly round: RoundId }) {
  const words = useBulletinWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const schedule = useReading(getRound, { path: { organization: organization.id, round } });
  const roundName = words.roundName(round);
  return (
    <section>
      <div class="page-head">
        <PageTitle text={words.navBulletin} />
        <BulletinRounds round={round} />
      </div>
      <Empty text={words.notYetPublished(roundName)}>
        {schedule.data !== undefined && (
          <p>{words.willBePublished(moment(schedule.data.publishesAt))}</p>
        )}
        <Link href={paths.round(organization.id, round)} class="button secondary">
          {words.seeIdeas(roundName)}
        </Link>
      </Empty>
    </section>
  );
}
