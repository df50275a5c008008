/**
 * The roll-up of a round: the total for readers of the whole zone, the districts, and the
 * organizations of each. It explains withheld numbers, an empty page, and the organizations it
 * waits for.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { getZoneStatistics } from '../../../../shared/contract/routes/zone.ts';
import { type RoundId, roundAfter } from '../../../../shared/domain/kernel/ids.ts';
import { districtsOf } from '../../../../shared/domain/numbers/roll-up.ts';
import { useReading } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import type { Me } from '../../../session/organization-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { BY_NAME, type Column, type Complete, inOrder, pressed } from '../order.ts';
import { withheldIn } from '../withheld.ts';
import { useZoneWords } from '../words.ts';
import { AwaitedRound } from './awaited-round.tsx';
import { DistrictPart } from './district-part.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { ZoneExport } from './zone-export.tsx';
import { ZoneTotal } from './zone-total.tsx';

interface Props {
  readonly office: Me['zones'][number];
  readonly round: RoundId;
  /** Shown between the districts and their organizations. */
  readonly children?: ComponentChildren;
}

export function RollUp({ office, round, children }: Props) {
  const statistics = useReading(getZoneStatistics, { path: { zone: office.zone, round } });
  return (
    <QueryView of={statistics}>
      {reply =>
        reply.state === 'awaited' ? (
          <AwaitedRound reply={reply} />
        ) : (
          <RollUpShown reply={reply} office={office}>
            {children}
          </RollUpShown>
        )
      }
    </QueryView>
  );
}

interface ShownProps extends Pick<Props, 'office' | 'children'> {
  readonly reply: Complete;
}

function RollUpShown({ reply, office, children }: ShownProps) {
  const common = useWords();
  const words = useZoneWords();
  const [order, setOrder] = useState(BY_NAME);
  const press = (column: Column) => setOrder(now => pressed(now, column));
  const { smallestGroup, districts, organizations, workSince } = reply;
  const wholeZone = districtsOf(office) === 'all';
  const withheld = withheldIn(reply, wholeZone);
  const before = roundAfter(reply.round, -1);
  if (organizations === 0)
    return (
      <Empty text={wholeZone ? words.noOrganizations : words.noneOfYours}>
        <Link href={paths.zone(reply.zone, before)} class="no-print">
          {words.seeRound(common.roundName(before))}
        </Link>
      </Empty>
    );
  return (
    <>
      {withheld === 'all' && (
        <Empty text={words.nothingShown(smallestGroup)}>
          <Link href={paths.zone(reply.zone, before)} class="no-print">
            {words.seeRound(common.roundName(before))}
          </Link>
        </Empty>
      )}
      {withheld !== 'all' && (
        <ZoneExport zone={office.zoneName ?? office.zone} reply={reply} wholeZone={wholeZone} />
      )}
      {wholeZone ? <ZoneTotal reply={reply} /> : <p>{words.noTotal(organizations)}</p>}
      <NumbersTable
        caption={words.byDistrict}
        heading={words.district}
        rows={districts.map(({ district, ...shown }) => ({
          key: district,
          name: district,
          ...shown,
        }))}
        tellsWork={workSince !== undefined}
        smallestGroup={smallestGroup}
        order={order}
        onPress={press}
      />
      {withheld !== 'nothing' && <p class="notice">{words.whyWithheld(smallestGroup)}</p>}
      {children}
      {inOrder(
        districts.map(one => ({ ...one, name: one.district })),
        BY_NAME,
      ).map(one => (
        <DistrictPart
          key={one.district}
          reply={reply}
          district={one}
          order={order}
          onPress={press}
        />
      ))}
      <p>
        <small>
          {words.onlyNumbers}
          {common.sentenceGap}
          {workSince === undefined ? words.workYearly : words.workOf(common.roundName(workSince))}
        </small>
      </p>
    </>
  );
}
