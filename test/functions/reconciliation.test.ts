/**
 * The reconciliation on a real table with its stream: it finds and corrects errors, and reports no
 * false ones.
 */
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { reconciliationHandler } from '../../functions/reconciliation/handler.ts';
import { reconciliationOrder } from '../../functions/reconciliation/order.ts';
import { Stream, type StreamHandler } from '../../infra/local/stream.ts';
import { hideComment, listComments, writeComment } from '../../shared/contract/routes/comments.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import {
  dismissIdeas,
  returnIdea,
  reviseIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { LATER_COUNTERS } from '../../shared/domain/numbers/counters.ts';
import type { Drift, RunningNumber } from '../../shared/domain/numbers/drift.ts';
import type { Scope } from '../../shared/domain/numbers/statistics.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { newRound } from '../../shared/domain/round/round.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import {
  headcountKey,
  ideaPartition,
  type Key,
  participantKey,
  statisticsKey,
  supportCountKey,
  tallyKey,
} from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { streamBarrier } from '../../shared/store/stream-barrier.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { putItems } from '../store/many-items.ts';
import { putRound } from '../store/put-items.ts';
import {
  category,
  decided,
  department,
  granted,
  HUATAI,
  listed,
  member,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  unanimous,
  voteOf,
} from '../store/sample-facts.ts';
import { Breakdown, watched } from '../store/watched-table.ts';
import { brokenFrom } from './months.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { withRightsOf } from './rights.ts';
import { indexOf } from './searched.ts';
import { AT, apiOf, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

const TOTAL = statisticsKey(HUATAI, OCTOBER, { by: 'organization' });
const EQUIPMENT = statisticsKey(HUATAI, OCTOBER, { by: 'category', name: category('设备') });
const FOUNDRY = statisticsKey(HUATAI, OCTOBER, {
  by: 'department',
  name: department('铸造车间'),
});
const E1 = participantKey(HUATAI, OCTOBER, { by: 'organization' }, member('E1'));

const streams: Stream[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop();
});

function streamOf(table: FreshTable): Stream {
  const count = adoptionMetricsHandler({
    pictures: NO_PICTURES,
    table: withRightsOf('adoption-metrics', table),
    log: SILENT,
    emit: () => undefined,
  });
  const index = indexOf(table);
  const handle: StreamHandler = async event => {
    await index(event);
    return count(event);
  };
  const stream = new Stream(table.connection, table.streamArn, handle, {
    lost: () => undefined,
    failed: () => undefined,
  });
  streams.push(stream);
  return stream;
}

let probes = 0;
/** Waits until all writes up to now have been counted. */
async function caughtUp(table: FreshTable): Promise<void> {
  probes += 1;
  const probe = organization(`probe-${probes}`);
  await memberRepository(table).put(newMember('P1', ['employee'], probe));
  await vi.waitFor(
    async () => expect(await statisticsRepository(table).wholeHeadcount(probe)).toBe(1),
    {
      timeout: 20_000,
    },
  );
}

async function firm({ wait }: { wait?: () => Promise<void> } = {}) {
  const table = await freshTable();
  await foundFirm(table);
  const clock = new SetClock(AT.collecting);
  const call = apiOf(table, clock);
  const stream = streamOf(table);
  stream.start();
  const logged: unknown[] = [];
  const warned: unknown[] = [];
  const lines: Record<string, unknown>[] = [];
  const look = reconciliationHandler({
    table: withRightsOf('reconciliation', table),
    pictures: NO_PICTURES,
    clock,
    log: { ...SILENT, error: (...said) => logged.push(said), warn: (...said) => warned.push(said) },
    emit: embeddedMetrics({ namespace: 'GoldenIdeas', isWatched: () => false }, line =>
      lines.push(JSON.parse(line) as Record<string, unknown>),
    ),
    wait: wait ?? (() => caughtUp(table)),
  });
  const audit = (order: object = {}) => look(reconciliationOrder.parse(order));
  const handIn = async (as = 'E1', facts: object = {}): Promise<string> =>
    (await call<{ id: string }>(submitIdea, { as, body: { ...SLIP, ...facts } })).body.id;
  /** Changes a number past the system. */
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
    (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true })))
      .Item;
  return { table, clock, call, stream, audit, handIn, tamper, lose, read, logged, warned, lines };
}

