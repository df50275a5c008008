/**
 * `npm run bench:directory`: what the directory and the people beside a list cost, by the number of
 * members: in a function that has just started, in one that knows them, and for a client that has
 * the directory already. The handlers run in this process on an engine in memory.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection, startEngine } from '../../infra/local/engine.ts';
import type { Route } from '../../shared/contract/route.ts';
import { listIdeas } from '../../shared/contract/routes/ideas.ts';
import { getDirectory } from '../../shared/contract/routes/organization.ts';
import { openTable } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { AT, apiOf, foundFirm, SetClock } from '../functions/small-firm.ts';
import { name } from '../sample/names.ts';
import { putItems } from '../store/many-items.ts';
import { newIdea, newMember, OCTOBER, organization } from '../store/sample-facts.ts';
import { costOf, metered } from './metered.ts';
import { printTable, type Row, units } from './print-table.ts';

const { values } = parseArgs({ options: { members: { type: 'string', default: '330,10000' } } });
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '建国秀英卫东志强桂兰海燕丽华文军小红永平春梅';
const engine = await startEngine(undefined, new AbortController().signal);
const client = new DynamoDBClient(connection(engine.endpoint));
process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
try {
  const table = `bench-${crypto.randomUUID()}`;
  await ensureTable(client, table);
  for (const many of values.members.split(',').map(Number))
    printTable(
      `${many} members`,
      ['request', 'read units', 'ms', 'KB', 'KB gzip'],
      await measured(many, table),
    );
} finally {
  client.destroy();
  await engine.stop();
}

async function measured(many: number, tableName: string): Promise<Row[]> {
  const raw = openTable(client, tableName);
  const id = organization(`of-${many}`);
  const number = (at: number): string => `W${100_000 + at}`;
  const more = Array.from({ length: many }, (_, at) => ({
    ...newMember(number(at), ['employee'], id, ['铸造车间', '装配车间', '财务部'][at % 3]),
    name: name(`${SURNAMES[at % 20]}${GIVEN[(at * 7) % 22]}${GIVEN[(at * 13) % 22]}`),
  }));
  await foundFirm(raw, { id, more });
  const step = Math.floor(many / 50);
  const ideas = Array.from({ length: 50 }, (_, at) =>
    newIdea({ organization: id, author: number(at * step) }),
  );
  await putItems(
    raw,
    ideas.map(idea => toItem(idea)),
  );
  const { table, meter } = metered(raw);
  const started = () => apiOf(table, new SetClock(AT.collecting), id);
  let call = started();
  let etag = '';
  const row = async (label: string, route: Route, headers = {}): Promise<Row> => {
    const from = performance.now();
    let text = '';
    const { reads } = await costOf(meter, async () => {
      const reply = await call(route, { as: 'E1', path: { round: OCTOBER }, headers });
      ({ text } = reply);
      etag = String(reply.headers.etag ?? etag);
    });
    const ms = (performance.now() - from).toFixed(0);
    const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
    const packed = text === '' ? 0 : gzipSync(text).length;
    return [label, units(reads), ms, kilobytes(Buffer.byteLength(text)), kilobytes(packed)];
  };
  await row('code loaded', getDirectory);
  call = started();
  const rows = [
    await row('directory, function just started', getDirectory),
    await row('directory, known to the function', getDirectory),
    await row('directory, known to the client', getDirectory, { 'if-none-match': etag }),
    await row('50 ideas, everybody known', listIdeas),
  ];
  call = started();
  return [
    ...rows,
    await row('directory, known to the client alone', getDirectory, { 'if-none-match': etag }),
    await row('50 ideas, nobody known', listIdeas),
    await row('50 ideas, their authors known', listIdeas),
  ];
}
