/**
 * Unnamed ideas: the claim code opens the idea to its owner and to nobody else, and no stored item
 * reveals the author.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import { castVote, decideIdea, reopenIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { mergeIdea, returnIdea, unmergeIdea } from '../../shared/contract/routes/screening.ts';
import {
  claimUnnamedIdea,
  openUnnamedIdea,
  reviseUnnamedIdea,
  withdrawUnnamedIdea,
} from '../../shared/contract/routes/unnamed.ts';
import { readCode } from '../../shared/domain/idea/claim-code.ts';
import type { Log } from '../../shared/http/log.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { freshTable } from '../fresh-table.ts';
import { NOVEMBER, newMember, OCTOBER, round, subject, ZHONGCHENG } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

interface IdeaBody {
  readonly id: string;
  readonly round: string;
  readonly status: string;
  readonly version: number;
  readonly submittedAt: string;
  readonly title: string;
  readonly authorId?: string;
  readonly claimCode?: string;
  readonly history?: readonly { readonly act: string; readonly at: string; readonly by: object }[];
}

const KEY = '0c9f3b1e-9a53-4f2c-8d0b-5a1f6f0f6f11';
const UNNAMED = { ...SLIP, unnamed: true };
const PAPER = { ...SLIP, submittedAt: '2026-10-02T08:12:00+08:00' };
const { title, category, problem, proposal } = SLIP;
const REVISED = { title: `${title}（二）`, category, problem, proposal };

async function firm(at: string = AT.collecting, log: Log = SILENT) {
  const table = await freshTable();
  const clock = new SetClock(at);
  await foundFirm(table);
  const call = apiOf(table, clock, undefined, log);
  const handIn = async (as = 'E1', key = crypto.randomUUID()) => {
    const { body } = await call<IdeaBody>(submitIdea, {
      as,
      body: UNNAMED,
      headers: { 'idempotency-key': key },
    });
    return { ...body, code: body.claimCode ?? '' };
  };
  return {
    ...{ table, clock, call, handIn },
    cycle: calendarOf(table, clock, { log, emit: () => undefined }),
    open: (as: string, code: string) => call<IdeaBody>(openUnnamedIdea, { as, body: { code } }),
    revise: (as: string, code: string, version: number | undefined, content: object = REVISED) =>
      call<IdeaBody>(reviseUnnamedIdea, {
        as,
        body: { code, ...content },
        headers: version === undefined ? {} : { 'if-match': `"${version}"` },
      }),
    withdraw: (as: string, code: string) =>
      call<IdeaBody>(withdrawUnnamedIdea, { as, body: { code } }),
    claim: (as: string, code: string) => call<IdeaBody>(claimUnnamedIdea, { as, body: { code } }),
  };
}

describe('the claim code', () => {
  it('is shown to an unnamed author, and shown again when the same request comes again, rounds later too', async () => {
    const { clock, call, cycle } = await firm();
    const request = { as: 'E1', headers: { 'idempotency-key': KEY }, body: UNNAMED };
    const first = await call<IdeaBody>(submitIdea, request);
    expect(first).toMatchObject({ status: 201, body: { unnamed: true, round: OCTOBER } });
    expect(first.body.claimCode).toMatch(/^2610(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    for (const at of [
      '2026-10-08T12:00:00.000Z',
      AT.opens,
      AT.publishes,
      '2026-12-10T02:00:00.000Z',
    ]) {
      clock.set(at);
      await cycle();
      expect((await call(submitIdea, request)).text, at).toBe(first.text);
    }
    const other = await call(submitIdea, { ...request, body: { ...UNNAMED, title: '另一个标题' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(other.text).not.toContain(first.body.claimCode);
  });

  it('differs every time without a key, and never equals that of another key', async () => {
    const { call, handIn } = await firm();
    const codes = await Promise.all([
      ...[1, 2].map(
        async () => (await call<IdeaBody>(submitIdea, { as: 'E1', body: UNNAMED })).body.claimCode,
      ),
      ...[1, 2].map(async () => (await handIn()).code),
    ]);
    expect(new Set(codes).size).toBe(4);
    for (const code of codes) expect(readCode(code ?? '')).toBeDefined();
  });

  it('is not given to a named author, nor to a secretary for an unnamed slip', async () => {
    const { call } = await firm();
    for (const [as, body] of [
      ['E1', SLIP],
      ['S1', { ...UNNAMED, submittedAt: '2026-10-02T08:12:00+08:00' }],
      ['S1', { ...SLIP, authorId: 'E2' }],
    ] as const) {
      const reply = await call<IdeaBody>(submitIdea, { as, body });
      expect(reply.status).toBe(201);
      expect(reply.body.claimCode).toBeUndefined();
    }
  });

  it('is shown to a secretary who submits an idea of their own, of whom nothing is stored either', async () => {
    const { handIn, open } = await firm();
    const { code } = await handIn('S1');
    expect((await open('S1', code)).body.history).toEqual([
      { act: 'submit', at: '2026-10-07T16:00:00.000Z', by: { kind: 'unnamed' }, to: 'submitted' },
    ]);
  });

  it.each([
    ['named, then unnamed', 'E1', SLIP, UNNAMED],
    ['unnamed, then named', 'E1', UNNAMED, SLIP],
    [
      'a slip: named, then unnamed',
      'S1',
      { ...PAPER, authorId: 'E2' },
      { ...PAPER, unnamed: true },
    ],
    [
      'a slip: unnamed, then named',
      'S1',
      { ...PAPER, unnamed: true },
      { ...PAPER, authorId: 'E2' },
    ],
  ])(
    'goes with one idea where the same key comes %s, in the next round too',
    async (_, as, first, then) => {
      const { table, clock, call } = await firm();
      const headers = { 'idempotency-key': KEY };
      const made = await call<IdeaBody>(submitIdea, { as, body: first, headers });
      expect(made.status).toBe(201);
      const before = await everything(table);
      for (const at of [AT.collecting, AT.opens]) {
        clock.set(at);
        const again = await call<IdeaBody>(submitIdea, { as, body: then, headers });
        expect(again, at).toMatchObject({ status: 422, body: { code: 'key-reused' } });
        expect(again.text).not.toContain(made.body.id);
        expect((await call(submitIdea, { as, body: first, headers })).text).toBe(made.text);
      }
      const ideas = (items: readonly object[]) =>
        items.filter(item => 'fingerprint' in item && 'submittedAt' in item).length;
      expect(ideas(await everything(table))).toBe(ideas(before));
      expect(ideas(before)).toBe(1);
    },
  );

  it('is not made from a guessable key', async () => {
    const { call } = await firm();
    const request = { as: 'E1', headers: { 'idempotency-key': 'idea-1' } };
    expect(await call(submitIdea, { ...request, body: UNNAMED })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'Idempotency-Key', rule: 'length' }] },
    });
    expect((await call(submitIdea, { ...request, body: SLIP })).status).toBe(201);
  });
});

describe('with the code', () => {
  it('the idea is found by every owner of the code, in any spelling, in this organization only', async () => {
    const { table, clock, handIn, open } = await firm();
    await foundFirm(table, { id: ZHONGCHENG });
    const { id, code } = await handIn('E1');
    for (const [as, written] of [
      ['E1', code],
      ['E2', code.toLowerCase().replaceAll('-', ' ')],
      ['M1', code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ] as const) {
      const found = await open(as, written);
      expect(found, written).toMatchObject({ status: 200, body: { id, unnamed: true } });
      expect(found.headers.etag).toBe('"1"');
    }
    const theirs = apiOf(table, clock, ZHONGCHENG);
    expect((await theirs(openUnnamedIdea, { as: 'E1', body: { code } })).status).toBe(404);
  });

  it('the idea is revised on the version that was read, as often as the request comes', async () => {
    const { call, handIn, revise, open } = await firm();
    const { id, code, version } = await handIn();
    expect((await revise('E1', code, undefined)).status).toBe(428);
    expect(
      (await revise('E1', code, version, { ...REVISED, category: '没有的' })).body,
    ).toMatchObject({
      code: 'unknown-category',
    });
    const revised = await revise('E1', code, version);
    expect(revised).toMatchObject({
      status: 200,
      body: { version: 2, title: REVISED.title, status: 'submitted' },
    });
    expect((await revise('E1', code, version)).text).toBe(revised.text);
    expect(await revise('E1', code, version, { ...REVISED, title: '再改一次' })).toMatchObject({
      status: 412,
      body: { code: 'version-mismatch' },
    });
    await call(returnIdea, { as: 'S1', path: { idea: id }, body: { reason: '请写明地点' } });
    expect(
      (await revise('E1', code, 3, { ...REVISED, problem: '镗床的铁屑飞溅到导轨上' })).body,
    ).toMatchObject({
      status: 'submitted',
      version: 4,
    });
    expect((await open('E1', code)).body.history?.map(({ act, by }) => [act, by])).toEqual([
      ['submit', { kind: 'unnamed' }],
      ['revise', { kind: 'unnamed' }],
      ['return', { kind: 'member', id: 'S1' }],
      ['revise', { kind: 'unnamed' }],
    ]);
  });

  it('the idea is withdrawn, until a vote on it', async () => {
    const { clock, call, cycle, handIn, withdraw } = await firm();
    const [early, listed, voted] = [await handIn(), await handIn(), await handIn()];
    expect((await withdraw('E1', early.code)).body.status).toBe('withdrawn');
    expect((await withdraw('E1', early.code)).body.status).toBe('withdrawn');
    clock.set(AT.opens);
    await cycle();
    expect((await withdraw('E1', listed.code)).body.status).toBe('withdrawn');
    await call(castVote, { as: 'C2', path: { idea: voted.id }, body: { choice: 'approve' } });
    expect(await withdraw('E1', voted.code)).toMatchObject({
      status: 409,
      body: { code: 'ballot-has-votes' },
    });
  });

  it('the author claims the idea, once; from then on the code opens nothing', async () => {
    const { call, handIn, claim, open, revise, withdraw } = await firm();
    const { id, code } = await handIn('E1');
    const claimed = await claim('E1', code);
    expect(claimed).toMatchObject({ status: 200, body: { id, authorId: 'E1', unnamed: false } });
    expect((await claim('E1', code)).text).toBe(claimed.text);
    const refusal = { status: 404, body: { code: 'unknown-claim-code' } };
    expect(await claim('E2', code)).toMatchObject(refusal);
    expect(await open('E1', code)).toMatchObject(refusal);
    expect(await revise('E1', code, 2)).toMatchObject(refusal);
    expect(await withdraw('E1', code)).toMatchObject(refusal);
    const mine = await call<{ items: IdeaBody[] }>(listMyIdeas, { as: 'E1' });
    expect(mine.body.items.map(one => one.id)).toEqual([id]);
  });

  it('the claimer of a merged idea becomes a co-author of the other, as long as that is open', async () => {
    const { clock, cycle, call, handIn, claim } = await firm();
    const [first, second] = [await handIn('E1'), await handIn('E2')];
    const { body: target } = await call<IdeaBody>(submitIdea, { as: 'C2', body: SLIP });
    for (const { id } of [first, second])
      await call(mergeIdea, { as: 'S1', path: { idea: id }, body: { into: target.id } });
    await claim('E1', first.code);
    const read = async () =>
      (await call<{ coAuthors: string[] }>(getIdea, { as: 'E2', path: { idea: target.id } })).body
        .coAuthors;
    expect(await read()).toEqual(['E1']);
    clock.set(AT.opens);
    await cycle();
    clock.set(AT.closes);
    await cycle();
    clock.set('2026-11-15T01:00:00.000Z');
    await cycle();
    expect((await claim('E2', second.code)).body.authorId).toBe('E2');
    expect(await read()).toEqual(['E1', 'E2']);
  });

  it('they become a co-author of every later target of their idea, and are recused from the vote', async () => {
    const { clock, cycle, call, handIn, claim } = await firm();
    const first = await handIn('C2');
    const open = async (title: string) =>
      (await call<IdeaBody>(submitIdea, { as: 'E1', body: { ...SLIP, title } })).body.id;
    const [middle, last] = [await open('中间的一条'), await open('最后的一条')];
    const merge = (idea: string, into: string) =>
      call(mergeIdea, { as: 'S1', path: { idea }, body: { into } });
    await merge(first.id, middle);
    await merge(middle, last);
    const claimed = await claim('C2', first.code);
    expect(claimed.body).toMatchObject({ authorId: 'C2', status: 'merged' });
    expect((await claim('C2', first.code)).text).toBe(claimed.text);
    const authors = async (idea: string) => {
      const { body } = await call<{ coAuthors: string[] }>(getIdea, { as: 'E2', path: { idea } });
      return body.coAuthors;
    };
    expect([await authors(middle), await authors(last)]).toEqual([['C2'], ['C2']]);

    clock.set(AT.opens);
    await cycle();
    const vote = (idea: string) =>
      call(castVote, { as: 'C2', path: { idea }, body: { choice: 'approve' } });
    expect((await vote(last)).body).toMatchObject({ code: 'recused' });
    const takeOut = (idea: string) => call(unmergeIdea, { as: 'S1', path: { idea } });
    expect((await takeOut(middle)).status).toBe(200);
    expect([await authors(middle), await authors(last)]).toEqual([['C2'], []]);
    expect((await vote(middle)).body).toMatchObject({ code: 'recused' });
    expect((await takeOut(first.id)).status).toBe(200);
    expect(await authors(middle)).toEqual([]);
    expect((await vote(middle)).status).toBe(200);
  });

  it('a member who claimed after the decision cannot vote after it is reopened', async () => {
    const { clock, cycle, call, handIn, claim } = await firm();
    const { id, code } = await handIn('C2');
    const { body: target } = await call<IdeaBody>(submitIdea, { as: 'E1', body: SLIP });
    const path = { idea: target.id };
    await call(mergeIdea, { as: 'S1', path: { idea: id }, body: { into: target.id } });
    clock.set(AT.opens);
    await cycle();
    for (const as of ['C1', 'C3']) await call(castVote, { as, path, body: { choice: 'approve' } });
    expect((await call(decideIdea, { as: 'C1', path, body: { outcome: 'adopted' } })).status).toBe(
      200,
    );
    await claim('C2', code);
    const { body: decided } = await call<{ ballot: object }>(getIdea, { as: 'E2', path });
    expect(decided.ballot).toMatchObject({ eligible: 3, quorum: 2 });
    expect((await call(reopenIdea, { as: 'C1', path, body: { reason: '票数有误' } })).status).toBe(
      200,
    );
    expect(
      (await call(castVote, { as: 'C2', path, body: { choice: 'oppose' } })).body,
    ).toMatchObject({
      code: 'recused',
    });
  });

  it('of two concurrent claimers one becomes the author, and the other is refused', async () => {
    const { call, handIn, claim } = await firm();
    const { id, code } = await handIn('E1');
    const answers = await Promise.all(['E1', 'E2'].map(as => claim(as, code)));
    expect(answers.map(({ status }) => status).filter(status => status === 200)).toHaveLength(1);
    const { body } = await call<IdeaBody>(getIdea, { as: 'M1', path: { idea: id } });
    expect(body.authorId).toBe(answers[0]!.status === 200 ? 'E1' : 'E2');
  });
});

describe('guessing', () => {
  // Far ahead, so that the engine does not sweep items that have expired by its own clock.
  const NOW = '2090-10-08T02:20:00.000Z';
  const WRONG = '9010-0000-0000-0000-0000-0000';
  const guessesIn = async (table: Parameters<typeof everything>[0]) =>
    (await everything(table)).filter(({ pk }) => String(pk).includes('GUESSES'));

  it('ends after ten wrong codes an hour, for the member who tried them, with the right code too', async () => {
    const table = await freshTable();
    const clock = new SetClock(NOW);
    await foundFirm(table, { round: round('2090-10') });
    const call = apiOf(table, clock);
    const open = (as: string, code: string) => call(openUnnamedIdea, { as, body: { code } });
    const { body } = await call<IdeaBody>(submitIdea, { as: 'E1', body: UNNAMED });
    const code = body.claimCode ?? '';

    expect((await open('E1', code)).status).toBe(200);
    expect(
      (await call(openUnnamedIdea, { as: 'E1', body: { code: 'no code at all' } })).status,
    ).toBe(400);
    expect(await guessesIn(table)).toEqual([]);

    for (let guess = 1; guess <= 10; guess += 1)
      expect(await open('E2', WRONG), String(guess)).toMatchObject({
        status: 404,
        body: { code: 'unknown-claim-code', errors: [{ field: 'code', rule: 'exists' }] },
      });
    for (const tried of [WRONG, code]) {
      const refused = await open('E2', tried);
      expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-guesses' } });
      expect(refused.headers['retry-after']).toBe(String(40 * 60));
    }
    expect((await call(claimUnnamedIdea, { as: 'E2', body: { code } })).status).toBe(429);
    expect((await open('E1', code)).status).toBe(200);
    expect(await guessesIn(table)).toEqual([
      expect.objectContaining({
        guesses: 10,
        expiresAt: Date.parse('2090-10-08T03:00:00.000Z') / 1000,
      }),
    ]);

    clock.set('2090-10-08T03:00:00.000Z');
    expect((await open('E2', code)).status).toBe(200);
  });

  it('gets ten answers to wrong codes, however many are tried concurrently', async () => {
    const table = await freshTable();
    await foundFirm(table, { round: round('2090-10') });
    const call = apiOf(table, new SetClock(NOW));
    const tried = await Promise.all(
      Array.from({ length: 64 }, () => call(openUnnamedIdea, { as: 'E2', body: { code: WRONG } })),
    );
    const told = (code: string) => tried.filter(({ body }) => body.code === code).length;
    expect([told('unknown-claim-code'), told('too-many-guesses')]).toEqual([10, 54]);
    expect(await guessesIn(table)).toEqual([expect.objectContaining({ guesses: 10 })]);
  });
});

it('an unnamed author’s acts leave nothing of who they are, of their code, or of the moment', async () => {
  const lines: string[] = [];
  const line = (message: string, fields: object) =>
    void lines.push(JSON.stringify({ message, ...fields }));
  const log: Log = { info: line, warn: line, error: line };
  const { table, clock, call, cycle, open, revise, withdraw } = await firm(AT.collecting, log);
  const author = { ...newMember('QQ7731'), subject: subject('sub-of-7731') };
  await memberRepository(table).put(author);
  const records: DynamoDBRecord[] = [];
  const metrics = adoptionMetricsHandler({
    pictures: NO_PICTURES,
    table: withRightsOf('adoption-metrics', table),
    log,
    emit: () => undefined,
  });
  const stream = new Stream(
    table.connection,
    table.streamArn,
    event => {
      records.push(...event.Records);
      return metrics(event);
    },
    { lost: () => undefined, failed: () => undefined },
  );
  stream.start();
  await stream.drained();
  records.length = 0;
  const known = new Set((await everything(table)).map(item => JSON.stringify(item)));

  const moments: string[] = [];
  const at = (moment: string): void => {
    moments.push(moment);
    clock.set(moment);
  };
  const as = 'QQ7731';
  // Their subject is not made of their number, so the caller is distinguished by hand.
  const asAuthor = { as: 'of-7731' };
  at('2026-10-08T02:13:57.321Z');
  const handIn = () =>
    call<IdeaBody>(submitIdea, { ...asAuthor, headers: { 'idempotency-key': KEY }, body: UNNAMED });
  const { body } = await handIn();
  const code = body.claimCode ?? '';
  at('2026-10-08T02:14:31.877Z');
  expect((await handIn()).status).toBe(201);
  at('2026-10-09T07:41:19.642Z');
  expect((await open(asAuthor.as, code)).status).toBe(200);
  at('2026-10-09T07:46:03.158Z');
  expect((await revise(asAuthor.as, code, 1)).status).toBe(200);
  clock.set(AT.opens);
  await cycle();
  at('2026-10-15T03:33:33.333Z');
  expect((await withdraw(asAuthor.as, code)).status).toBe(200);
  await stream.drained();
  await stream.stop();

  const added = (await everything(table)).filter(item => !known.has(JSON.stringify(item)));
  const ours = added.filter(({ type }) => type !== 'round');
  expect(ours.map(({ type }) => type ?? 'marker').toSorted()).toContain('idea');
  const idea = ours.find(({ type }) => type === 'idea');
  expect(idea).toMatchObject({ status: 'withdrawn', submittedAt: '2026-10-07T16:00:00.000Z' });
  expect(lines.length).toBeGreaterThan(4);
  expect(records.length).toBeGreaterThan(3);

  const everythingKept = [
    ...added.map(item => JSON.stringify(item)),
    ...lines,
    ...records.map(({ dynamodb }) =>
      JSON.stringify([dynamodb?.Keys, dynamodb?.OldImage ?? null, dynamodb?.NewImage ?? null]),
    ),
  ];
  const bare = code.replaceAll('-', '');
  const traces = [
    ...[
      as,
      '7731',
      KEY,
      code,
      bare,
      bare.toLowerCase(),
      bare.slice(4),
      bare.slice(4).toLowerCase(),
    ],
    ...moments.flatMap(moment => [
      moment.slice(0, 16),
      String(Date.parse(moment)),
      String(Math.floor(Date.parse(moment) / 1000)),
    ]),
  ];
  for (const text of everythingKept) for (const trace of traces) expect(text).not.toContain(trace);
  // Nor do the markers of counted records reveal the second: they all expire at the end of a day.
  const expiries = added.flatMap(({ expiresAt }) =>
    typeof expiresAt === 'number' ? [expiresAt] : [],
  );
  expect(expiries.length).toBeGreaterThan(0);
  expect(expiries.filter(expiry => expiry % 86_400 !== 0)).toEqual([]);
});

it('an unnamed idea of the last minute of a round stays in that round', async () => {
  const { clock, cycle, handIn } = await firm(AT.opens);
  await cycle();
  clock.set('2026-10-15T15:59:59.999Z');
  expect(await handIn()).toMatchObject({
    round: OCTOBER,
    status: 'on-agenda',
    submittedAt: '2026-10-14T16:00:00.000Z',
  });
  clock.set(AT.intakeEnds);
  expect(await handIn()).toMatchObject({
    round: NOVEMBER,
    status: 'submitted',
    submittedAt: AT.intakeEnds,
  });
});
