/**
 * `npm run bench:agenda`: the cost of a page of an agenda, and the duration of a round's opening
 * and closing, by its number of ideas. The handlers run in this process on an engine in memory.
 * Units are the same everywhere; times are this machine's.
 */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LAST_VOTES_STORED_MS } from '../../functions/deliberation-cycle/agenda.ts';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection, startEngine } from '../../infra/local/engine.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { openTable } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock } from '../functions/small-firm.ts';
import { putItems } from '../store/many-items.ts';
import { newIdea, newMember, OCTOBER, organization } from '../store/sample-facts.ts';
import { costOf, metered } from './metered.ts';
import { printTable, type Row, units } from './print-table.ts';

const { values } = parseArgs({
  options: {
    ideas: { type: 'string', default: '60,600,2800' },
    electors: { type: 'string', default: '5' },
  },
});
const electors = Number(values.electors);
const engine = await startEngine(undefined, new AbortController().signal);
const client = new DynamoDBClient(connection(engine.endpoint));
process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
try {
  const name = `bench-${crypto.randomUUID()}`;
  await ensureTable(client, name);
  const rows: Row[] = [];
  for (const many of values.ideas.split(',').map(Number)) rows.push(await measured(many, name));
  printTable(
    `a round by its ideas, ${electors} electors; a page has 50`,
    ['ideas', 'a page, read units', 'ms', 'the last page, units', 'opening, s', 'closing, s'],
    rows,
  );
} finally {
  client.destroy();
  await engine.stop();
}

async function measured(many: number, name: string): Promise<Row> {
  const table = openTable(client, name);
  const of = organization(`of-${many}`);
  const clock = new SetClock(AT.collecting);
  const more = Array.from({ length: Math.max(0, electors - 3) }, (_, at) =>
    newMember(`X${at}`, ['committee'], of),
  );
  await foundFirm(table, { id: of, more });
  await putItems(
    table,
    Array.from({ length: many }, () => toItem(newIdea({ organization: of, author: 'E1' }))),
  );
  const run = calendarOf(table, clock);
  const seconds = async (at: string): Promise<string> => {
    clock.set(at);
    const from = performance.now();
    await run();
    return ((performance.now() - from) / 1_000).toFixed(1);
  };
  const opening = await seconds(AT.opens);
  await seconds(AT.intakeEnds);
  const counting = metered(table);
  const call = apiOf(counting.table, clock, of);
  const page = async (after: number): Promise<{ reads: string; ms: string }> => {
    const query = { limit: '50', ...(after > 0 && { cursor: String(after) }) };
    const ask = () => call(getAgenda, { as: 'C1', path: { round: OCTOBER }, query });
    await ask();
    const from = performance.now();
    const { reads } = await costOf(counting.meter, ask);
    return { reads: units(reads), ms: (performance.now() - from).toFixed(0) };
  };
  const [first, last] = [await page(0), await page(Math.max(0, many - 50))];
  // The time of voting is not measured, and ideas without votes are deferred, by the same write as
  // any decision. In the first minute after closing each decision also conditions on the electors'
  // votes, so large rounds are mostly decided after it.
  const later = instantOf(Date.parse(AT.closes) + LAST_VOTES_STORED_MS);
  return [many, first.reads, first.ms, last.reads, opening, await seconds(later)];
}
