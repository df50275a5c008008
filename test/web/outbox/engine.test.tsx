/** The outbox of a person in one tab: what its maker is told, and what stays when nobody is there. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GatewayFailure, NetworkFailure } from '../../../shared/contract/client-errors.ts';
import { castVote } from '../../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../../shared/contract/routes/ideas.ts';
import { countNoted } from '../../../web/outbox/count.ts';
import { type Engine, type NewAct, openEngine } from '../../../web/outbox/engine.ts';
import type { Act } from '../../../web/outbox/entry.ts';
import { Session, SignInNeeded } from '../../../web/session/session.ts';
import { device } from '../../../web/storage/browser-storage.ts';
import * as names from '../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../fake-api.ts';
import { fakeIndexedDb, fakeLocks } from './fake-browser.ts';
import { anAct, IDEAS } from './world.ts';

const [IDEA, , , APPROVAL, OPPOSITION, COMMENT] = [0, 1, 2, 3, 4, 5] as const;
const more: NewAct = {
  member: names.member('HT0132'),
  about: { title: '行车限位', address: '/' },
};
const offline = new NetworkFailure('no network');
const answer = { id: IDEAS[0], round: '2026-10' } as never;
const secret = { id: IDEAS[0], round: '2026-10', claimCode: '2610-0123' } as never;

let session: Session;
let tokens: { access: string; subject: string; secondsLeft: number } | undefined;
let opened: Engine[] = [];

beforeEach(() => {
  fakeIndexedDb();
  fakeLocks();
  tokens = { access: 'a1', subject: 'anna', secondsLeft: 1800 };
  session = sessionOf('anna');
});
afterEach(() => {
  for (const engine of opened) engine.close();
  opened = [];
  device.clear();
});

function sessionOf(subject: string): Session {
  return new Session({
    subject,
    tokens: { current: async () => tokens, renew: async () => 'refused' },
    send: async () => new Response(),
    keep: () => undefined,
  });
}

async function open(api: FakeApi, of = session): Promise<Engine> {
  const uploadPhoto = async () => 'p1';
  const engine = await openEngine({ session: of, ways: { call: api.call, uploadPhoto } });
  if (engine === undefined) throw new Error('the browser keeps nothing');
  opened.push(engine);
  return engine;
}

const states = (engine: Engine) => engine.entries().map(({ state }) => state.is);
const asked = (api: FakeApi, { id }: Act) => api.asked({ id } as never);

it('with a network an act is sent at once, answered, and not kept', async () => {
  const api = fakeApi();
  api.answer(castVote, answer);
  const engine = await open(api);
  expect(await engine.post(anAct(APPROVAL, 0), more)).toEqual({ is: 'sent', answer });
  await vi.waitFor(() => expect([engine.entries(), countNoted('anna')]).toEqual([[], 0]));
});

it('without one it waits, in a later visit too, and is sent once, when the network is back', async () => {
  const api = fakeApi();
  api.answer(submitIdea, offline);
  const first = await open(api);
  const posted = await first.post(anAct(IDEA, 0), { ...more, key: 'draft-1' });
  expect([posted, countNoted('anna')]).toEqual([{ is: 'waiting', why: 'offline' }, 1]);
  first.close();
  const second = await open(api);
  expect(states(second)).toEqual(['waiting']);
  api.answer(submitIdea, answer);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(states(second)).toEqual(['sent']));
  expect(asked(api, anAct(IDEA, 0))).toMatchObject([
    { idempotencyKey: 'draft-1' },
    { idempotencyKey: 'draft-1' },
  ]);
});

it('a refusal is told to whoever waits for it, and is not kept', async () => {
  const api = fakeApi();
  const closed = refusal(409, 'ballot-closed');
  api.answer(castVote, closed);
  const engine = await open(api);
  await expect(engine.post(anAct(APPROVAL, 0), more)).rejects.toBe(closed);
  await vi.waitFor(() => expect(engine.entries()).toEqual([]));
});

it('a draft moves into the outbox, and back before a refusal is told', async () => {
  const api = fakeApi();
  const moves: string[] = [];
  const draft = { drop: () => moves.push('dropped'), keep: () => moves.push('kept') };
  api.answer(submitIdea, () => {
    moves.push('sent');
    throw refusal(400, 'invalid-request');
  });
  const engine = await open(api);
  const posted = engine.post(anAct(IDEA, 0), { ...more, key: 'draft-1', draft });
  await posted.catch(() => moves.push('told'));
  expect(moves).toEqual(['dropped', 'sent', 'kept', 'told']);
});

it('a refusal that comes when nobody waits is kept until it has been seen', async () => {
  const api = fakeApi();
  api.answer(castVote, offline);
  const engine = await open(api);
  await engine.post(anAct(APPROVAL, 0), more);
  api.answer(castVote, refusal(409, 'ballot-closed', { detail: 'the reason' }));
  api.answer(getIdea, { ballot: { myVote: null } } as never);
  await engine.retry();
  const [entry] = engine.entries();
  expect(entry?.state).toMatchObject({ is: 'refused', refusal: { detail: 'the reason' } });
  await engine.acknowledge(entry?.id ?? '');
  expect(engine.entries()).toEqual([]);
});

it('a claim code is stored before its author sees it, and until they say that they have it', async () => {
  const api = fakeApi();
  api.answer(submitIdea, secret);
  const engine = await open(api);
  const posted = await engine.post(anAct(IDEA, 0), { ...more, key: 'draft-1' });
  expect(posted).toMatchObject({ is: 'sent', answer: secret });
  const again = await open(api);
  expect(again.entries()).toMatchObject([
    { id: 'draft-1', state: { is: 'sent', arrived: { claimCode: '2610-0123' } } },
  ]);
  await again.acknowledge('draft-1');
  expect((await open(api)).entries()).toEqual([]);
});

it('an ended session keeps its maker waiting, and continues with the same person', async () => {
  const api = fakeApi();
  api.answer(castVote, new NetworkFailure('x', { cause: new SignInNeeded('x') }));
  const engine = await open(api);
  tokens = { access: 'a1', subject: 'anna', secondsLeft: -1 };
  expect(await session.isGood()).toBe(false);
  const told = vi.fn();
  void engine.post(anAct(APPROVAL, 0), more).then(told);
  await vi.waitFor(() => expect(states(engine)).toEqual(['needs-sign-in']));
  expect(told).not.toHaveBeenCalled();
  api.answer(castVote, answer);
  tokens = { access: 'a2', subject: 'anna', secondsLeft: 1800 };
  await session.look();
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ is: 'sent', answer }));
});

it('another person on the device neither sees nor sends what waits', async () => {
  const api = fakeApi();
  api.answer(castVote, offline);
  const annas = await open(api);
  await annas.post(anAct(APPROVAL, 0), more);
  annas.close();
  api.answer(castVote, answer);
  tokens = { access: 'b1', subject: 'bert', secondsLeft: 1800 };
  const berts = await open(api, sessionOf('bert'));
  await berts.retry();
  expect([berts.entries(), asked(api, anAct(APPROVAL, 0)).length]).toEqual([[], 1]);
  expect(countNoted('anna')).toBe(1);
});

it('a later vote takes the place of one that waits', async () => {
  const api = fakeApi();
  api.answer(castVote, offline);
  const engine = await open(api);
  await engine.post(anAct(APPROVAL, 0), more);
  await engine.post(anAct(OPPOSITION, 0), more);
  expect(engine.entries()).toMatchObject([{ act: { request: { body: { choice: 'oppose' } } } }]);
});

it('what its person takes out is not sent, unless they put it back', async () => {
  const api = fakeApi();
  api.answer({ id: 'writeComment' } as never, new GatewayFailure(503, 3600) as never);
  const engine = await open(api);
  await engine.post(anAct(COMMENT, 0), { ...more, key: 'c1' });
  const taken = await engine.take('c1');
  expect([taken?.id, engine.entries()]).toEqual(['c1', []]);
  if (taken !== undefined) await engine.restore(taken);
  expect(engine.entries().map(({ id }) => id)).toEqual(['c1']);
});
