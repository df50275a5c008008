/** Comments through the API: written once, hidden with a trace, and hidden from others for good. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import {
  hideComment,
  listComments,
  showComment,
  writeComment,
} from '../../shared/contract/routes/comments.ts';
import { getIdea, listIdeas } from '../../shared/contract/routes/ideas.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { Log } from '../../shared/http/log.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { ideaKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import {
  HUATAI,
  type IdeaFacts,
  member,
  newIdea,
  newMember,
  withdrawn,
  ZHONGCHENG,
} from '../store/sample-facts.ts';
import { everything, watched } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { AT, apiOf, type Caller, foundFirm, type Reply, SetClock } from './small-firm.ts';

interface CommentBody {
  readonly id: string;
  readonly writer: string;
  readonly text?: string;
  readonly writtenAt: string;
  readonly hidden: { readonly by: string; readonly reason: string } | null;
  readonly trace: readonly { readonly act: string; readonly by: string }[];
  readonly mayHide: boolean;
  readonly mayShow: boolean;
}
interface PageBody {
  readonly items: readonly CommentBody[];
  readonly nextCursor?: string;
}

const TEXT = '我们车间试过，挡板要可拆';
const REASON = '与本条无关';

let table: FreshTable;
let clock: SetClock;
let call: Caller;
const logged: unknown[][] = [];
const note = (...line: unknown[]): void => void logged.push(line);
const log: Log = { info: note, warn: note, error: note };

beforeAll(async () => {
  table = await freshTable();
  clock = new SetClock(AT.collecting);
  await foundFirm(table);
  call = apiOf(table, clock, HUATAI, log);
});

/** Stored without a request. By default E1 is its author and C3 a co-author. */
async function anIdea(facts: IdeaFacts = { author: 'E1' }) {
  const coAuthors = facts.author === undefined ? [] : [{ id: member('C3'), via: newIdea().id }];
  const idea: Idea = { ...newIdea(facts), coAuthors };
  await ideaRepository(table).create(idea, [], 'print');
  return { idea, path: { idea: idea.id } };
}