/** The errors, a line each. */
function told(drift: readonly Drift[] = []): string[] {
  return drift.map(({ number, is, missing }) => `${nameOf(number)}: ${is} + ${missing}`).toSorted();
}

function nameOf(number: RunningNumber): string {
  switch (number.of) {
    case 'scope':
      return `${scopeOf(number.scope)} ${number.counter}`;
    case 'author':
      return `${scopeOf(number.scope)} ${number.author}`;
    case 'headcount':
      return `heads of ${number.department ?? 'TOTAL'}`;
    case 'tally':
      return `${number.choice} in ${number.round}`;
    case 'supports':
    case 'comments':
      return number.of;
  }
}

const scopeOf = (scope: Scope): string => (scope.by === 'organization' ? 'TOTAL' : scope.name);

/** An idea on October's agenda, with votes and supports. */
async function votedOn(table: FreshTable): Promise<Idea> {
  const idea = newIdea({ author: 'E1' });
  await ideaRepository(table).create(idea, [], 'print');
  const onAgenda = granted(await ideaRepository(table).save(idea, listed(idea)));
  for (const vote of unanimous('approve'))
    granted(await voteRepository(table).cast(onAgenda, vote));
  for (const one of ['E1', 'E2', 'C1'])
    await supportRepository(table).add(HUATAI, idea.id, member(one));
  return onAgenda;
}

describe('no error is reported', () => {
  it('after members have submitted, returned, revised and withdrawn in any order', async () => {
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
    // The first read finds nothing counted; by the second all of it has arrived.
    const auditing = audit({ repair: true });
    streamOf(table).start();
    expect(await auditing).toEqual([]);
    expect(lines).toMatchObject([{ AuditDrift: 0 }]);
  });

  it('while members support an idea, withdraw that, change votes and come and leave', async () => {
    const { table, stream, audit } = await firm();
    const idea = await votedOn(table);
    const audits = audit({ repair: true });
    let done = false;
    void audits.finally(() => (done = true));
    for (let n = 0; !done; n += 1) {
      const supports = supportRepository(table);
      await supports[n % 2 === 0 ? 'add' : 'remove'](HUATAI, idea.id, member('M1'));
      await voteRepository(table).cast(idea, voteOf('C2', n % 3 === 0 ? 'approve' : 'oppose'));
      await memberRepository(table).put({ ...newMember('N1'), active: n % 2 === 0 });
    }
    for (const { drift } of await audits) expect(drift).toEqual([]);
    await stream.drained();
    expect(await audit()).toEqual([]);
  });

  it('while members submit without a pause', async () => {
    const { stream, audit, handIn } = await firm();
    const audits = audit({ repair: true });
    let done = false;
    void audits.finally(() => (done = true));
    for (let n = 0; !done; n += 1) {
      await handIn(n % 2 === 0 ? 'E1' : 'E2');
    }
    for (const { drift } of await audits) expect(drift).toEqual([]);
    await stream.drained();
    expect(await audit()).toEqual([]);
  });
});

