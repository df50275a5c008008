/** The auditor on a real table with its stream: it finds what is wrong and puts it right, and calls nothing wrong that is not. */
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { auditHandler } from '../../functions/numbers-audit/handler.ts';
import { auditOrder } from '../../functions/numbers-audit/order.ts';
import { Stream } from '../../infra/local/stream.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { returnIdea, reviseIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import type { Drift } from '../../shared/domain/drift.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import type { Key } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { participantKey } from '../../shared/store/projections.ts';
import { statisticsKey, statisticsRepository } from '../../shared/store/statistics.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { category, HUATAI, member, newMember, OCTOBER, organization } from '../store/sample-facts.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

const TOTAL = statisticsKey(HUATAI, OCTOBER, { by: 'organization' });
const EQUIPMENT = statisticsKey(HUATAI, OCTOBER, { by: 'category', name: category('设备') });
const E1 = participantKey(HUATAI, OCTOBER, { by: 'organization' }, member('E1'));

const streams: Stream[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop();
});

function streamOf(table: FreshTable): Stream {
  const handle = adoptionMetricsHandler({
    table: withRightsOf('adoption-metrics', table),
    log: SILENT,
    publish: () => undefined,
  });
  const stream = new Stream(table.endpoint, table.streamArn, handle, {
    lost: () => undefined,
    failed: () => undefined,
  });
  streams.push(stream);
  return stream;
}

let probes = 0;
/** Until what is written now has been counted, and so all that was written before. */
async function caughtUp(table: FreshTable): Promise<void> {
  probes += 1;
  const probe = organization(`probe-${probes}`);
  await memberRepository(table).put(newMember('P1', ['employee'], probe));
  await vi.waitFor(async () => expect(await statisticsRepository(table).wholeHeadcount(probe)).toBe(1), {
    timeout: 20_000,
  });
}

async function firm() {
  const table = await freshTable();
  await foundFirm(table);
  const call = apiOf(table, new SetClock(AT.collecting));
  const stream = streamOf(table);
  stream.start();
  const logged: unknown[] = [];
  const lines: Record<string, unknown>[] = [];
  const look = auditHandler({
    table: withRightsOf('numbers-audit', table),
    log: { ...SILENT, error: (...said) => logged.push(said) },
    publish: embeddedMetrics({ namespace: 'GoldenIdeas', isWatched: () => false }, line =>
      lines.push(JSON.parse(line) as Record<string, unknown>),
    ),
    wait: () => caughtUp(table),
  });
  const audit = (order: object = {}) => look(auditOrder.parse(order));
  const handIn = async (as = 'E1', facts: object = {}): Promise<string> =>
    (await call<{ id: string }>(submitIdea, { as, body: { ...SLIP, ...facts } })).body.id;
  /** Changes a number behind everybody's back. */
  const tamper = (Key: Key, counter: string, by: number) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'ADD #counter :by',
        ExpressionAttributeNames: { '#counter': counter },
        ExpressionAttributeValues: { ':by': by },
      }),
    );
  const lose = (Key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key }));
  const read = async (Key: Key) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item;
  return { table, call, stream, audit, handIn, tamper, lose, read, logged, lines };
}

/** What is wrong, a line each. */
function told(drift: readonly Drift[] = []): string[] {
  return drift
    .map(({ number, is, missing }) => {
      const scope = number.scope.by === 'organization' ? 'TOTAL' : number.scope.name;
      return `${scope} ${number.of === 'scope' ? number.counter : number.author}: ${is} + ${missing}`;
    })
    .toSorted();
}

