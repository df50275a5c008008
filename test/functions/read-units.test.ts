/**
 * The cost of reading: of a list by its own length, not by its round's; of a vote and an agenda by
 * the caller.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { listUnanswered } from '../../shared/contract/routes/follow-up.ts';
import { listIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getDirectory } from '../../shared/contract/routes/organization.ts';
import { replyToIdea } from '../../shared/domain/idea/deliberation.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { supportCountKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { costOf, metered } from '../bench/metered.ts';
import { fixedHash } from '../fixed-hash.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { name } from '../sample/names.ts';
import { putItems } from '../store/many-items.ts';
import {
  granted,
  HUATAI,
  member,
  newIdea,
  newMember,
  OCTOBER,
  pathTo,
} from '../store/sample-facts.ts';
import { withRightsOf } from './rights.ts';
import {
  AT,
  apiOf,
  calendarOf,
  eventOf,
  foundFirm,
  handlersOf,
  NO_CONTEXT,
  type Request,
  SetClock,
  SILENT,
  SLIP,
} from './small-firm.ts';

describe.each([60, 1000])('in a round of %i ideas', size => {
  let read: (
    query: Record<string, string>,
  ) => Promise<{ units: number; items: { id: string }[]; nextCursor?: string }>;

  beforeAll(async () => {
    const raw = await freshTable();
    await foundFirm(raw);
    const ideas = Array.from({ length: size }, (_, at) =>
      newIdea({
        author: `X${at}`,
        category: ['设备', '安全', '质量'][at % 3] ?? '设备',
        submittedAt: instantOf(Date.UTC(2026, 8, 20) + at * 600_000),
      }),
    );
    await putItems(
      raw,
      ideas.map(idea => toItem(idea)),
    );
    await putItems(
      raw,
      ideas.map(idea => ({
        ...supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }),
        type: 'supports',
        ideaId: idea.id,
        supports: 1,
        changes: 1,
      })),
    );
    const supports = supportRepository(raw);
    for (const { id } of ideas.filter((_, at) => at % 7 === 0).slice(-40))
      await supports.add(HUATAI, id, member('E1'));
    const { table, meter } = metered(raw);
    const call = apiOf(table, new SetClock(AT.collecting));
    // From then on, the function knows all names.
    await call(getDirectory, { as: 'E1' });
    read = async query => {
      let body: { items: { id: string }[]; nextCursor?: string } = { items: [] };
      const { reads } = await costOf(meter, async () => {
        const reply = await call<typeof body>(listIdeas, {
          as: 'E1',
          path: { round: OCTOBER },
          query,
        });
        ({ body } = reply);
      });
      return { units: reads, ...body };
    };
  });

  it('a list of 50 costs at most 15 units and a page of 10 at most 5.5', async () => {
    const fifty = await read({ limit: '50' });
    expect(fifty.items).toHaveLength(50);
    expect(fifty.items).toContainEqual(expect.objectContaining({ supports: 1, supported: true }));
    expect(fifty.units).toBeLessThanOrEqual(15);
    const ten = await read({ limit: '10' });
    expect(ten.items).toHaveLength(10);
    expect(ten.units).toBeLessThanOrEqual(5.5);
  });

  it('so does one with two filters, and its pages have all ideas that pass both', async () => {
    const both = { status: 'submitted', category: '安全' };
    for (const [limit, most] of [
      ['10', 6.5],
      ['50', 16],
    ] as const) {
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await read({ ...both, limit, ...(cursor !== undefined && { cursor }) });
        expect(page.units).toBeLessThanOrEqual(most);
        for (const { id } of page.items) seen.add(id);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen.size).toBe(Math.floor((size + 1) / 3));
    }
  });

  it('so does one with a filter', async () => {
    const ten = await read({ limit: '10', category: '安全' });
    expect(ten.items).toHaveLength(10);
    expect(ten.units).toBeLessThanOrEqual(5.5);
    expect((await read({ limit: '50', category: '安全' })).units).toBeLessThanOrEqual(15);
  });
});

describe('the queue of unanswered ideas, beside 400 answered ones,', () => {
  it('costs a page by its own length', async () => {
    const raw = await freshTable();
    await foundFirm(raw);
    const ideas = Array.from({ length: 425 }, (_, at) => {
      const idea = pathTo('declined', { author: `X${at}` }).acts.at(-1)!.after;
      if (at >= 400) return idea;
      const by = { kind: 'member', id: member('S1') } as const;
      return granted(replyToIdea(idea, '谢谢', { by, at: instantOf(Date.UTC(2026, 9, 20)) }));
    });
    await putItems(
      raw,
      ideas.map(idea => toItem(idea)),
    );
    const { table, meter } = metered(raw);
    const call = apiOf(table, new SetClock(AT.publishes));
    let items: unknown[] = [];
    const { reads } = await costOf(meter, async () => {
      ({ items } = (await call<{ items: [] }>(listUnanswered, { as: 'C1' })).body);
    });
    expect(items).toHaveLength(25);
    expect(reads).toBeLessThanOrEqual(8);
  });
});

describe('in a secret ballot of ten ideas, with C1 to C3 as electors', () => {
  let ideas: string[];
  /** A request to a function that has just started. */
  let ask: (
    route: typeof castVote | typeof getAgenda,
    request: Request,
  ) => Promise<{ status: number; reads: number; keys: number }>;

  beforeAll(async () => {
    const raw = await freshTable();
    const clock = new SetClock(AT.collecting);
    const late = newMember('C4', ['committee'], HUATAI, '技术部');
    await foundFirm(raw, { ballot: 'secret' });
    const call = apiOf(raw, clock);
    ideas = [];
    for (const as of [...Array.from({ length: 9 }, () => 'E1'), 'C2'])
      ideas.push(
        (await call<{ id: string }>(submitIdea, { as, body: { ...SLIP, title: as } })).body.id,
      );
    clock.set(AT.opens);
    await calendarOf(raw, clock)();
    await memberRepository(raw).put(late);
    // The first reader of an agenda fixes its order.
    await call(getAgenda, { as: 'C1', path: { round: OCTOBER } });
    ask = async (route, request) => {
      const { table, meter } = metered(raw);
      let keys = 0;
      const { committee } = handlersOf(table, clock, SILENT, withRightsOf, text => {
        keys += 1;
        return fixedHash(text);
      });
      let status = 0;
      const event = eventOf(route, { ...request, path: { organization: HUATAI, ...request.path } });
      const { reads } = await costOf(meter, async () => {
        ({ statusCode: status = 0 } = await committee(event, NO_CONTEXT));
      });
      return { status, reads, keys };
    };
  });

  const vote = (as: string, at: number) =>
    ask(castVote, { as, path: { idea: ideas[at]! }, body: { choice: 'approve' } });

  it('the pseudonyms’ key is fetched for an elector’s vote', async () => {
    expect(await vote('C1', 0)).toMatchObject({ status: 200, keys: 1 });
  });

  it('and not for a member who is no elector, or whose own idea it is', async () => {
    expect(await vote('C4', 0)).toMatchObject({ status: 403, keys: 0 });
    expect(await vote('C2', 9)).toMatchObject({ status: 422, keys: 0 });
  });

  it('and for the reader of an agenda only if they can have voted; only their own votes are looked up', async () => {
    const agenda = (as: string) =>
      ask(getAgenda, { as, path: { round: OCTOBER }, query: { limit: '10' } });
    const [elector, secretary] = [await agenda('C1'), await agenda('S1')];
    expect(elector).toMatchObject({ status: 200, keys: 1 });
    expect(secretary).toMatchObject({ status: 200, keys: 0 });
    expect(secretary.reads).toBeLessThan(elector.reads);
  });
});