describe('an error is found and corrected in', () => {
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

    // The read-only run has changed nothing.
    expect(told((await audit({ repair: true }))[0]?.drift)).toHaveLength(2);
    expect(await audit()).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ AuditDrift: 0 });
  });

  it.for(LATER_COUNTERS.filter(counter => counter !== 'followed'))(
    'the later counter %s, in total and by department',
    async counter => {
      const { stream, audit, handIn, tamper, read } = await firm();
      await handIn('E1');
      await stream.drained();
      const before = [await read(TOTAL), await read(FOUNDRY)];
      await tamper(TOTAL, counter, 2);
      await tamper(FOUNDRY, counter, -1);
      expect((await audit())[0]?.drift.map(({ missing }) => missing).toSorted()).toEqual([-2, 1]);
      expect((await audit({ repair: true }))[0]?.repaired).toBe(true);
      expect(await audit()).toEqual([]);
      const zero = { [counter]: 0 };
      expect([await read(TOTAL), await read(FOUNDRY)]).toEqual(
        before.map(item => ({ ...zero, ...item })),
      );
    },
  );

  it('an author’s lost count, before it makes the number of participants wrong', async () => {
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

  it('the deleted item of a scope', async () => {
    const { stream, audit, handIn, lose, read } = await firm();
    await handIn('E1');
    await handIn('E2');
    await stream.drained();
    // The number of counted changes is lost with it, which does no harm.
    const { changes: _, ...before } = (await read(TOTAL)) ?? {};
    await lose(TOTAL);
    const [found] = await audit({ repair: true });
    // Its later counters are missing too, but those are counted without a request.
    expect(told(found?.drift)).toEqual(['TOTAL participants: 0 + 2', 'TOTAL submitted: 0 + 2']);
    expect(await read(TOTAL)).toEqual(before);
    expect(await audit()).toEqual([]);
  });

  it('headcounts that were tampered with or lost', async () => {
    const { table, stream, audit, tamper, lose, logged } = await firm();
    await stream.drained();
    const before = await statisticsRepository(table).headcount(HUATAI);
    await tamper(headcountKey(HUATAI), 'headcount', 3);
    await lose(headcountKey(HUATAI, department('技术部')));
    await tamper(headcountKey(HUATAI, department('财务部')), 'headcount', -9);
    const [found, ...more] = await audit({ repair: true });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ organization: HUATAI, repaired: true, open: false });
    expect(found).not.toHaveProperty('round');
    expect(told(found?.drift)).toEqual([
      expect.stringMatching(/^heads of TOTAL: \d+ \+ -3$/),
      expect.stringMatching(/^heads of 技术部: 0 \+ \d+$/),
      expect.stringMatching(/^heads of 财务部: -\d+ \+ 9$/),
    ]);
    expect(logged).toEqual([['drift', { organization: HUATAI, repaired: true, numbers: 3 }]]);
    expect(await statisticsRepository(table).headcount(HUATAI)).toEqual(before);
    expect(await audit()).toEqual([]);
    // The stream continues from there.
    await memberRepository(table).put(newMember('N1', ['employee'], HUATAI, '技术部'));
    await stream.drained();
    expect(await audit()).toEqual([]);
  });

  it('the tallies and supports of open ideas', async () => {
    const { table, stream, audit, tamper, lose, lines } = await firm();
    const [idea, other] = [await votedOn(table), await votedOn(table)];
    await stream.drained();
    await tamper(tallyKey(HUATAI, idea.id, OCTOBER), 'oppose', 2);
    await lose(tallyKey(HUATAI, other.id, OCTOBER));
    await tamper(supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }), 'supports', -1);
    await lose(supportCountKey({ ...other, firstSubmittedAt: other.submittedAt }));
    const [found, ...more] = await audit();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      organization: HUATAI,
      round: OCTOBER,
      repaired: false,
      open: false,
    });
    expect(told(found?.drift)).toEqual([
      'approve in 2026-10: 0 + 5',
      'oppose in 2026-10: 2 + -2',
      'supports: 0 + 3',
      'supports: 2 + 1',
    ]);
    expect(lines.at(-1)).toMatchObject({ AuditDrift: 4 });
    expect((await audit({ repair: true }))[0]?.repaired).toBe(true);
    expect(await audit()).toEqual([]);
    const summaries = await readerSummaryRepository(table).of([idea, other], member('E1'));
    for (const { id } of [idea, other])
      expect(summaries(id)).toMatchObject({
        supports: 3,
        tally: { approve: 5, oppose: 0, abstain: 0 },
      });
  });

  it('the tallies and supports of decided ideas, when their round is named', async () => {
    const { table, stream, audit, lose } = await firm();
    const idea = await votedOn(table);
    const { after } = decided(idea, unanimous('approve'));
    granted(await ideaRepository(table).save(idea, after));
    await stream.drained();
    await lose(tallyKey(HUATAI, idea.id, OCTOBER));
    await lose(supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }));
    // Their former place: the counts there are obsolete.
    const pk = ideaPartition(HUATAI, idea.id);
    await putItems(table, [
      { pk, sk: 'SUPPORTS', type: 'supports', ideaId: idea.id, supports: 3 },
      { pk, sk: `TALLY#${OCTOBER}`, type: 'tally', ideaId: idea.id, approve: 5 },
    ]);
    expect(await audit()).toEqual([]);
    const [found, ...more] = await audit({ round: OCTOBER, repair: true });
    expect(more).toEqual([]);
    expect(told(found?.drift)).toEqual(['approve in 2026-10: 0 + 5', 'supports: 0 + 3']);
    const summaries = (await readerSummaryRepository(table).of([idea], member('E1')))(idea.id);
    expect(summaries).toMatchObject({ supports: 3, supported: true, tally: { approve: 5 } });
    expect(await audit({ round: OCTOBER })).toEqual([]);
  });

  it('the comments of a round of before they were counted, hidden ones aside', async () => {
    const { table, stream, audit, call } = await firm();
    const idea = newIdea({ author: 'E1' });
    await ideaRepository(table).create(idea, [], 'print');
    await supportRepository(table).add(HUATAI, idea.id, member('E1'));
    const path = { idea: idea.id };
    for (const text of ['试过', '可行', '离题'])
      await call<{ id: string }>(writeComment, { as: 'E2', path, body: { text } });
    const { body } = await call<{ items: { id: string }[] }>(listComments, { as: 'E1', path });
    const comment = body.items[2]?.id ?? '';
    await stream.drained();
    // As an earlier release has left it.
    const before = {
      ...supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }),
      type: 'supports',
      ideaId: idea.id,
      supports: 1,
    };
    await putItems(table, [{ ...before, changes: 1 }]);
    await call(hideComment, {
      as: 'S1',
      path: { ...path, comment },
      body: { reason: '与本条无关' },
    });
    await stream.drained();
    const shown = async () =>
      (await call<{ comments: number }>(getIdea, { as: 'E1', path })).body.comments;
    expect(await shown()).toBe(0);
    const [found] = await audit({ round: OCTOBER, repair: true });
    expect(told(found?.drift)).toEqual(['comments: -1 + 3']);
    expect(await shown()).toBe(2);
    expect(await audit({ round: OCTOBER })).toEqual([]);
  });

  it('an older round’s numbers, in its turn or when it is named', async () => {
    const { table, clock, stream, audit } = await firm();
    const old = roundsFrom(roundAfter(OCTOBER, -8), roundAfter(OCTOBER, -1));
    for (const id of old)
      await putRound(table, newRound(HUATAI, id, scheduleOf(id, DEFAULT_CALENDAR)));
    await stream.drained();
    const [first, second] = old;
    if (first === undefined || second === undefined) throw new Error('no old rounds');
    for (const id of [first, second])
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: statisticsKey(HUATAI, id, { by: 'organization' }),
          UpdateExpression: 'SET accepted = :one, #scope = :scope',
          ExpressionAttributeNames: { '#scope': 'scope' },
          ExpressionAttributeValues: { ':one': 1, ':scope': { by: 'organization' } },
        }),
      );
    expect(await audit({ round: first })).toMatchObject([
      { round: first, drift: [{ missing: -1 }] },
    ]);
    // Three are older than the newest six: in three half days each of them has been checked.
    const found: unknown[] = [];
    for (let run = 0; run < 3; run += 1) {
      found.push(...(await audit()).map(({ round }) => round));
      clock.set(instantOf(Date.parse(clock.now()) + 12 * 60 * 60 * 1000));
    }
    expect(found.toSorted()).toEqual([first, second]);
    expect(await audit({ round: second, repair: true })).toMatchObject([{ repaired: true }]);
    expect(await audit({ round: second })).toEqual([]);
  });

  it('everything when all rounds are asked for, of whatever age, decided or not', async () => {
    const { table, stream, audit, lose } = await firm();
    const old = roundsFrom(roundAfter(OCTOBER, -8), roundAfter(OCTOBER, -1));
    for (const id of old)
      await putRound(table, newRound(HUATAI, id, scheduleOf(id, DEFAULT_CALENDAR)));
    const idea = await votedOn(table);
    const { after } = decided(idea, unanimous('approve'));
    granted(await ideaRepository(table).save(idea, after));
    await stream.drained();
    await lose(supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }));
    for (const id of old.slice(0, 2))
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: statisticsKey(HUATAI, id, { by: 'organization' }),
          UpdateExpression: 'SET accepted = :one, #scope = :scope',
          ExpressionAttributeNames: { '#scope': 'scope' },
          ExpressionAttributeValues: { ':one': 1, ':scope': { by: 'organization' } },
        }),
      );
    await lose(headcountKey(HUATAI));
    const found = await audit({ round: 'all', repair: true });
    expect(found.map(({ round, repaired }) => [round, repaired])).toEqual([
      [undefined, true],
      [OCTOBER, true],
      [old[1], true],
      [old[0], true],
    ]);
    expect(await audit({ round: 'all' })).toEqual([]);
  });

  it('any of these while new facts keep coming in', async () => {
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
    // Among so many changes it may be certain and corrected, or left open; no number gets worse.
    for (const { repaired, open } of await repairs) expect(repaired || open).toBe(true);
    await stream.drained();
    await audit({ repair: true });
    expect(await audit()).toEqual([]);
    expect(await read(TOTAL)).toMatchObject({ submitted: handedIn, participants: 2 });
  });
});

