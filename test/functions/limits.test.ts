/** Nobody floods a round: the limits of a member, and counts that reveal no unnamed author. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { putLimits } from '../../shared/contract/routes/administration.ts';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { DEFAULT_LIMITS } from '../../shared/domain/organization/limits.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { freshTable } from '../fresh-table.ts';
import { HUATAI, newMember, round } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { streamOf } from './months.ts';
import { apiOf, foundFirm, SetClock, SLIP } from './small-firm.ts';

// Far ahead, so that the engine does not sweep items that have expired by its own clock.
const NOW = '2090-10-08T02:20:00.000Z';
const NEXT_HOUR = '2090-10-08T03:00:00.000Z';
const FEW = {
  ideasAnHour: 3,
  ideasARound: 5,
  commentsAnHour: 2,
  commentsARound: 3,
  ideasOfAll: 100,
};

async function firm(limits = FEW) {
  const table = await freshTable();
  const clock = new SetClock(NOW);
  await foundFirm(table, { round: round('2090-10'), more: [newMember('A1', ['administrator'])] });
  const call = apiOf(table, clock);
  expect((await call(putLimits, { as: 'A1', body: limits })).body).toMatchObject({ limits });
  const handIn = (key: string, more: object = {}, as = 'E1') =>
    call<{ id: string; code: string; claimCode?: string }>(submitIdea, {
      as,
      body: { ...SLIP, title: `关于 ${key} 的建议`, ...more },
      headers: { 'idempotency-key': `a-key-that-nobody-guesses-${key}` },
    });
  return { table, clock, call, handIn };
}

describe('submission', () => {
  it('is refused beyond the limit of an hour, with words and the time of the next try, and continues then', async () => {
    const { clock, handIn } = await firm();
    for (const key of ['1', '2', '3']) expect((await handIn(key)).status).toBe(201);
    const refused = await handIn('4');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-much-written' } });
    expect(refused.headers['retry-after']).toBe(String(40 * 60));
    expect((await handIn('4', {}, 'E2')).status).toBe(201);
    clock.set(NEXT_HOUR);
    for (const key of ['4', '5']) expect((await handIn(key)).status).toBe(201);
    // The hour has room, the round has not.
    const full = await handIn('6');
    expect(full).toMatchObject({ status: 429, body: { code: 'too-much-written' } });
    expect(Number(full.headers['retry-after'])).toBeGreaterThan(86_400);
  });

  it('counts a request once, however often and late it is sent, and never refuses it', async () => {
    const { clock, handIn } = await firm();
    const first = await handIn('1');
    for (let again = 0; again < 5; again += 1)
      expect((await handIn('1')).body.id).toBe(first.body.id);
    for (const key of ['2', '3']) expect((await handIn(key)).status).toBe(201);
    expect((await handIn('1')).body.id).toBe(first.body.id);
    expect((await handIn('1', { title: '另一条建议' })).body.code).toBe('key-reused');
    // In another round only the idea itself is known of it.
    clock.set('2090-10-20T02:20:00.000Z');
    for (const key of ['a', 'b', 'c']) expect((await handIn(key)).status).toBe(201);
    expect((await handIn('1')).body.id).toBe(first.body.id);
    expect((await handIn('d')).status).toBe(429);
  });

  it('lets no more through concurrently than one after another', async () => {
    const { handIn } = await firm();
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => handIn(String(at))));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(17);
  });

  it('does not limit slips that a secretary types', async () => {
    const { handIn } = await firm();
    for (let slip = 0; slip < 5; slip += 1) {
      const more = { authorId: 'E1', submittedAt: '2090-10-08T01:00:00.000Z' };
      expect((await handIn(`slip-${slip}`, more, 'S1')).status).toBe(201);
    }
    expect((await handIn('1')).status).toBe(201);
  });

  it('takes no more ideas of a round than the limit of all members', async () => {
    const { table, handIn } = await firm({ ...FEW, ideasOfAll: 2 });
    const stream = streamOf(table);
    const first = await handIn('1');
    await handIn('2');
    await stream.settle();
    await stream.stop();
    const full = await handIn('3', {}, 'E2');
    expect(full).toMatchObject({ status: 429, body: { code: 'round-full' } });
    expect(full.headers['retry-after']).toBeDefined();
    expect((await handIn('1')).body.id).toBe(first.body.id);
  });

  it('counts unnamed ideas separately, and nothing in the table reveals whose or at what time they were', async () => {
    const { table, handIn } = await firm();
    const unnamed = { unnamed: true };
    const codes: (string | undefined)[] = [];
    for (const key of ['u1', 'u2', 'u3']) codes.push((await handIn(key, unnamed)).body.claimCode);
    expect((await handIn('u4', unnamed)).status).toBe(429);
    expect((await handIn('u1', unnamed)).body.claimCode).toBe(codes[0]);
    for (const key of ['1', '2', '3']) expect((await handIn(key)).status).toBe(201);
    const items = (await everything(table)).filter(({ type }) => type === 'writings');
    expect(items).toHaveLength(2);
    for (const item of items) {
      expect(JSON.stringify(item)).not.toMatch(/E1|sub-|guesses-|T02|2090/);
      // It expires with the round, as everybody's does.
      expect(item.expiresAt).toBe(Date.parse('2090-10-17T00:00:00.000Z') / 1000);
    }
    // The items share no mark, so that named ideas do not lead to unnamed ones.
    const marks = items.flatMap(({ pk, requests, hours }) => [
      pk,
      ...(requests as string[]),
      ...Object.keys(hours as object),
    ]);
    expect(new Set(marks).size).toBe(2 * (1 + 3 + 1));
  });
});

it('comments are limited likewise, and a repeated one is answered', async () => {
  const { call, handIn } = await firm();
  const { id } = (await handIn('1')).body;
  const comment = (key: string) =>
    call<{ id: string; code: string }>(writeComment, {
      as: 'E2',
      path: { idea: id },
      headers: { 'idempotency-key': key },
      body: { text: `说一句 ${key}` },
    });
  const first = await comment('one-key');
  expect((await comment('other-key')).status).toBe(first.status);
  expect(await comment('third-key')).toMatchObject({
    status: 429,
    body: { code: 'too-much-written' },
  });
  expect((await comment('one-key')).body.id).toBe(first.body.id);
});

it('an organization from before there were limits has the defaults', async () => {
  const table = await freshTable();
  await foundFirm(table);
  const [profile] = (await everything(table)).filter(({ type }) => type === 'organization');
  const { limits: _, schemaVersion: __, ...older } = profile!;
  await table.client.send(new PutCommand({ TableName: table.name, Item: older }));
  expect((await organizationRepository(table).get(HUATAI))?.limits).toEqual(DEFAULT_LIMITS);
});
