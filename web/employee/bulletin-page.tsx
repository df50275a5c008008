/**
 * A round's published result: the numbers and the list as they were frozen. A round that is not published yet says when it will be.
 */
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import { getBulletin, getRound } from '../../shared/contract/routes.ts';
import type { RoundId } from '../../shared/domain/ids.ts';
import { usePages, useReading } from '../api/reading.ts';
import { StatusBadge } from '../idea/status-badge.tsx';
import { TallyLine } from '../idea/tally-line.tsx';
import { useWords } from '../language/language-context.tsx';
import { useMoment } from '../language/use-moment.ts';
import { Breakdown } from '../numbers/breakdown.tsx';
import { Figure } from '../numbers/figure.tsx';
import { rateText } from '../numbers/rates.ts';
import { Empty } from '../shell/empty.tsx';
import { MoreButton } from '../shell/more-button.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { paths } from '../shell/paths.ts';
import { RoundSelect } from '../shell/round-select.tsx';
import { pickRound, useRounds } from '../shell/rounds.ts';
import { Shown } from '../shell/shown.tsx';

export function BulletinPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <Shown of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'published', organization.currentRound);
        return (
          <>
            <RoundSelect round={round} to={chosen => paths.bulletin(organization.id, chosen)} />
            <Bulletin key={round} round={round} />
          </>
        );
      }}
    </Shown>
  );
}

function Bulletin({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const path = { organization: organization.id, round };
  const bulletin = usePages<ReplyOf<typeof getBulletin>>(
    [getBulletin.id, organization.id, round],
    (call, from, signal) => call(getBulletin, { path, query: from }, signal),
  );
  if (bulletin.error instanceof ApiProblem && bulletin.error.problem.code === 'not-yet-published')
    return <NotYetPublished round={round} />;
  return (
    <Shown of={bulletin}>
      {({ pages }) => {
        const [first] = pages;
        if (first === undefined) return null;
        const { total, departments, categories } = first.statistics;
        const items = pages.flatMap(page => page.items);
        return (
          <section>
            <h1>{words.bulletinTitle(round)}</h1>
            <p>{words.publishedOn(moment(first.publishedAt))}</p>
            <dl class="figures">
              <Figure name={words.submitted} value={String(total.submitted)} />
              <Figure name={words.adopted} value={String(total.adopted)} />
              <Figure name={words.adoptionRate} value={rateText(total.adoptionRate)}>
                {words.adoptionRateBasis}
              </Figure>
            </dl>
            {items.length === 0 && <Empty text={words.bulletinEmpty} />}
            <ul class="cards" aria-label={words.bulletinTitle(round)}>
              {items.map(item => (
                <li class="card" key={item.id}>
                  <div class="card-head">
                    <h2>
                      <Link href={paths.idea(organization.id, item.id)}>{item.title}</Link>
                    </h2>
                    <StatusBadge status={item.status} />
                  </div>
                  <small class="facts">
                    {[item.category, item.department].filter(fact => fact !== undefined).join(' · ')}
                  </small>
                  {item.reason !== undefined && (
                    <p class="written">{words.labelled(words.reason, item.reason)}</p>
                  )}
                  {item.tally !== undefined && <TallyLine tally={item.tally} />}
                </li>
              ))}
            </ul>
            <MoreButton of={bulletin} />
            <Breakdown
              caption={words.byDepartment}
              heading={words.department}
              rows={departments}
              withParticipation
            />
            <Breakdown caption={words.byCategory} heading={words.category} rows={categories} />
          </section>
        );
      }}
    </Shown>
  );
}

function NotYetPublished({ round }: { readonly round: RoundId }) {
  const words = useWords();
  const moment = useMoment();
  const { organization } = useOrganization();
  const schedule = useReading(getRound, { path: { organization: organization.id, round } });
  return (
    <section>
      <h1>{words.bulletinTitle(round)}</h1>
      <Empty text={words.notYetPublished}>
        {schedule.data !== undefined && <p>{words.willBePublished(moment(schedule.data.publishesAt))}</p>}
        <Link href={paths.round(organization.id, round)} class="button secondary">
          {words.roundTitle(round)}
        </Link>
      </Empty>
    </section>
  );
}