describe('a round that an earlier release has counted', () => {
  /** Takes an item of numbers back to the version without the later counters. */
  async function takenBack(table: FreshTable, Key: Key): Promise<void> {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: `SET schemaVersion = :one REMOVE ${LATER_COUNTERS.join(', ')}`,
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
  }

  it('has unknown numbers until the next run, which counts them without being asked and reports no error', async () => {
    const { table, call, stream, audit, handIn, read, lines, logged } = await firm();
    const numbers = async () => {
      const reply = await call<{ total: Record<string, unknown>; departments: object[] }>(
        getStatistics,
        { as: 'M1', path: { round: OCTOBER } },
      );
      expect(reply.status).toBe(200);
      return reply.body;
    };
    const [gone = '', declined = ''] = [await handIn('E1'), await handIn('E2')];
    await handIn('E1');
    const path = { round: OCTOBER };
    const body = { ideas: [declined], reason: '费用过高', reply: '谢谢' };
    expect((await call(dismissIdeas, { as: 'S1', path, body })).status).toBe(200);
    await stream.drained();
    const known = await numbers();
    expect(known.total).toMatchObject({ followUp: { daysToFirstReply: { replied: 1 } } });

    const keys = [TOTAL, EQUIPMENT, FOUNDRY];
    for (const key of keys) await takenBack(table, key);
    // What happens meanwhile adds only what it changes, here to less than nothing.
    await call(withdrawIdea, { as: 'E1', path: { idea: gone } });
    await stream.drained();
    expect(await read(TOTAL)).toMatchObject({ submitted: 2, followed: -1, schemaVersion: 2 });
    const meanwhile = await numbers();
    for (const part of [meanwhile.total, ...meanwhile.departments])
      expect(part).not.toHaveProperty('followUp');
    for (const part of meanwhile.departments) expect(part).not.toHaveProperty('ideasPerHead');

    expect(await audit()).toEqual([]);
    expect(lines.at(-1)).toMatchObject({ AuditDrift: 0 });
    expect(logged).toEqual([]);
    expect(await read(TOTAL)).toMatchObject({ submitted: 2, followed: 2, replied: 1 });
    expect((await numbers()).total).toMatchObject({ followUp: known.total.followUp });
    const counted = await Promise.all(keys.map(read));
    expect(await audit({ repair: true })).toEqual([]);
    expect(await Promise.all(keys.map(read))).toEqual(counted);
  });

  it('still has its errors reported', async () => {
    const { table, stream, audit, handIn, tamper } = await firm();
    await handIn('E1');
    await stream.drained();
    await takenBack(table, TOTAL);
    await tamper(TOTAL, 'submitted', 3);
    const [found] = await audit();
    expect(told(found?.drift)).toEqual(['TOTAL submitted: 4 + -3']);
    expect(told((await audit({ repair: true }))[0]?.drift)).toHaveLength(1);
    expect(await audit()).toEqual([]);
  });

  it('stays unknown while only some of its departments are counted', async () => {
    const { table, read } = await firm();
    const missing = (scope: Scope): Drift => ({
      number: { of: 'scope', round: OCTOBER, scope, counter: 'followed' },
      is: 0,
      missing: 1,
    });
    const drift = [
      missing({ by: 'organization' }),
      ...Array.from({ length: 120 }, (_, at) =>
        missing({ by: 'department', name: department(`第${at}车间`) }),
      ),
    ];
    const broken = correctionRepository(watched(table, brokenFrom(2)));
    await expect(broken.add(HUATAI, drift)).rejects.toThrow(Breakdown);
    expect(await read(TOTAL)).toBeUndefined();
    expect(await correctionRepository(table).add(HUATAI, drift)).toBe(true);
    expect(await read(TOTAL)).toMatchObject({ followed: 1 });
  });
});

