/**
 * Ideas in the table: submission once, acts on condition of the reading, unchanged reading back,
 * and complete lists without repetition.
 */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type IdeaCursor, ideaCursorAfter } from '../../shared/domain/idea/cursor.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { IDEA_STATUSES, type IdeaStatus } from '../../shared/domain/idea/lifecycle.ts';
import {
  type IdeaFilter,
  type IdeaRepository,
  ideaIdFor,
  ideaRepository,
  type PageRequest,
} from '../../shared/store/ideas.ts';
import type { Page } from '../../shared/store/query.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import {
  CYCLE,
  category,
  department,
  gathered,
  granted,
  HUATAI,
  instant,
  listed,
  member,
  NOVEMBER,
  newIdea,
  OCTOBER,
  organization,
  pathTo,
  round,
  withdrawn,
  ZHONGCHENG,
} from './sample-facts.ts';
import { everything, watched } from './watched-table.ts';

let table: FreshTable;
let ideas: IdeaRepository;

beforeAll(async () => {
  table = await freshTable();
  ideas = ideaRepository(table);
});

async function stored(idea: Idea): Promise<Idea> {
  expect(await ideas.create(idea, [], 'print')).toEqual({ created: true });
  return idea;
}

describe('submission', () => {
  it('sends a single put and nothing else', async () => {
    const sent: string[] = [];
    const watching = ideaRepository(watched(table, { sent: command => sent.push(command) }));
    await watching.create(newIdea(), [], 'print');
    expect(sent).toEqual(['PutCommand']);
  });

  it('writes once even if earlier rounds are looked up', async () => {
    const sent: string[] = [];
    const watching = ideaRepository(watched(table, { sent: command => sent.push(command) }));
    const idea = newIdea({ round: NOVEMBER });
    await watching.create(idea, [ideaIdFor(OCTOBER, ['before'])], 'print');
    expect(sent).toEqual(['BatchGetCommand', 'PutCommand']);
  });

  it('finds the existing idea, and distinguishes the same request from another', async () => {
    const idea = await stored(newIdea({ key: 'twice' }));
    const again = { ...idea, title: '另一个标题' };
    expect(await ideas.create(again, [], 'print')).toEqual({
      created: false,
      existing: idea,
      sameRequest: true,
    });
    expect(await ideas.create(again, [], 'other')).toEqual({
      created: false,
      existing: idea,
      sameRequest: false,
    });
    expect(await ideas.get(HUATAI, idea.id)).toEqual(idea);
  });

  it('finds an idea that the same request made in an earlier round, and writes nothing', async () => {
    const idea = await stored(newIdea({ key: 'over the boundary', round: OCTOBER }));
    const later = newIdea({ key: 'over the boundary', round: NOVEMBER });
    const others = [ideaIdFor(round('2026-09'), ['over the boundary']), idea.id];
    expect(await ideas.create(later, others, 'print')).toEqual({
      created: false,
      existing: idea,
      sameRequest: true,
    });
    expect(await ideas.get(HUATAI, later.id)).toBeUndefined();
  });

  it('lets exactly one of many simultaneous requests through', async () => {
    const idea = newIdea({ key: 'all at once' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ideas.create(idea, [], 'print')),
    );
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    for (const answer of answers) if (!answer.created) expect(answer.existing).toEqual(idea);
  });

  it('keeps the same id in two organizations apart', async () => {
    const here = await stored(newIdea({ key: 'shared' }));
    const there = newIdea({ key: 'shared', organization: ZHONGCHENG });
    expect(await ideas.create(there, [here.id], 'print')).toEqual({ created: true });
    expect((await ideas.get(ZHONGCHENG, here.id))?.organization).toBe(ZHONGCHENG);
    expect((await ideas.get(HUATAI, here.id))?.organization).toBe(HUATAI);
  });
});

