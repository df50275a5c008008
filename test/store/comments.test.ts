/**
 * Comments in the table: written once however often they are sent, in order, and hidden from the
 * next read on.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comment, CommentAct } from '../../shared/domain/idea/comment.ts';
import type { CommentId, IdeaId } from '../../shared/domain/kernel/ids.ts';
import {
  type CommentRepository,
  type CommentRequest,
  commentIdFor,
  commentRepository,
} from '../../shared/store/comments.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { granted, HUATAI, instant, member, OCTOBER, ZHONGCHENG } from './sample-facts.ts';
import { Breakdown, everything, watched } from './watched-table.ts';

let table: FreshTable;
let comments: CommentRepository;

beforeAll(async () => {
  table = await freshTable();
  comments = commentRepository(table);
});

let ideas = 0;
function anIdea(): IdeaId {
  ideas += 1;
  return ideaIdFor(OCTOBER, [`commented ${ideas}`]);
}

const at = (minute: number) => instant(`2026-10-09T02:${String(minute).padStart(2, '0')}:00.000Z`);

function newComment(ideaId: IdeaId, minute = 0, facts: Partial<Comment> = {}): Comment {
  const writtenAt = at(minute);
  return {
    id: commentIdFor(writtenAt, [ideaId, facts.writer ?? 'HT0200']),
    organization: HUATAI,
    ideaId,
    writer: member('HT0200'),
    text: `第 ${minute} 分钟的评论`,
    writtenAt,
    trace: [],
    ...facts,
  };
}

const request = (key: string, facts: Partial<CommentRequest> = {}): CommentRequest => ({
  writer: member('HT0200'),
  key,
  fingerprint: 'print',
  ...facts,
});

let keys = 0;
async function stored(comment: Comment): Promise<Comment> {
  keys += 1;
  expect(await comments.create(comment, request(`k-${keys}`))).toBeUndefined();
  return comment;
}

const hiding = (by = 'HT0274', reason = '离题'): CommentAct => ({
  act: 'hide',
  at: at(30),
  by: member(by),
  reason,
});
const traced = (comment: Comment, ...acts: CommentAct[]): Comment => ({
  ...comment,
  trace: [...comment.trace, ...acts],
});

describe('writing', () => {
  it('with the same key finds the first comment, however late it is repeated', async () => {
    const idea = anIdea();
    const first = newComment(idea, 1);
    expect(await comments.create(first, request('once'))).toBeUndefined();
    const again = newComment(idea, 59);
    expect(again.id).not.toBe(first.id);
    expect(await comments.create(again, request('once'))).toEqual({
      comment: first,
      sameRequest: true,
    });
    expect(await comments.madeBy(HUATAI, idea, request('once'))).toEqual({
      comment: first,
      sameRequest: true,
    });
    expect((await comments.ofIdea(HUATAI, idea, {})).items).toEqual([first]);
  });

  it('with a key of another text is refused, and writes nothing', async () => {
    const idea = anIdea();
    const first = newComment(idea, 1);
    await comments.create(first, request('same key'));
    const other = request('same key', { fingerprint: 'another' });
    expect(await comments.create(newComment(idea, 2, { text: '另一条' }), other)).toEqual({
      comment: first,
      sameRequest: false,
    });
    expect((await comments.ofIdea(HUATAI, idea, {})).items).toEqual([first]);
  });

  it('distinguishes the keys of other members, ideas and organizations', async () => {
    const idea = anIdea();
    await comments.create(newComment(idea, 1), request('k'));
    const neighbour = member('HT0300');
    for (const [comment, of] of [
      [newComment(idea, 1, { writer: neighbour }), request('k', { writer: neighbour })],
      [newComment(anIdea(), 1), request('k')],
      [newComment(idea, 1, { organization: ZHONGCHENG }), request('k')],
    ] as const)
      expect(await comments.create(comment, of)).toBeUndefined();
    expect((await comments.ofIdea(HUATAI, idea, {})).items).toHaveLength(2);
  });

  it('lets exactly one of many simultaneous attempts through', async () => {
    const idea = anIdea();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, minute) =>
        comments.create(newComment(idea, minute), request('all at once')),
      ),
    );
    const { items } = await comments.ofIdea(HUATAI, idea, {});
    expect(items).toHaveLength(1);
    expect(answers.filter(answer => answer === undefined)).toHaveLength(1);
    for (const answer of answers)
      if (answer) expect(answer).toEqual({ comment: items[0], sameRequest: true });
  });

  it('writes both or nothing when it fails, and can be repeated', async () => {
    const idea = anIdea();
    const comment = newComment(idea, 1);
    const before = (await everything(table)).length;
    const fails = (watch: 'before' | 'after') =>
      commentRepository(
        watched(table, {
          [watch]: () => {
            throw new Breakdown();
          },
        }),
      ).create(comment, request('broken off'));
    await expect(fails('before')).rejects.toThrow(Breakdown);
    expect(await everything(table)).toHaveLength(before);
    await expect(fails('after')).rejects.toThrow(Breakdown);
    expect(await comments.create(newComment(idea, 7), request('broken off'))).toEqual({
      comment,
      sameRequest: true,
    });
    expect(await everything(table)).toHaveLength(before + 2);
  });

  it('stores no reusable part of the key', async () => {
    const idea = anIdea();
    await comments.create(newComment(idea, 1), request('a-secret-key'));
    expect(JSON.stringify(await everything(table))).not.toContain('a-secret-key');
  });
});

describe('hiding and showing', () => {
  it('is one write, and read back as it was stored', async () => {
    const comment = await stored(newComment(anIdea(), 1));
    const sent: string[] = [];
    const watching = commentRepository(watched(table, { sent: command => sent.push(command) }));
    const hidden = traced(comment, hiding());
    expect(granted(await watching.save(comment, hidden))).toEqual(hidden);
    expect(sent).toEqual(['PutCommand']);
    expect(await comments.get(HUATAI, comment.ideaId, comment.id)).toEqual(hidden);
    const shown = traced(hidden, { act: 'show', at: at(31), by: member('HT0274') });
    granted(await comments.save(hidden, shown));
    expect((await comments.ofIdea(HUATAI, comment.ideaId, {})).items).toEqual([shown]);
  });

  it('by two at once leaves one trace; the other is refused as outdated', async () => {
    const comment = await stored(newComment(anIdea(), 1));
    const tries = ['HT0274', 'HT0132', 'HT0200'].map(by =>
      traced(comment, hiding(by, `${by} 的理由`)),
    );
    const answers = await Promise.all(tries.map(after => comments.save(comment, after)));
    const winners = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
    expect(winners).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok)).toEqual(
      Array.from({ length: 2 }, () => ({ ok: false, refusal: { code: 'changed-meanwhile' } })),
    );
    expect(await comments.get(HUATAI, comment.ideaId, comment.id)).toEqual(winners[0]);
  });

  it('of a comment that was hidden and shown since it was read is refused', async () => {
    const comment = await stored(newComment(anIdea(), 1));
    const hidden = traced(comment, hiding());
    granted(await comments.save(comment, hidden));
    granted(
      await comments.save(
        hidden,
        traced(hidden, { act: 'show', at: at(31), by: member('HT0274') }),
      ),
    );
    expect(await comments.save(comment, hidden)).toMatchObject({
      refusal: { code: 'changed-meanwhile' },
    });
  });

  it('of a missing comment does not create it', async () => {
    const comment = newComment(anIdea(), 1);
    expect(await comments.save(comment, traced(comment, hiding()))).toEqual({
      ok: false,
      refusal: { code: 'not-found', what: 'comment' },
    });
    expect(await comments.get(HUATAI, comment.ideaId, comment.id)).toBeUndefined();
  });
});

describe('an idea’s comments', () => {
  async function pages(idea: IdeaId, limit?: number): Promise<Comment[][]> {
    const all: Comment[][] = [];
    let cursor: CommentId | undefined;
    do {
      const page = await comments.ofIdea(HUATAI, idea, {
        ...(cursor !== undefined && { cursor }),
        ...(limit !== undefined && { limit }),
      });
      all.push([...page.items]);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return all;
  }

  it('are oldest first, in whatever order they were stored, fifty a page', async () => {
    const idea = anIdea();
    const written = Array.from({ length: 53 }, (_, minute) => newComment(idea, minute));
    await Promise.all(written.toReversed().map(stored));
    const [first = [], second = [], ...rest] = await pages(idea);
    expect([first.length, second.length, rest.length]).toEqual([50, 3, 0]);
    expect([...first, ...second]).toEqual(written);
  });

  it('are complete and without repetition at any length of page, also with a full last one', async () => {
    const idea = anIdea();
    const written = Array.from({ length: 6 }, (_, minute) => newComment(idea, minute));
    await Promise.all(written.map(stored));
    for (const limit of [1, 2, 3, 4, 6]) {
      const found = await pages(idea, limit);
      expect(found.flat(), `${limit}`).toEqual(written);
      expect(found).toHaveLength(Math.ceil(6 / limit));
    }
  });

  it('of one moment are all there', async () => {
    const idea = anIdea();
    const written = ['HT0200', 'HT0201', 'HT0202'].map(id =>
      newComment(idea, 5, { writer: member(id) }),
    );
    await Promise.all(written.map(stored));
    const found = (await pages(idea, 1)).flat();
    expect(found.map(({ writer }) => writer).toSorted()).toEqual(['HT0200', 'HT0201', 'HT0202']);
  });

  it('that fill more than one answer of the engine come in shorter pages, and all of them', async () => {
    const idea = anIdea();
    const long = '字'.repeat(60_000);
    const written = Array.from({ length: 9 }, (_, minute) =>
      newComment(idea, minute, { text: long }),
    );
    for (const comment of written) await stored(comment);
    const found = await pages(idea);
    expect(found.length).toBeGreaterThan(1);
    expect(found.flat().map(({ id }) => id)).toEqual(written.map(({ id }) => id));
  });

  it('are this idea’s and this organization’s alone', async () => {
    const idea = anIdea();
    const comment = await stored(newComment(idea, 1));
    await stored(newComment(anIdea(), 1));
    expect((await comments.ofIdea(HUATAI, idea, {})).items).toEqual([comment]);
    expect((await comments.ofIdea(ZHONGCHENG, idea, {})).items).toEqual([]);
    expect(await comments.get(ZHONGCHENG, idea, comment.id)).toBeUndefined();
  });
});
