/** Exports a round of the zone as a file, with the organizations that the page lists on request. */
import type { Call } from '../../../../shared/contract/client.ts';
import { getZoneStatistics } from '../../../../shared/contract/routes/zone.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import type { Complete, ZoneReply } from '../order.ts';
import { useColumnNames, useZoneWords } from '../words.ts';
import { zoneFile } from '../zone-file.ts';

type Rows = NonNullable<Complete['districts'][number]['rows']>;

interface Props {
  /** For the name of the file. */
  readonly zone: string;
  readonly reply: Complete;
  readonly wholeZone: boolean;
}

export function ZoneExport({ zone, reply, wholeZone }: Props) {
  const words = useZoneWords();
  const columns = useColumnNames();
  const read = async (call: Call, _: unknown, signal: AbortSignal) => {
    const rows = new Map<string, Rows>();
    for (const { district, rows: listed } of reply.districts)
      rows.set(district, listed ?? (await rowsOf(reply, district, call, signal)));
    const names = { ...words, columns, withheld: words.withheld(reply.smallestGroup) };
    return { text: zoneFile(reply, ({ district }) => rows.get(district) ?? [], wholeZone, names) };
  };
  return (
    <div class="zone-files no-print">
      <FileButton file={words.file(zone, reply.round)} read={read} />
    </div>
  );
}

/** All organizations of a district whose reply lists none. */
async function rowsOf(
  { zone, round }: Complete,
  district: string,
  call: Call,
  signal: AbortSignal,
): Promise<Rows> {
  const rows: Rows = [];
  let cursor: Complete['nextCursor'];
  do {
    const query = { district, ...(cursor !== undefined && { cursor }) };
    const reply: ZoneReply = await call(
      getZoneStatistics,
      { path: { zone, round }, query },
      signal,
    );
    if (reply.state !== 'complete') throw new Error('a round that was published is not any more');
    rows.push(...(reply.districts.find(one => one.district === district)?.rows ?? []));
    cursor = reply.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