async function takeBack(idea: Idea): Promise<void> {
  const item = { ...ideaKey(idea.organization, idea.id), type: 'idea', ...withdrawn(idea) };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

const write = (as: string, path: Record<string, string>, text = TEXT, key?: string) =>
  call<CommentBody>(writeComment, {
    as,
    path,
    body: { text },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });
const hide = (as: string, path: Record<string, string>, reason = REASON) =>
  call<CommentBody>(hideComment, { as, path, body: { reason } });
const show = (as: string, path: Record<string, string>) =>
  call<CommentBody>(showComment, { as, path });
const list = (as: string, path: Record<string, string>, query: Record<string, string> = {}) =>
  call<PageBody>(listComments, { as, path, query });

/** A comment of E2's on an idea of E1's. */
async function aComment(writer = 'E2') {
  const { path } = await anIdea();
  const written = await write(writer, path);
  expect(written.status).toBe(201);
  return { written, path, of: { ...path, comment: written.body.id } };
}

describe('writing a comment', () => {
  it('stores it under the writer’s number, with its time, for every member to read', async () => {
    const { written, path } = await aComment();
    expect(written.body).toMatchObject({
      writer: 'E2',
      text: TEXT,
      writtenAt: AT.collecting,
      hidden: null,
      trace: [],
      mayHide: true,
      mayShow: false,
    });
    for (const as of ['E1', 'E2', 'S1', 'C1', 'M1'])
      expect((await list(as, path)).body.items, as).toMatchObject([{ writer: 'E2', text: TEXT }]);
  });

  it('with a key is done once, whatever has become of comment and idea and however late it is repeated', async () => {
    const { idea, path } = await anIdea();
    const first = await write('E2', path, TEXT, 'k-1');
    expect((await hide('S1', { ...path, comment: first.body.id })).status).toBe(200);
    for (const at of [AT.collecting, AT.opens, '2027-05-10T02:00:00.000Z']) {
      clock.set(at);
      const again = await write('E2', path, TEXT, 'k-1');
      expect(again, at).toMatchObject({ status: 201, text: first.text });
    }
    const ofAuthor = await write('E1', path, TEXT, 'k-1');
    await takeBack(idea);
    expect(await write('E1', path, TEXT, 'k-1')).toMatchObject({
      status: 201,
      text: ofAuthor.text,
    });
    expect(await write('E1', path, TEXT, 'k-2')).toMatchObject({ status: 409 });
    for (const key of ['k-1', 'k-2']) expect((await write('E2', path, TEXT, key)).status).toBe(404);
    clock.set(AT.collecting);
    expect((await list('E1', path)).body.items).toHaveLength(2);
    expect((await list('E1', path)).body.items[0]?.hidden).toMatchObject({
      by: 'S1',
      reason: REASON,
    });
  });

  it('with a key of another text is refused, but not to another member', async () => {
    const { path } = await anIdea();
    await write('E2', path, TEXT, 'k-3');
    expect(await write('E2', path, '另一句', 'k-3')).toMatchObject({
      status: 422,
      body: { code: 'key-reused' },
    });
    expect((await write('C2', path, '另一句', 'k-3')).status).toBe(201);
    const { items } = (await list('E1', path)).body;
    expect(items.map(({ writer, text }) => `${writer}: ${text}`).toSorted()).toEqual([
      'C2: 另一句',
      `E2: ${TEXT}`,
    ]);
  });

  it('without a key is done as often as it is sent', async () => {
    const { path } = await anIdea();
    const [one, two] = await Promise.all([write('E2', path), write('E2', path)]);
    expect(one.body.id).not.toBe(two.body.id);
    expect((await list('E2', path)).body.items).toHaveLength(2);
  });

  it('needs a text of 1 to 500 characters, and nothing else', async () => {
    const { path } = await anIdea();
    for (const [body, field] of [
      [{ text: ' \n' }, 'text'],
      [{ text: '字'.repeat(501) }, 'text'],
      [{}, 'text'],
      [{ text: TEXT, writer: 'E1' }, 'writer'],
    ] as const)
      expect(await call(writeComment, { as: 'E2', path, body })).toMatchObject({
        status: 400,
        body: { errors: [{ field }] },
      });
    expect((await write('E2', path, '👨‍👩‍👧‍👦'.repeat(500))).status).toBe(201);
  });

  it('is refused on a withdrawn idea, whose author alone can still read the comments', async () => {
    const { idea, path } = await anIdea();
    const { body } = await write('E2', path);
    await takeBack(idea);
    expect(await write('E1', path)).toMatchObject({
      status: 409,
      body: { code: 'not-open-for-comments' },
    });
    expect((await list('E1', path)).body.items).toHaveLength(1);
    expect((await write('E2', path)).status).toBe(404);
    expect((await list('S1', path)).status).toBe(404);
    expect((await hide('E2', { ...path, comment: body.id })).status).toBe(404);
  });
});

describe('the list', () => {
  it('is oldest first, fifty a page, and continues from its cursor', async () => {
    const { path } = await anIdea();
    for (let second = 0; second < 52; second += 1) {
      clock.set(`2026-10-08T03:00:${String(second).padStart(2, '0')}.000Z`);
      await write('E2', path, `第 ${second} 条`);
    }
    clock.set(AT.collecting);
    const first = await list('C2', path);
    expect(first.body.items.map(({ text }) => text)).toEqual(
      Array.from({ length: 50 }, (_, second) => `第 ${second} 条`),
    );
    const second = await list('C2', path, { cursor: first.body.nextCursor ?? '' });
    expect(second.body.items.map(({ text }) => text)).toEqual(['第 50 条', '第 51 条']);
    expect('nextCursor' in second.body).toBe(false);
    expect((await list('C2', path, { limit: '3' })).body.items).toHaveLength(3);
    expect((await list('C2', path, { cursor: 'x' })).status).toBe(400);
  });
});

describe('hiding a comment', () => {
  it('shows who did it and why, and the text to its writer, secretaries and chairs alone', async () => {
    const { path, of } = await aComment();
    await hide('S1', of);
    const replies: [string, Reply<unknown>][] = [];
    for (const as of ['E1', 'C2', 'C3', 'M1']) replies.push([as, await list(as, path)]);
    // Refused acts do not reveal it either.
    replies.push(
      ['E1', await hide('E1', of)],
      ['C2', await hide('C2', of)],
      ['C2', await show('C2', of)],
    );
    for (const [as, { text }] of replies) expect(text, as).not.toContain(TEXT);
    for (const as of ['E2', 'S1', 'C1'])
      expect((await list(as, path)).body.items, as).toMatchObject([
        { text: TEXT, hidden: { by: 'S1' } },
      ]);
    expect((await list('M1', path)).body.items).toEqual([
      {
        id: of.comment,
        organization: HUATAI,
        ideaId: path.idea,
        writer: 'E2',
        writtenAt: AT.collecting,
        hidden: { at: AT.collecting, by: 'S1', reason: REASON },
        trace: [{ act: 'hide', at: AT.collecting, by: 'S1', reason: REASON }],
        mayHide: false,
        mayShow: false,
      },
    ]);
  });

  it('is undone with a trace of that too', async () => {
    const { path, of } = await aComment();
    await hide('C1', of);
    const shown = await show('S1', of);
    expect(shown).toMatchObject({ status: 200, body: { hidden: null, text: TEXT } });
    expect(await show('S1', of)).toMatchObject({ status: 200, text: shown.text });
    expect((await list('M1', path)).body.items).toMatchObject([
      {
        text: TEXT,
        hidden: null,
        trace: [
          { act: 'hide', by: 'C1' },
          { act: 'show', by: 'S1' },
        ],
      },
    ]);
  });

  it('is undone once by two at once, and neither is refused', async () => {
    const { path, of } = await aComment();
    await hide('C1', of);
    const others = [() => show('C1', of)];
    const overtaken = apiOf(
      watched(table, { before: async () => void (await others.shift()?.()) }),
      clock,
    );
    expect((await overtaken(showComment, { as: 'S1', path: of })).status).toBe(200);
    expect((await list('M1', path)).body.items[0]?.trace).toMatchObject([
      { act: 'hide' },
      { by: 'C1' },
    ]);
  });

  it('is not for everybody', async () => {
    const { of } = await aComment();
    for (const as of ['E1', 'C2', 'C3', 'M1'])
      expect(await hide(as, of), as).toMatchObject({
        status: 403,
        body: { code: 'not-yours-to-hide' },
      });
    await hide('S1', of);
    for (const as of ['E1', 'C2', 'C3', 'M1', 'E2'])
      expect(await show(as, of), as).toMatchObject({
        status: 403,
        body: { code: 'not-yours-to-show' },
      });
  });

  it('by its writer withdraws it; the writer alone can restore it', async () => {
    const { path, of } = await aComment();
    expect(await hide('E2', of)).toMatchObject({
      status: 200,
      body: { text: TEXT, hidden: { by: 'E2' }, mayShow: true },
    });
    expect((await list('E1', path)).text).not.toContain(TEXT);
    for (const as of ['E1', 'S1']) expect((await show(as, of)).status, as).toBe(403);
    expect((await show('E2', of)).status).toBe(200);
  });

  it('needs a reason', async () => {
    const { of } = await aComment();
    for (const body of [{}, { reason: ' ' }])
      expect(await call(hideComment, { as: 'S1', path: of, body })).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'reason' }] },
      });
  });

  it('by two at once is done once, and the other is refused as outdated', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { path, of } = await aComment();
      const replies = await Promise.all(['S1', 'C1', 'E2'].map(as => hide(as, of, `${as} 的理由`)));
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      for (const { status, body } of replies)
        if (status === 409) expect(body).toMatchObject({ code: 'changed-meanwhile' });
      const winner = replies.find(({ status }) => status === 200);
      const [comment] = (await list('M1', path)).body.items;
      expect(comment?.trace).toEqual(winner?.body.trace);
      expect(comment?.trace).toHaveLength(1);
    }
  });

  it('of a comment on another idea, or of a missing one, is not found', async () => {
    const { of } = await aComment();
    const { path } = await anIdea();
    const none = of.comment.replace(/.{4}$/, '0000');
    for (const wrong of [
      { ...path, comment: of.comment },
      { ...of, comment: none },
    ])
      for (const act of [hide, show])
        expect(await act('S1', wrong)).toMatchObject({
          status: 404,
          body: { errors: [{ field: 'comment' }] },
        });
  });
});

