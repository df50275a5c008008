/**
 * A zone's numbers of a round, for the people who look after its organizations: the newest round
 * that all of them have published, unless the address names another. Zone and round are in the
 * address, so that a reader can share the page with a colleague, who sees what they may.
 */
import { useLocation } from 'wouter-preact';
import { isRoundId, type RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { districtsOf } from '../../../../shared/domain/numbers/roll-up.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { paths } from '../../../paths.ts';
import type { Me } from '../../../session/organization-context.tsx';
import { Printer } from '../../../ui/icon.ts';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { LateOrganizations } from '../components/late-organizations.tsx';
import { RollUp } from '../components/roll-up.tsx';
import { RoundChoice } from '../components/round-choice.tsx';
import { ZoneTrend } from '../components/zone-trend.tsx';
import { latestRound } from '../rounds.ts';
import { awaitedAfter, newestComplete, useZoneRounds } from '../use-zone-rounds.ts';
import { useZoneWords } from '../words.ts';

type Office = Me['zones'][number];

interface Props {
  readonly zones: Me['zones'];
  /** From the address. */
  readonly zone: string | undefined;
  readonly round: string | undefined;
}

export default function ZonePage({ zones, zone, round: asked }: Props) {
  const office = zones.find(one => zone === undefined || one.zone === zone);
  if (office === undefined || (asked !== undefined && !isRoundId(asked))) return <NotFound />;
  return <ZoneRounds key={office.zone} zones={zones} office={office} asked={asked} />;
}

interface RoundsProps {
  readonly zones: Me['zones'];
  readonly office: Office;
  readonly asked: RoundId | undefined;
}

function ZoneRounds({ zones, office, asked }: RoundsProps) {
  const words = useZoneWords();
  const latest = latestRound(serverNow());
  const rounds = useZoneRounds(office.zone, latest);
  const newest = rounds && newestComplete(rounds);
  // Without a complete round the latest says what it waits for.
  const round = asked ?? (rounds && (newest ?? latest));
  if (round === undefined)
    return (
      <section class="zone">
        <PageTitle text={words.newestTitle} />
        <SkeletonRows count={6} />
      </section>
    );
  const wholeZone = districtsOf(office) === 'all';
  const shown = rounds?.find(one => one.round === round);
  const districts = shown?.state === 'complete' ? shown.districts.map(one => one.district) : [];
  return (
    <section class="zone">
      <div class="page-head">
        <PageTitle text={words.title(words.roundName(round), office.zoneName)} />
        <div class="actions no-print">
          <ZoneChoice zones={zones} chosen={office.zone} />
          <RoundChoice zone={office.zone} round={round} latest={latest} />
          <button type="button" class="secondary" onClick={() => print()}>
            <Printer class="icon" aria-hidden="true" />
            {words.print}
          </button>
        </div>
      </div>
      <p class="facts">
        {office.roles.map(role => words.roles[role]).join(words.listed)}&nbsp;·{' '}
        {office.name !== undefined && `${office.name}\u00a0· `}
        {words.memberNumber(office.memberId)}
        {office.districts.length > 0 && `\u00a0· ${office.districts.join(words.listed)}`}
      </p>
      {rounds && <LateOrganizations of={awaitedAfter(rounds, round)} />}
      {asked === undefined && newest === undefined && <p>{words.noneYet}</p>}
      <RollUp key={`${office.zone} ${round}`} office={office} round={round}>
        {rounds && districts.length > 0 && (
          <ZoneTrend
            zone={office.zone}
            rounds={rounds}
            shown={round}
            wholeZone={wholeZone}
            districts={districts}
          />
        )}
      </RollUp>
    </section>
  );
}

interface ChoiceProps {
  readonly zones: Me['zones'];
  readonly chosen: Office['zone'];
}

/** Only for people with a place in more than one zone. */
function ZoneChoice({ zones, chosen }: ChoiceProps) {
  const words = useZoneWords();
  const [, go] = useLocation();
  if (zones.length < 2) return null;
  const choose = (value: string) => {
    const office = zones.find(({ zone }) => zone === value);
    if (office !== undefined) go(paths.zone(office.zone));
  };
  return (
    <label class="round-select">
      {words.chooseZone}
      <select value={chosen} onChange={event => choose(event.currentTarget.value)}>
        {zones.map(({ zone, zoneName = zone }) => (
          <option key={zone} value={zone}>
            {zoneName}
          </option>
        ))}
      </select>
    </label>
  );
}
