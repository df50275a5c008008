/**
 * The organizations of a district. In a zone with too many to list at once, a district's are read
 * on request, and a very large one's in pages.
 */
import { useState } from 'preact/hooks';
import { getZoneStatistics } from '../../../../shared/contract/routes/zone.ts';
import { usePages } from '../../../api/reading.ts';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import type { Column, Complete, Order } from '../order.ts';
import { useZoneWords } from '../words.ts';
import { NumbersTable } from './numbers-table.tsx';

type District = Complete['districts'][number];

interface Props {
  readonly reply: Complete;
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
  const { zone, round } = props.reply;
  const { district } = props.district;
  const statistics = usePages<Complete>(
    [getZoneStatistics.id, zone, round, district],
    async (call, from, signal) => {
      const reply = await call(
        getZoneStatistics,
        { path: { zone, round }, query: { district, ...from } },
        signal,
      );
      if (reply.state !== 'complete') throw new Error('a round that was published is not any more');
      return reply;
    },
  );
  return (
    <QueryView of={statistics}>
      {({ pages }) => (
        <>
          <Organizations {...props} rows={pages.flatMap(page => rowsOf(page, district))} />
          <MoreButton of={statistics} />
        </>
      )}
    </QueryView>
  );
}

function rowsOf({ districts }: Complete, asked: string): NonNullable<District['rows']> {
  return districts.find(({ district }) => district === asked)?.rows ?? [];
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
        rows={rows.map(({ organization, ...row }) => ({ key: organization, ...row }))}
        tellsWork={reply.workSince !== undefined}
        smallestGroup={reply.smallestGroup}
        order={order}
        onPress={onPress}
      />
    </section>
  );
}