describe('on an unnamed idea', () => {
  it('its author comments like everybody else: under their number, and with no more rights', async () => {
    const { path } = await anIdea({ author: undefined });
    const own = await write('E1', path);
    expect(own.body.writer).toBe('E1');
    const others = await write('E2', path);
    expect((await hide('E1', { ...path, comment: others.body.id })).status).toBe(403);
    const { items } = (await list('E1', path)).body;
    expect(items.filter(({ mayHide }) => mayHide).map(({ writer }) => writer)).toEqual(['E1']);
  });
});

describe('another organization', () => {
  it('can neither read, write, hide nor show', async () => {
    await foundFirm(table, { id: ZHONGCHENG });
    await memberRepository(table).put(newMember('Z1', ['secretary', 'administrator'], ZHONGCHENG));
    const theirs = apiOf(table, clock, ZHONGCHENG, log);
    const { of } = await aComment();
    for (const [route, body] of [
      [listComments, undefined],
      [writeComment, { text: TEXT }],
      [hideComment, { reason: REASON }],
      [showComment, undefined],
    ] as const) {
      const request = { as: 'Z1', path: of, ...(body && { body }) };
      for (const caller of [call, theirs]) {
        const reply = await caller(route, request);
        expect(reply.status, route.id).toBe(404);
        expect(reply.text).not.toContain(TEXT);
      }
    }
    expect((await list('M1', of)).body.items).toMatchObject([{ text: TEXT, trace: [] }]);
  });
});

