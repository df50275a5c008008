/**
 * `npm run bench:fairness`: one organization floods the employees' function while another does
 * everyday reading, with and without a share for each organization. A few environments stand in for
 * Lambda's: each answers one request at a time, and a request that finds none free is refused, as
 * the gateway does when a function's executions are used up. Reads are repeated as the pages do.
 * Times are this machine's.
 */
import { parseArgs } from 'node:util';
import { employeeHandler } from '../../functions/employee/handler.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { type FairShare, fairShare, WITHOUT_SHARES } from '../../shared/http/fair-share.ts';
import type { Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { fixedHash } from '../fixed-hash.ts';
import { AT, eventOf, foundFirm, NO_CONTEXT, SetClock, SILENT } from '../functions/small-firm.ts';
import { putItems } from '../store/many-items.ts';
import { newIdea, OCTOBER, organization } from '../store/sample-facts.ts';
import { onATable } from './on-a-table.ts';
import { printTable, type Row } from './print-table.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '15' },
    environments: { type: 'string', default: '4' },
    /** Requests a second. */
    flood: { type: 'string', default: '150' },
    everyday: { type: 'string', default: '2' },
  },
});
const seconds = Number(values.seconds);
const [FLOODING, EVERYDAY] = [organization('flooding'), organization('everyday')];
/** What a flood of half a minute has used up by then: the bench shows what follows. */
const USED_UP_MS = 30_000;
/** Before the second and third sending of a read, like the pages. */
const PAUSES_MS = [500, 1_000];

await onATable(async table => {
  for (const id of [FLOODING, EVERYDAY]) {
    await foundFirm(table, { id });
    await putItems(
      table,
      Array.from({ length: 60 }, () => toItem(newIdea({ organization: id, author: 'E1' }))),
    );
  }
  const rows: Row[] = [];
  for (const [what, flood, shares] of [
    ['alone', 0, () => WITHOUT_SHARES],
    ['beside a flood, without shares', Number(values.flood), () => WITHOUT_SHARES],
    ['beside a flood, with a share of half', Number(values.flood), () => fairShare(0.5)],
  ] as const)
    rows.push([what, ...(await scenario(table, flood, shares))]);
  printTable(
    `everyday reading, ${values.everyday} a second; a flood of ${values.flood} a second; ${values.environments} environments, ${seconds} s each`,
    ['everyday', 'reads', 'at once', 'given up', 'p50 ms', 'p95 ms', 'the flood’s answered'],
    rows,
  );
});

async function scenario(table: Table, flood: number, sharesOf: () => FairShare): Promise<Row> {
  const clock = new SetClock(AT.collecting);
  const free = Array.from({ length: Number(values.environments) }, () => {
    const shares = sharesOf();
    // Everybody has been here before, and the flood for a while.
    shares.charge(EVERYDAY, 20);
    if (flood > 0) shares.charge(FLOODING, USED_UP_MS);
    return employeeHandler({
      table,
      clock,
      hash: fixedHash,
      photoSecret: 'photos',
      log: SILENT,
      shares,
    });
  });
  /** The status; without a free environment, the gateway's. */
  const send = async (of: OrganizationId): Promise<number> => {
    const handler = free.shift();
    if (!handler) return 503;
    const path = { organization: of, round: OCTOBER };
    const event = eventOf(listIdeas, { as: 'E2', path, query: { limit: '10' } });
    const { statusCode = 0 } = await handler(event, NO_CONTEXT);
    free.push(handler);
    return statusCode;
  };
  const times: number[] = [];
  let [reads, atOnce, givenUp, floodAnswered] = [0, 0, 0, 0];
  const read = async (): Promise<void> => {
    reads += 1;
    const from = performance.now();
    for (const pause of [0, ...PAUSES_MS]) {
      await new Promise(resolve => setTimeout(resolve, pause));
      if ((await send(EVERYDAY)) !== 200) continue;
      if (pause === 0) atOnce += 1;
      times.push(performance.now() - from);
      return;
    }
    givenUp += 1;
  };
  const under: Promise<unknown>[] = [];
  const every = (rate: number, work: () => Promise<unknown>) =>
    rate > 0 ? setInterval(() => void under.push(work()), 1_000 / rate) : undefined;
  const timers = [
    every(Number(values.everyday), read),
    every(flood, async () => {
      if ((await send(FLOODING)) === 200) floodAnswered += 1;
    }),
  ];
  await new Promise(resolve => setTimeout(resolve, seconds * 1_000));
  for (const timer of timers) clearInterval(timer);
  await Promise.all(under);
  const sorted = times.toSorted((a, b) => a - b);
  const within = (part: number) =>
    sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(0) ?? '–';
  return [reads, atOnce, givenUp, within(0.5), within(0.95), floodAnswered];
}