describe('nothing is wrong', () => {
  it('after people have handed in, returned, revised and withdrawn in any order', async () => {
    const people = fc.constantFrom('E1', 'E2', 'C1', 'S1');
    const act = fc.record({
      act: fc.constantFrom('hand in', 'return', 'revise', 'withdraw'),
      as: people,
      on: fc.nat(99),
      version: fc.constantFrom('"1"', '"2"', '"3"'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 30 }), async history => {
        const { call, stream, audit, handIn, lines, logged } = await firm();
        const ids = [await handIn('E1'), await handIn('E2')];
        for (const { act, as, on, version } of history) {
          const path = { idea: ids[on % ids.length] ?? '' };
          if (act === 'hand in') ids.push(await handIn(as));
          else if (act === 'return')
            await call(returnIdea, { as: 'S1', path, body: { reason: '请补充现状' } });
          else if (act === 'withdraw') await call(withdrawIdea, { as, path });
          else
            await call(reviseIdea, {
              as,
              path,
              headers: { 'if-match': version },
              body: { ...SLIP, category: '安全' },
            });
        }
        await stream.drained();
        expect(await audit()).toEqual([]);
        expect(lines).toMatchObject([
          { kind: 'audit', organization: HUATAI, service: 'golden-ideas', AuditDrift: 0 },
        ]);
        expect(logged).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  it('while changes are on their way through the stream', async () => {
    const { stream, audit, handIn, lines, table } = await firm();
    await stream.stop();
    for (const as of ['E1', 'E2', 'C1']) await handIn(as);
    // The first look finds nothing counted; by the second all of it has come.
    const auditing = audit({ repair: true });
    streamOf(table).start();
    expect(await auditing).toEqual([]);
    expect(lines).toMatchObject([{ AuditDrift: 0 }]);
  });

  it('while people hand in without a pause', async () => {
    const { stream, audit, handIn } = await firm();
    const audits = (async () => [...(await audit()), ...(await audit({ repair: true }))])();
    let done = false;
    void audits.finally(() => (done = true));
    for (let n = 0; !done; n += 1) {
      await handIn(n % 2 === 0 ? 'E1' : 'E2');
    }
    expect(await audits).toEqual([]);
    await stream.drained();
    expect(await audit()).toEqual([]);
  });
});

describe('what is wrong is found and put right', () => {
  it('numbers that were tampered with', async () => {
    const { stream, audit, handIn, tamper, lines, logged } = await firm();
    await handIn('E1');
    await handIn('E2');
    await stream.drained();
    await tamper(TOTAL, 'submitted', 3);
    await tamper(EQUIPMENT, 'adopted', 1);
    const [found, ...more] = await audit();
    expect(more).toEqual([]);
    expect(found).toMatchObject({ organization: HUATAI, round: OCTOBER, repaired: false });
    expect(told(found?.drift)).toEqual(['TOTAL submitted: 5 + -3', '设备 adopted: 1 + -1']);
    expect(lines.at(-1)).toMatchObject({ AuditDrift: 2 });
    expect(logged).toEqual([
      ['drift', { organization: HUATAI, round: OCTOBER, repaired: false, numbers: 2 }],
    ]);

    // Looking has changed nothing.
    expect(told((await audit({ repair: true }))[0]?.drift)).toHaveLength(2);
    expect(await audit()).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ AuditDrift: 0 });
  });

  it('an author’s count that was lost, before it makes the number of participants wrong', async () => {
    const { stream, audit, handIn, lose, read } = await firm();
    await handIn('E1');
    await handIn('E1');
    await stream.drained();
    await lose(E1);
    const [found] = await audit({ repair: true });
    expect(told(found?.drift)).toEqual(['TOTAL E1: 0 + 2']);
    expect(found?.repaired).toBe(true);
    await handIn('E1');
    await stream.drained();
    expect(await read(TOTAL)).toMatchObject({ submitted: 3, participants: 1 });
    expect(await audit()).toEqual([]);
  });

  it('the item of a scope that was deleted', async () => {
    const { stream, audit, handIn, lose, read } = await firm();
    await handIn('E1');
    await handIn('E2');
    await stream.drained();
    const before = await read(TOTAL);
    await lose(TOTAL);
    const [found] = await audit({ repair: true });
    expect(told(found?.drift)).toEqual(['TOTAL participants: 0 + 2', 'TOTAL submitted: 0 + 2']);
    expect(await read(TOTAL)).toEqual(before);
    expect(await audit()).toEqual([]);
  });

  it('while new facts keep coming in', async () => {
    const { stream, audit, handIn, tamper, lose, read } = await firm();
    await handIn('E1');
    await stream.drained();
    await tamper(TOTAL, 'submitted', 100);
    await lose(E1);
    let done = false;
    let handedIn = 1;
    const repairs = (async () => {
      const reports = await audit({ repair: true });
      done = true;
      return reports;
    })();
    for (; !done; handedIn += 1) {
      await handIn('E2', { category: '安全' });
    }
    const [found] = await repairs;
    expect(found?.repaired).toBe(true);
    await stream.drained();
    // As much as was certain amid so many changes; what is left of it is found once there are fewer.
    await audit({ repair: true });
    expect(await audit()).toEqual([]);
    expect(await read(TOTAL)).toMatchObject({ submitted: handedIn, participants: 2 });
  });
});

it('one organization’s trouble holds up no other, and is told', async () => {
  const { table, stream, audit, handIn, tamper, lines, logged } = await firm();
  await handIn('E1');
  const other = await foundFirm(table, { id: organization('other') });
  await stream.drained();
  await tamper(TOTAL, 'submitted', 1);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: `ORG#${other.id}`, sk: `ROUND#${OCTOBER}` },
      UpdateExpression: 'SET schedule = :nothing',
      ExpressionAttributeValues: { ':nothing': 'nothing' },
    }),
  );
  await expect(audit()).rejects.toThrow('not every organization was audited');
  expect(lines).toMatchObject([{ organization: HUATAI, AuditDrift: 1 }]);
  expect(logged).toEqual(
    expect.arrayContaining([['not audited', expect.objectContaining({ organization: other.id })]]),
  );
});
