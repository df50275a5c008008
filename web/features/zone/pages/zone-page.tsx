/**
 * A zone's numbers of a round, for the people who look after its organizations. Zone and round are
 * in the address, so that a reader can share the page with a colleague, who sees what they may.
 */
import { useLocation } from 'wouter-preact';
import { isRoundId } from '../../../../shared/domain/kernel/ids.ts';
import { serverNow } from '../../../api/server-clock.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import type { Me } from '../../../session/organization-context.tsx';
import { NotFound } from '../../../ui/not-found.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { RollUp } from '../components/roll-up.tsx';
import { RoundChoice } from '../components/round-choice.tsx';
import { latestRound } from '../rounds.ts';
import { useZoneWords } from '../words.ts';

interface Props {
  readonly zones: Me['zones'];
  /** From the address. */
  readonly zone: string | undefined;
  readonly round: string | undefined;
}

export default function ZonePage({ zones, zone, round: asked }: Props) {
  const common = useWords();
  const words = useZoneWords();
  const office = zones.find(one => zone === undefined || one.zone === zone);
  const latest = latestRound(serverNow());
  if (office === undefined || (asked !== undefined && !isRoundId(asked))) return <NotFound />;
  const round = asked ?? latest;
  return (
    <section class="zone">
      <div class="page-head">
        <PageTitle text={words.title(round)} />
        <ZoneChoice zones={zones} chosen={office.zone} />
        <RoundChoice zone={office.zone} round={round} latest={latest} />
        <button type="button" class="secondary no-print" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p>
        {words.zone(office.zone)} · {common.memberNumber(office.memberId)} ·{' '}
        {office.roles.map(role => words.roles[role]).join(words.and)}
        {office.districts.length > 0 && ` · ${office.districts.join(words.and)}`}
      </p>
      <RollUp key={`${office.zone} ${round}`} office={office} round={round} />
    </section>
  );
}

interface ChoiceProps {
  readonly zones: Me['zones'];
  readonly chosen: Me['zones'][number]['zone'];
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
        {zones.map(({ zone }) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </label>
  );
}