describe('acts', () => {
  it('refuse an idea that has changed since it was read, and store nothing of the act', async () => {
    const idea = await stored(newIdea());
    const onAgenda = granted(await ideas.save(idea, listed(idea)));
    const late = await ideas.save(idea, withdrawn(idea));
    expect(late).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } });
    expect(await ideas.get(HUATAI, idea.id)).toEqual(onAgenda);
  });

  it('refuse a missing idea, and do not create it', async () => {
    const idea = newIdea();
    expect(await ideas.save(idea, listed(idea))).toEqual({
      ok: false,
      refusal: { code: 'not-found', what: 'idea' },
    });
    expect(await ideas.get(HUATAI, idea.id)).toBeUndefined();
  });

  it('refuse a state that does not allow the act, even at the right version', async () => {
    const { submitted, acts } = pathTo('adopted');
    await stored(submitted);
    for (const { before, after } of acts) granted(await ideas.save(before, after));
    const adopted = acts.at(-1)!.after;
    const forged = { ...listed(newIdea()), id: adopted.id, version: adopted.version + 1 };
    const answer = await ideas.save(adopted, forged);
    expect(answer.ok).toBe(false);
    expect(await ideas.get(HUATAI, adopted.id)).toEqual(adopted);
  });

  it('let one of two simultaneous ones win', async () => {
    const idea = await stored(newIdea());
    const answers = await Promise.all([
      ideas.save(idea, listed(idea)),
      ideas.save(idea, withdrawn(idea)),
      ideas.save(idea, listed(idea, instant('2026-10-15T01:00:01.000Z'))),
    ]);
    const winners = answers.flatMap(answer => (answer.ok ? [answer.value] : []));
    expect(winners).toHaveLength(1);
    expect(await ideas.get(HUATAI, idea.id)).toEqual(winners[0]);
  });

  it.each(IDEA_STATUSES)('leave an idea that is read back as it was stored: %s', async status => {
    for (const facts of [
      { expectedBenefit: 36_000, author: 'HT0132' },
      { author: undefined, department: undefined },
      { expectedBenefit: 0, author: undefined },
    ]) {
      const { submitted, acts } = pathTo(status, facts);
      await stored(submitted);
      for (const { before, after } of acts) granted(await ideas.save(before, after));
      const last = acts.at(-1)?.after ?? submitted;
      expect(last.status).toBe(status);
      expect(await ideas.get(HUATAI, submitted.id)).toEqual(last);
    }
  });

  it('remove a former decision from an idea that is listed again', async () => {
    const { submitted, acts } = pathTo('deferred');
    await stored(submitted);
    for (const { before, after } of acts) granted(await ideas.save(before, after));
    const deferred = acts.at(-1)!.after;
    granted(await ideas.save(deferred, listed(deferred, instant('2026-11-15T01:00:00.000Z'))));
    const item = (await everything(table)).find(
      ({ id, type }) => id === submitted.id && type === 'idea',
    )!;
    expect(item).not.toHaveProperty('decision');
    expect(item).toMatchObject({ status: 'on-agenda', agendaRound: NOVEMBER, round: OCTOBER });
  });

  it('leave the distinction between a repeated request and another one', async () => {
    const { submitted, acts } = pathTo('deferred', { key: 'remembered' });
    expect(await ideas.create(submitted, [], 'first body')).toEqual({ created: true });
    for (const { before, after } of acts) granted(await ideas.save(before, after));
    expect(await ideas.create(submitted, [], 'first body')).toMatchObject({
      created: false,
      sameRequest: true,
    });
    expect(await ideas.create(submitted, [], 'second body')).toMatchObject({
      created: false,
      sameRequest: false,
    });
  });
});

