/**
 * Blind screening: nothing that an employee can ask for shows who an undecided idea is from. Every
 * route that employees may read is asked about ideas in every state on the way to a decision.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import { putProfile } from '../../shared/contract/routes/administration.ts';
import { hideComment, listComments, writeComment } from '../../shared/contract/routes/comments.ts';
import { castVote, decideIdea, reopenIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, listIdeas, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
} from '../../shared/contract/routes/screening.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import { freshTable } from '../fresh-table.ts';
import { name } from '../sample/names.ts';
import { HUATAI, newMember, OCTOBER } from '../store/sample-facts.ts';
import {
  AT,
  apiOf,
  type Caller,
  calendarOf,
  foundFirm,
  type Request,
  SetClock,
  SLIP,
} from './small-firm.ts';

/** Authors: an employee, one whose idea is merged, an elector and a secretary. */
const AUTHORS: Readonly<Record<string, readonly Role[]>> = {
  Z1: ['employee'],
  Z2: ['employee'],
  Z3: ['committee'],
  Z4: ['secretary'],
};
const isTold = (text: string): string[] => text.match(/"Z[1-4]"|司徒[1-4]/g) ?? [];

interface Shown {
  readonly id: string;
  readonly authorId?: string;
  readonly authorHidden?: true;
  readonly authorDepartment?: string;
}

let call: Caller;
let clock: SetClock;
let calendar: () => Promise<unknown>;
/** The ideas by what has become of them. */
const ideas: Record<string, string> = {};
let comment: string;

const act = async (route: Route, as: string, request: Request = {}) => {
  const { status, text, body } = await call<{ id: string }>(route, { as, ...request });
  if (status >= 300) throw new Error(`${route.id} by ${as}: ${status} ${text}`);
  return body;
};
const on = (route: Route, as: string, idea: string, body?: unknown, headers = {}) =>
  act(route, as, { path: { idea }, headers, ...(body !== undefined && { body }) });
const submit = async (what: string, as: string): Promise<string> => {
  const { id } = await act(submitIdea, as, { body: { ...SLIP, title: what } });
  ideas[what] = id;
  return id;
};
const blind = (blindScreening: boolean) =>
  act(putProfile, 'A1', {
    body: { name: '华泰矿冶', publicBulletin: false, blindScreening },
  });

beforeAll(async () => {
  const table = await freshTable();
  clock = new SetClock(AT.collecting);
  await foundFirm(table, {
    more: [
      ...Object.entries(AUTHORS).map(([id, roles], at) => ({
        ...newMember(id, roles, HUATAI, '铸造车间'),
        name: name(`司徒${at + 1}`),
      })),
      newMember('A1', ['administrator'], HUATAI, '综合办公室'),
    ],
  });
  call = apiOf(table, clock);
  calendar = calendarOf(table, clock);
  await blind(true);
  const reason = { reason: '说得再具体些' };
  await submit('submitted', 'Z1');
  const returned = await submit('returned', 'Z1');
  await on(returnIdea, 'S1', returned, reason);
  const revised = await submit('revised', 'Z1');
  await on(returnIdea, 'S1', revised, reason);
  const { category, problem, proposal } = SLIP;
  await on(
    reviseIdea,
    'Z1',
    revised,
    { title: 'revised', category, problem, proposal },
    { 'if-match': '"2"' },
  );
  const target = await submit('with a co-author', 'Z1');
  await on(mergeIdea, 'S1', await submit('merged', 'Z2'), { into: target });
  await on(writeComment, 'E2', target, { text: '好' });
  comment = (await on(writeComment, 'Z1', target, { text: '好' })).id;
  await act(hideComment, 'Z1', { path: { idea: target, comment }, body: reason });
  await submit('of an elector', 'Z3');
  await submit('reopened', 'Z1');
  await submit('deferred', 'Z3');
  await submit('adopted', 'Z1');
  await on(scheduleIdea, 'S1', await submit('of a secretary', 'Z4'));
  await on(scheduleIdea, 'Z4', await submit('listed by its author', 'Z4'));
  clock.set(AT.opens);
  await calendar();
  clock.set(AT.voting);
  for (const what of ['of an elector', 'reopened', 'deferred', 'adopted'])
    for (const as of ['C1', 'C2', 'C3']) {
      const choice = what === 'deferred' ? 'abstain' : 'approve';
      await on(castVote, as, ideas[what]!, { choice, comment: '同意' });
    }
  for (const what of ['reopened', 'adopted'])
    await on(decideIdea, 'C1', ideas[what]!, { outcome: 'adopted' });
  await on(reopenIdea, 'C1', ideas.reopened!, { reason: '再看看' });
  await on(decideIdea, 'C1', ideas.deferred!, { outcome: 'deferred', reason: '下月再议' });
}, 120_000);

/** What a reader gets of an idea from every route that reads. */
async function everything(as: string, idea: string): Promise<string> {
  const texts = await Promise.all(
    [getIdea, listComments].map(async route => (await call(route, { as, path: { idea } })).text),
  );
  const list = await call<{ items: Shown[] }>(listIdeas, { as, path: { round: OCTOBER } });
  return texts.join() + JSON.stringify(list.body.items.find(({ id }) => id === idea));
}