describe('the names in a list of fifty ideas, in a firm of 330', () => {
  const number = (at: number) => `W${String(1000 + at)}`;
  const names = (at: number) => ({ ...newMember(number(at)), name: name(`王${at}`) });
  let raw: FreshTable;

  beforeAll(async () => {
    raw = await freshTable();
    await foundFirm(raw, { more: Array.from({ length: 323 }, (_, at) => names(at)) });
    await putItems(
      raw,
      Array.from({ length: 50 }, (_, at) => toItem(newIdea({ author: number(at * 6) }))),
    );
  });

  /** A function that has just started, and the units of its requests. */
  function started() {
    const { table, meter } = metered(raw);
    const call = apiOf(table, new SetClock(AT.collecting));
    return async (
      headers: Request['headers'] = {},
      route: typeof listIdeas | typeof getDirectory,
    ) => {
      let status = 0;
      const { reads } = await costOf(meter, async () => {
        ({ status } = await call(route, { as: 'E1', path: { round: OCTOBER }, headers }));
      });
      return { status, reads };
    };
  }

  it('cost the first request a range of the members, and each further one a unit', async () => {
    const ask = started();
    const [first, second] = [await ask({}, listIdeas), await ask({}, listIdeas)];
    expect(first.reads - second.reads).toBeLessThanOrEqual(25);
    const withoutNames = 14.5;
    expect(second.reads).toBeLessThanOrEqual(withoutNames + 1);
  });

  it('cost a new function with the directory a unit, and everybody who has it already', async () => {
    const [ask, another] = [started(), started()];
    const first = await ask({}, getDirectory);
    expect(first.reads).toBeLessThanOrEqual(30);
    expect((await ask({}, getDirectory)).reads).toBeLessThanOrEqual(1.5);
    const { headers } = await apiOf(raw, new SetClock(AT.collecting))(getDirectory, { as: 'E1' });
    const known = { 'if-none-match': String(headers.etag) };
    const again = await another(known, getDirectory);
    expect(again.status).toBe(304);
    expect(again.reads).toBeLessThanOrEqual(1.5);
  });
});