describe('lists', () => {
  const STEEL = organization('steelworks');
  const OTHER = organization('otherworks');
  const CATEGORIES = ['安全', '质量', '设备'];
  const DEPARTMENTS = ['铸造车间', '装配车间', undefined];
  const AUTHORS = ['A1', 'A2', undefined];
  const all: Idea[] = [];

  beforeAll(async () => {
    const make = async (
      status: IdeaStatus,
      facts: Parameters<typeof newIdea>[0],
    ): Promise<Idea> => {
      const { submitted, acts } = pathTo(status, facts);
      const last = acts.at(-1)?.after ?? submitted;
      // The lists read states, however they came about.
      await ideas.create(last, [], 'print');
      return last;
    };
    const coming: Promise<Idea>[] = [];
    for (let at = 0; at < 54; at += 1) {
      const facts = {
        organization: STEEL,
        category: CATEGORIES[at % 3]!,
        department: DEPARTMENTS[Math.floor(at / 3) % 3],
        author: AUTHORS[Math.floor(at / 9) % 3],
        // Several ideas share an instant, so that the order depends on the id too.
        submittedAt: instant(
          `2026-10-${String(1 + Math.floor(at / 4)).padStart(2, '0')}T02:00:00.000Z`,
        ),
      };
      coming.push(make(IDEA_STATUSES[(at * 5) % IDEA_STATUSES.length]!, facts));
      if (at % 6 === 0) coming.push(make('submitted', { ...facts, organization: OTHER }));
      if (at % 9 === 0) coming.push(make('submitted', { ...facts, round: NOVEMBER }));
    }
    all.push(...(await Promise.all(coming)));
  });

  const newestFirst = (matching: (idea: Idea) => boolean): string[] =>
    all
      .filter(idea => idea.organization === STEEL && matching(idea))
      .toSorted((a, b) => (a.submittedAt + a.id < b.submittedAt + b.id ? 1 : -1))
      .map(({ id }) => id);

  async function paged(
    list: (request: PageRequest) => Promise<Page<Idea, IdeaCursor>>,
    limit: number,
  ): Promise<Idea[]> {
    const found: Idea[] = [];
    let cursor: IdeaCursor | undefined;
    do {
      const page: Page<Idea, IdeaCursor> = await list({ limit, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return found;
  }

  it('return whole items, newest first', async () => {
    const { items } = await ideas.byRound(STEEL, OCTOBER, {}, { limit: 100 });
    expect(items.map(({ id }) => id)).toEqual(newestFirst(idea => idea.round === OCTOBER));
    for (const item of items)
      expect(item).toEqual(
        all.find(({ id, organization }) => id === item.id && organization === STEEL),
      );
  });

  it('return each idea exactly once under every filter, in pages of any length', async () => {
    const optional = <Value>(...values: Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        optional(...IDEA_STATUSES),
        optional(...CATEGORIES),
        optional('铸造车间', '装配车间'),
        fc.integer({ min: 1, max: 9 }),
        async (status, inCategory, inDepartment, limit) => {
          const filter: IdeaFilter = {
            ...(status && { status }),
            ...(inCategory !== undefined && { category: category(inCategory) }),
            ...(inDepartment !== undefined && { department: department(inDepartment) }),
          };
          const found = await paged(
            request => ideas.byRound(STEEL, OCTOBER, filter, request),
            limit,
          );
          expect(found.map(({ id }) => id)).toEqual(
            newestFirst(
              idea =>
                idea.round === OCTOBER &&
                (status === undefined || idea.status === status) &&
                (inCategory === undefined || idea.category === inCategory) &&
                (inDepartment === undefined || idea.department === inDepartment),
            ),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([1, 2, 5, 50])(
    'return a member’s ideas of all rounds, and an agenda, by %i',
    async limit => {
      const mine = await paged(request => ideas.byAuthor(STEEL, member('A1'), request), limit);
      expect(mine.map(({ id }) => id)).toEqual(newestFirst(idea => idea.authorId === 'A1'));
      expect(new Set(mine.map(idea => idea.round))).toEqual(new Set([OCTOBER, NOVEMBER]));
      const agenda = await paged(request => ideas.byAgenda(STEEL, NOVEMBER, request), limit);
      expect(agenda.map(({ id }) => id)).toEqual(
        newestFirst(idea => idea.agendaRound === NOVEMBER),
      );
    },
  );

  it.each([1, 2, 5, 50])(
    'return the ideas in a state in any round, the newest round’s first, by %i',
    async limit => {
      for (const status of IDEA_STATUSES) {
        const found = await paged(request => ideas.byStatus(STEEL, status, request), limit);
        const ofRound = (round: string) =>
          newestFirst(idea => idea.round === round && idea.status === status);
        expect(found.map(({ id }) => id)).toEqual([...ofRound(NOVEMBER), ...ofRound(OCTOBER)]);
      }
    },
  );

  it('end at a full last page', async () => {
    const total = newestFirst(idea => idea.round === OCTOBER).length;
    const page = await ideas.byRound(STEEL, OCTOBER, {}, { limit: total });
    expect(page.items).toHaveLength(total);
    expect(page).not.toHaveProperty('nextCursor');
  });

  it('cover whole rounds and agendas, in however many pages the table answers', async () => {
    const roundIds = (await gathered(ideas.wholeRound(STEEL, OCTOBER))).map(({ id }) => id);
    expect(roundIds.toSorted()).toEqual(newestFirst(idea => idea.round === OCTOBER).toSorted());
    const agendaIds = (await gathered(ideas.wholeAgenda(STEEL, OCTOBER))).map(({ id }) => id);
    expect(agendaIds.toSorted()).toEqual(
      newestFirst(idea => idea.agendaRound === OCTOBER).toSorted(),
    );
  });

  it('reach only their own organization and their own list, whatever the cursor says', async () => {
    const strangers = all.filter(idea => idea.organization === OTHER || idea.round === NOVEMBER);
    for (const stranger of strangers.slice(0, 6)) {
      const cursor = ideaCursorAfter(stranger);
      const pages = await Promise.all([
        ideas.byRound(STEEL, OCTOBER, {}, { cursor, limit: 100 }),
        ideas.byRound(
          STEEL,
          OCTOBER,
          { status: 'submitted', category: category('安全') },
          { cursor, limit: 100 },
        ),
        ideas.byAuthor(STEEL, member('A1'), { cursor, limit: 100 }),
        ideas.byAgenda(STEEL, OCTOBER, { cursor, limit: 100 }),
      ]);
      for (const { items } of pages)
        for (const { organization } of items) expect(organization).toBe(STEEL);
      for (const { round } of pages[0].items) expect(round).toBe(OCTOBER);
    }
  });

  it('continue from a cursor whose idea has changed or never existed', async () => {
    const ids = newestFirst(idea => idea.round === OCTOBER);
    const last = all.find(({ id, organization }) => id === ids[9] && organization === STEEL)!;
    const gone = { submittedAt: last.submittedAt, id: ideaIdFor(OCTOBER, ['never there']) };
    const page = await ideas.byRound(
      STEEL,
      OCTOBER,
      {},
      { cursor: ideaCursorAfter(gone), limit: 100 },
    );
    const expected = newestFirst(
      idea => idea.round === OCTOBER && idea.submittedAt + idea.id < gone.submittedAt + gone.id,
    );
    expect(page.items.map(({ id }) => id)).toEqual(expected);
  });

  it('reach the end even if a filter matches little of much', async () => {
    const RARE = organization('rareworks');
    const rare = newIdea({
      organization: RARE,
      category: '安全',
      submittedAt: instant('2026-09-20T02:00:00.000Z'),
    });
    await ideas.create(rare, [], 'print');
    const common = Array.from({ length: 405 }, () =>
      newIdea({ organization: RARE, category: '质量' }),
    );
    for (let start = 0; start < common.length; start += 50)
      await Promise.all(
        common.slice(start, start + 50).map(idea => ideas.create(idea, [], 'print')),
      );
    const filter = { status: 'submitted', category: category('安全') } as const;
    const found = await paged(request => ideas.byRound(RARE, OCTOBER, filter, request), 10);
    expect(found).toEqual([rare]);
  });
});

describe('ids', () => {
  it('are the same for the same request and reveal nothing of it', () => {
    const id = ideaIdFor(OCTOBER, ['request', 'huatai', 'HT0132', 'key']);
    expect(ideaIdFor(OCTOBER, ['request', 'huatai', 'HT0132', 'key'])).toBe(id);
    expect(ideaIdFor(OCTOBER, ['request', 'huatai', 'HT0132key', ''])).not.toBe(id);
    expect(id.toLowerCase()).not.toContain('ht0132');
  });
});

describe('an invalid item', () => {
  it('throws when it is read', async () => {
    const idea = await stored(newIdea());
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `ORG#${HUATAI}#ROUND#${OCTOBER}`, sk: `IDEA#${idea.id}` },
        UpdateExpression: 'SET version = :none',
        ExpressionAttributeValues: { ':none': 'one' },
      }),
    );
    await expect(ideas.get(HUATAI, idea.id)).rejects.toThrow();
  });
});

it('an idea’s history has who listed it, and when', async () => {
  const idea = await stored(newIdea());
  granted(await ideas.save(idea, listed(idea)));
  expect((await ideas.get(HUATAI, idea.id))?.history.at(-1)).toEqual({
    act: 'list',
    agendaRound: OCTOBER,
    at: '2026-10-15T01:00:00.000Z',
    by: CYCLE,
    from: 'submitted',
    to: 'on-agenda',
  });
});
