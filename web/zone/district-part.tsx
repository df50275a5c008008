/**
 * The organizations of a district. Where a zone has too many to list them all at once, a district's are read when they are asked for.
 */
import { useState } from 'preact/hooks';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import { useReading } from '../api/reading.ts';
import { Shown } from '../shell/shown.tsx';
import { NumbersTable } from './numbers-table.tsx';
import type { Column, Order, ZoneReply } from './order.ts';
import { useZoneWords } from './words.ts';

type District = ZoneReply['districts'][number];

interface Props {
  readonly reply: ZoneReply;
  readonly district: District;
  readonly order: Order;
  readonly onPress: (column: Column) => void;
}

export function DistrictPart(props: Props) {
  const words = useZoneWords();
  const [asked, setAsked] = useState(false);
  const { district, organizations, rows } = props.district;
  if (rows !== undefined) return <Organizations {...props} rows={rows} />;
  if (asked) return <OrganizationsRead {...props} />;
  return (
    <section>
      <h2>{words.organizationsOf(district)}</h2>
      <p>{words.notListed}</p>
      <button type="button" class="secondary no-print" onClick={() => setAsked(true)}>
        {words.listThem(district, organizations)}
      </button>
    </section>
  );
}

function OrganizationsRead(props: Props) {
  const { reply, district: asked } = props;
  const statistics = useReading(getZoneStatistics, {
    path: { zone: reply.zone, round: reply.round },
    query: { district: asked.district },
  });
  return (
    <Shown of={statistics}>
      {({ districts }) => (
        <Organizations {...props} rows={districts.find(one => one.district === asked.district)?.rows ?? []} />
      )}
    </Shown>
  );
}

interface RowsProps extends Props {
  readonly rows: NonNullable<District['rows']>;
}

function Organizations({ reply, district: { district }, rows, order, onPress }: RowsProps) {
  const words = useZoneWords();
  return (
    <section>
      <NumbersTable
        caption={words.organizationsOf(district)}
        heading={words.organization}
        rows={rows.map(({ organization, name, numbers }) => ({ key: organization, name, numbers }))}
        smallestGroup={reply.smallestGroup}
        order={order}
        onPress={onPress}
      />
    </section>
  );
}