const UNDECIDED = [
  'submitted',
  'returned',
  'revised',
  'with a co-author',
  'merged',
  'of an elector',
  'reopened',
  'deferred',
  'of a secretary',
];

describe.each(UNDECIDED)('an idea %s', what => {
  it('shows an employee the author’s department, and no author anywhere', async () => {
    const idea = ideas[what]!;
    const { body, text } = await call<Shown>(getIdea, { as: 'E1', path: { idea } });
    expect(body).toMatchObject({ authorHidden: true, authorDepartment: '铸造车间' });
    expect(body).not.toHaveProperty('authorId');
    expect(isTold(text)).toEqual([]);
    expect(isTold(await everything('E1', idea))).toEqual([]);
  });

  it('shows neither the votes nor the number of electors, from which an author is missing', async () => {
    const { body } = await call<{ ballot: object; decision?: object }>(getIdea, {
      as: 'E1',
      path: { idea: ideas[what]! },
    });
    for (const part of [body.ballot, body.decision ?? {}]) {
      expect(part).not.toHaveProperty('eligible');
      expect(part).not.toHaveProperty('quorum');
    }
    expect(body).not.toHaveProperty('votes');
    expect(body.ballot).toMatchObject({ turnout: null });
  });

  it('shows its authors to those who screen, vote and manage', async () => {
    for (const as of ['S1', 'C1', 'M1', 'A1']) {
      const { body } = await call<Shown>(getIdea, { as, path: { idea: ideas[what]! } });
      expect(body.authorId).toMatch(/^Z[1-4]$/);
      expect(body).not.toHaveProperty('authorHidden');
    }
  });
});

it('its authors see their own idea as ever', async () => {
  for (const [as, what] of [
    ['Z1', 'with a co-author'],
    ['Z2', 'with a co-author'],
    ['Z2', 'merged'],
  ] as const) {
    const { body } = await call<Shown>(getIdea, { as, path: { idea: ideas[what]! } });
    expect(body.authorId).toBeDefined();
  }
});

it('a comment of a hidden author is the author’s, and of others theirs', async () => {
  const path = { idea: ideas['with a co-author']! };
  const { body } = await call<{ items: { writer?: string; hidden: object | null }[] }>(
    listComments,
    { as: 'E1', path },
  );
  // Written at one instant, they come in any order.
  const [own, other] = body.items.toSorted(
    (one, next) => Number('writer' in one) - Number('writer' in next),
  );
  expect(own).toMatchObject({ authorHidden: true });
  expect(own).not.toHaveProperty('writer');
  // Taken back by the author, whom the reader does not learn by this either.
  expect(own).toMatchObject({ hidden: { reason: expect.anything() } });
  expect(own?.hidden).not.toHaveProperty('by');
  expect(other).toMatchObject({ writer: 'E2', hidden: null });
});

it('no route that an employee may read shows an author of an undecided idea', async () => {
  const told: string[] = [];
  const reading = ROUTES.filter(
    ({ method, access }) =>
      method === 'GET' && access.who === 'members' && access.roles.includes('employee'),
  );
  expect(reading.length).toBeGreaterThan(8);
  for (const route of reading) {
    for (const idea of UNDECIDED.map(what => ideas[what]!)) {
      const path = { idea, round: OCTOBER };
      const { text } = await call(route, { as: 'E1', path });
      const without = text.replaceAll(/"electorate":\[[^\]]*\]/g, '');
      // The directory has everybody, a round's electors are no authors, and some are decided.
      if (isTold(without).length > 0) told.push(route.id);
      if (!route.path.includes('{idea}')) break;
    }
  }
  expect(new Set(told)).toEqual(new Set(EXPLAINED));
});

/**
 * Everybody is in the directory; electors are in the round; and these lists also have the adopted
 * idea, whose author is known.
 */
const EXPLAINED = ['getDirectory', 'listRounds', 'getRound', 'listIdeas', 'listUnassigned'];

it('what a secretary does as secretary stays signed, also for an idea of their own', async () => {
  const { body } = await call<{ history: { act: string; by: object }[] }>(getIdea, {
    as: 'E1',
    path: { idea: ideas['listed by its author']! },
  });
  expect(body.history).toMatchObject([
    { act: 'submit', by: { kind: 'member' } },
    { act: 'list', by: { kind: 'member', id: 'Z4' } },
  ]);
  expect(body.history[0]?.by).not.toHaveProperty('id');
});

it('supporting it tells nothing', async () => {
  const { text } = await call(supportIdea, { as: 'E1', path: { idea: ideas.submitted! } });
  expect(isTold(text)).toEqual([]);
});

it('a decided idea has its authors again, for everybody', async () => {
  const { body } = await call<Shown>(getIdea, { as: 'E1', path: { idea: ideas.adopted! } });
  expect(body).toMatchObject({ authorId: 'Z1' });
  expect(body).not.toHaveProperty('authorHidden');
});

it('where screening is not blind, employees see all authors', async () => {
  await blind(false);
  for (const what of UNDECIDED) {
    const { body } = await call<Shown>(getIdea, { as: 'E1', path: { idea: ideas[what]! } });
    expect(body.authorId, what).toMatch(/^Z[1-4]$/);
  }
});
