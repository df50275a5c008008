/**
 * A round's published, frozen result for members; managers and administrators may check it. A round
 * that is not published yet shows its publication date.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { getBulletin } from '../../../../shared/contract/routes/numbers.ts';
import { getRound } from '../../../../shared/contract/routes/organization.ts';
import type { MemberId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { usePages, useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RoundSelect } from '../../../ui/round-select.tsx';
import { pickRound, useRounds } from '../../../ui/rounds.ts';
import { BulletinCheck } from '../components/bulletin-check.tsx';
import { BulletinSheet } from '../components/bulletin-sheet.tsx';
import { useSheetWords } from '../sheet-words.ts';
import { useBulletinWords } from '../words.ts';

export function BulletinPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'published', organization.currentRound);
        const broughtForwardBy = items.find(({ id }) => id === round)?.broughtForwardBy;
        return (
          <>
            <RoundSelect round={round} to={chosen => paths.bulletin(organization.id, chosen)} />
            <Bulletin key={round} round={round} broughtForwardBy={broughtForwardBy} />
          </>
        );
      }}
    </QueryView>
  );
}

interface Props {
  readonly round: RoundId;
  readonly broughtForwardBy: MemberId | undefined;
}

function Bulletin({ round, broughtForwardBy }: Props) {
  const words = useSheetWords();
  const employeeWords = useBulletinWords();
  const moment = useMoment();
  const { organization, membership } = useOrganization();
  const path = { organization: organization.id, round };
  const bulletin = usePages<ReplyOf<typeof getBulletin>>(
    [getBulletin.id, organization.id, round],
    (call, from, signal) => call(getBulletin, { path, query: from }, signal),
  );
  if (bulletin.error instanceof ApiProblem && bulletin.error.problem.code === 'not-yet-published')
    return <NotYetPublished round={round} />;
  return (
    <QueryView of={bulletin}>
      {({ pages: [first] }) =>
        first !== undefined && (
          <>
            <BulletinSheet
              first={first}
              pages={bulletin}
              organizationName={organization.name}
              publishedAt={moment(first.publishedAt)}
              titleOf={({ id, title }) => (
                <Link href={paths.idea(organization.id, id)}>{title}</Link>
              )}
            >
              <Link href={paths.tracking(organization.id)}>{employeeWords.trackingTitle}</Link>
              {organization.publicBulletin && (
                <a href={paths.publicBulletin(organization.id, round)}>{words.publicAddress}</a>
              )}
              {broughtForwardBy !== undefined && (
                <small>{words.broughtForwardBy(broughtForwardBy)}</small>
              )}
            </BulletinSheet>
            {holds(membership, 'manager', 'administrator') && <BulletinCheck round={round} />}
          </>
        )
      }
    </QueryView>
  );
}

function NotYetPublished({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const schedule = useReading(getRound, { path: { organization: organization.id, round } });
  return (
    <section>
      <PageTitle text={words.bulletinTitle(round)} />
      <Empty text={words.notYetPublished}>
        {schedule.data !== undefined && (
          <p>{words.willBePublished(moment(schedule.data.publishesAt))}</p>
        )}
        <Link href={paths.round(organization.id, round)} class="button secondary">
          {words.roundTitle(round)}
        </Link>
      </Empty>
    </section>
  );
}