describe('other traces of comments', () => {
  it('in the log have neither text, nor reason, nor person', async () => {
    const { of } = await aComment();
    await hide('S1', of, '理由甲');
    await hide('C1', of, '理由乙');
    await show('C2', of);
    await write('E2', { idea: 'no-idea' });
    expect(logged.length).toBeGreaterThan(4);
    const lines = JSON.stringify(logged);
    expect(lines).toContain('/comments/{comment}/hidden');
    expect(lines).not.toMatch(new RegExp(`${TEXT}|${REASON}|理由|E1|E2|S1|C1|C2|${of.comment}`));
  });

  it('in the round’s numbers are none: the stream counts comments beside their idea', async () => {
    const own = await freshTable();
    const lost: unknown[] = [];
    const stream = new Stream(
      own.connection,
      own.streamArn,
      adoptionMetricsHandler({ pictures: NO_PICTURES, table: own, log, emit: () => undefined }),
      { lost: record => lost.push(record), failed: error => lost.push(error) },
    );
    stream.start();
    await foundFirm(own);
    const idea = newIdea({ author: 'E1' });
    await ideaRepository(own).create(idea, [], 'print');
    await stream.drained();
    const before = (await everything(own)).length;
    const ask = apiOf(own, clock);
    const path = { idea: idea.id };
    const written = await ask<CommentBody>(writeComment, { as: 'E2', path, body: { text: TEXT } });
    const of = { ...path, comment: written.body.id };
    await ask(hideComment, { as: 'S1', path: of, body: { reason: REASON } });
    await ask(showComment, { as: 'S1', path: of });
    await stream.drained();
    await stream.stop();
    expect(lost).toEqual([]);
    // The comment, the note of its request and its writer's count; one number and three markers.
    expect(await everything(own)).toHaveLength(before + 7);
  });
});

describe('the count of comments', () => {
  it('follows the stream exactly once: written, hidden and shown again, in lists and on the page', async () => {
    const { path } = await anIdea();
    const handle = adoptionMetricsHandler({
      pictures: NO_PICTURES,
      table,
      log,
      emit: () => undefined,
    });
    // Every batch comes twice.
    const stream = new Stream(
      table.connection,
      table.streamArn,
      async event => {
        await handle(event);
        return handle(event);
      },
      { lost: () => undefined, failed: () => undefined },
    );
    stream.start();
    const counted = async () => {
      await stream.drained();
      const listed = await call<{ items: { id: string; comments: number }[] }>(listIdeas, {
        as: 'E2',
        path: { round: '2026-10' },
        query: { limit: '100' },
      });
      const page = await call<{ comments: number }>(getIdea, { as: 'E2', path });
      const row = listed.body.items.find(({ id }) => id === path.idea);
      expect(row?.comments).toBe(page.body.comments);
      return row?.comments;
    };
    const first = await write('E2', path);
    await write('E2', path, TEXT, 'the-same-key');
    await write('E2', path, TEXT, 'the-same-key');
    expect(await counted()).toBe(2);
    const of = { ...path, comment: first.body.id };
    await hide('S1', of);
    await hide('S1', of);
    expect(await counted()).toBe(1);
    await show('S1', of);
    expect(await counted()).toBe(2);
    await stream.stop();
  });
});
