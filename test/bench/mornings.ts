/**
 * `npm run bench:mornings`: what a morning costs on which many organizations open, and an evening
 * on which they close and publish. It measures the steps of an organization on an engine in memory,
 * and calculates from that how long ten thousand take. Calls and units are the same everywhere;
 * processor time is this machine's.
 */
import { parseArgs } from 'node:util';
import { LAST_VOTES_STORED_MS } from '../../functions/deliberation-cycle/agenda.ts';
import { cycleHandler } from '../../functions/deliberation-cycle/handler.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import type { Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { fixedHash } from '../fixed-hash.ts';
import { AT, foundFirm, SetClock, TOLD_TO_NOBODY } from '../functions/small-firm.ts';
import { putItems } from '../store/many-items.ts';
import { newIdea, newMember, organization } from '../store/sample-facts.ts';
import { metered } from './metered.ts';
import { onATable } from './on-a-table.ts';
import { printTable, type Row, units } from './print-table.ts';

const { values } = parseArgs({
  options: {
    firms: { type: 'string', default: '8' },
    ideas: { type: 'string', default: '60' },
    members: { type: 'string', default: '330' },
    /** The assumed time of one request to the table, as AWS states it: single-digit milliseconds. */
    latency: { type: 'string', default: '8' },
    executions: { type: 'string', default: '20' },
  },
});
const [firms, ideas, members, latency, executions] = [
  values.firms,
  values.ideas,
  values.members,
  values.latency,
  values.executions,
].map(Number) as [number, number, number, number, number];
/** The organizations of a call. */
const OF_A_CALL = 16;
/** The client's connections to the table. */
const CONNECTIONS = 50;
/** The organizations that are opened before the measurement, so that compilation is done. */
const WARM_UP = 4;
const ALL = 10_000;
/** The time of a call before and after its work: its start in a new environment, mostly. */
const START_MS = 1_000;

await onATable(async table => {
  const ids = Array.from({ length: firms + WARM_UP }, (_, at) => organization(`firm-${at}`));
  for (const id of ids) await founded(table, id);
  const clock = new SetClock(AT.collecting);
  const [warmUp, measured] = [ids.slice(0, WARM_UP), ids.slice(WARM_UP)];
  // Closing begins at its second, and mostly continues after the minute in which votes may come.
  const afterVotes = instantOf(Date.parse(AT.closes) + LAST_VOTES_STORED_MS);
  const rows: Row[] = [];
  for (const [step, at] of [
    ['opening', AT.opens],
    ['end of submission', AT.intakeEnds],
    ['closing', afterVotes],
    ['publishing', AT.publishes],
  ] as const) {
    clock.set(at);
    // One alone, because concurrent writes would falsify the units.
    const [metredOne, ...others] = warmUp;
    if (metredOne === undefined) throw new Error('no firm');
    const counting = metered(table);
    await run(counting.table, clock, [metredOne]);
    await run(table, clock, others);
    const { cpu, requests } = await measure(table, clock, measured);
    const one = cpu / measured.length;
    // Waiting overlaps with computing. It is added all the same, to be on the safe side.
    const waiting = ((requests / measured.length) * latency) / CONNECTIONS;
    const call = OF_A_CALL * (one + waiting) + START_MS;
    const whole = Math.ceil(ALL / OF_A_CALL / executions) * call;
    rows.push([
      step,
      one.toFixed(0),
      (requests / measured.length).toFixed(0),
      units(Math.round(counting.meter.reads)),
      units(Math.round(counting.meter.writes)),
      (call / 1000).toFixed(1),
      minutes(ALL * (one + waiting)),
      minutes(whole),
      ((counting.meter.writes * ALL) / whole).toFixed(0),
    ]);
  }
  printTable(
    `${firms} firms of ${members} members with ${ideas} ideas each, in calls of ${OF_A_CALL}; then ${ALL} firms by calculation, ${latency} ms a request, ${executions} executions`,
    [
      'step',
      'processor ms a firm',
      'requests',
      'read units',
      'write units',
      'a call, s',
      'one execution, min',
      `${executions} executions, min`,
      'thousand write units a second',
    ],
    rows,
  );
});

async function founded(table: Table, id: OrganizationId): Promise<void> {
  const more = Array.from({ length: members - 7 }, (_, at) =>
    newMember(`X${at}`, at < 2 ? ['committee'] : ['employee'], id),
  );
  await foundFirm(table, { id, more });
  await putItems(
    table,
    Array.from({ length: ideas }, (_, at) =>
      toItem(newIdea({ organization: id, author: `X${at + 2}` })),
    ),
  );
}

async function run(table: Table, clock: SetClock, organizations: readonly OrganizationId[]) {
  const cycle = cycleHandler({ table, clock, hash: fixedHash, ...TOLD_TO_NOBODY });
  const { failed, steps } = await cycle({ organizations });
  if (failed.length > 0 || steps.length !== organizations.length)
    throw new Error(`${steps.length} steps, ${failed.length} failures`);
}

/** Our own processor time and the number of requests, for all firms in calls of sixteen. */
async function measure(table: Table, clock: SetClock, all: readonly OrganizationId[]) {
  let requests = 0;
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const counted = Object.create(table.client, {
    send: {
      value: (...sent: unknown[]) => {
        requests += 1;
        return send(...sent);
      },
    },
  }) as Table['client'];
  const from = process.cpuUsage();
  for (let at = 0; at < all.length; at += OF_A_CALL)
    await run({ ...table, client: counted }, clock, all.slice(at, at + OF_A_CALL));
  const { user, system } = process.cpuUsage(from);
  return { cpu: (user + system) / 1_000, requests };
}

function minutes(milliseconds: number): string {
  return (milliseconds / 60_000).toFixed(1);
}