describe('a late stream', () => {
  it('is reported, and no change under way is called wrong or corrected', async () => {
    let waits = 0;
    const { table, stream, audit, handIn, tamper, lines, logged, warned } = await firm({
      wait: async () => {
        waits += 1;
      },
    });
    await stream.drained();
    await stream.stop();
    await handIn('E1');
    await votedOn(table);
    await tamper(headcountKey(HUATAI), 'headcount', 1);
    const reports = await audit({ repair: true });
    expect(reports).toEqual([
      { organization: HUATAI, drift: [], open: true, repaired: false },
      { organization: HUATAI, round: OCTOBER, drift: [], open: true, repaired: false },
    ]);
    // It is waited for once, and not for each ledger that differs.
    expect(waits).toBe(30);
    expect(lines).toMatchObject([{ AuditDrift: 0 }]);
    expect(logged).toEqual([]);
    expect(warned).toEqual([
      ['left open', { organization: HUATAI }],
      ['left open', { organization: HUATAI, round: OCTOBER }],
    ]);
    const later = streamOf(table);
    later.start();
    await later.drained();
    await tamper(headcountKey(HUATAI), 'headcount', -1);
    expect(await audit()).toEqual([]);
  });

  it('is not taken for a current one if it is stuck at a record that cannot be counted', async () => {
    const table = await freshTable();
    const count = adoptionMetricsHandler({
      pictures: NO_PICTURES,
      table,
      log: SILENT,
      emit: () => undefined,
    });
    const probes = streamBarrier(table);
    const record = (eventID: string, item: object): DynamoDBRecord => ({
      eventID,
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: eventID,
        ApproximateCreationDateTime: 4_000_000_000,
        NewImage: JSON.parse(JSON.stringify(marshall(item))),
      },
    });
    const bad = record('1', { type: 'idea', status: 'no such status' });
    const probe = record('2', { type: 'probe', probe: 'p' });
    expect(await count({ Records: [bad, probe] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
    expect(await probes.hasCome('p')).toBe(false);
    expect(await count({ Records: [probe] })).toEqual({ batchItemFailures: [] });
    expect(await probes.hasCome('p')).toBe(true);
  });
});

it('one organization’s failure blocks no other, and is reported', async () => {
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
