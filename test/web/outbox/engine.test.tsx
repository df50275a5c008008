/** The outbox of a person in one tab: what its maker is told, and what stays when nobody is there. */
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { GatewayFailure, NetworkFailure } from '../../../shared/contract/client-errors.ts';
import { castVote } from '../../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../../shared/contract/routes/ideas.ts';
import { Network } from '../../../web/api/network.ts';
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
let network: Network;
let tokens: { access: string; subject: string; secondsLeft: number } | undefined;
let opened: Engine[] = [];
/** What the pages read again. */
let readAgain: () => Promise<unknown>;

beforeEach(() => {
  fakeIndexedDb();
  fakeLocks();
  tokens = { access: 'a1', subject: 'anna', secondsLeft: 1800 };
  session = sessionOf('anna');
  network = new Network();
  readAgain = async () => undefined;
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
  const ways = { call: api.call, uploadPhoto };
  const engine = await openEngine({ session: of, network, ways, readAgain: () => readAgain() });
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

it('tells the pages that the network is lost, and sends as soon as any of them reaches it', async () => {
  const api = fakeApi();
  api.answer(castVote, offline);
  const engine = await open(api);
  await engine.post(anAct(APPROVAL, 0), more);
  expect(network.state.is).toBe('lost');
  api.answer(castVote, answer);
  network.reached();
  await vi.waitFor(() => expect(engine.entries()).toEqual([]));
});

it('shows a vote that waited until the pages have read that it counts', async () => {
  const api = fakeApi();
  api.answer(castVote, offline);
  const engine = await open(api);
  await engine.post(anAct(APPROVAL, 0), more);
  let haveRead = () => undefined as unknown;
  readAgain = () => new Promise(resolve => (haveRead = () => resolve(undefined)));
  const shown: number[] = [];
  engine.subscribe(() => shown.push(engine.entries().length));
  api.answer(castVote, answer);
  network.reached();
  await vi.waitFor(() => expect(countNoted('anna')).toBe(0));
  expect(new Set(shown)).toEqual(new Set([1]));
  haveRead();
  await vi.waitFor(() => expect(engine.entries()).toEqual([]));
});

it('tries again by itself after a pause that grows, and no sooner', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const api = fakeApi();
  api.answer(castVote, offline);
  const engine = await open(api);
  await engine.post(anAct(APPROVAL, 0), more);
  const tries = () => asked(api, anAct(APPROVAL, 0)).length;
  const isWaiting = () => vi.waitFor(() => expect(states(engine)).toEqual(['waiting']));
  for (const [at, seconds] of [5, 10, 20, 40].entries()) {
    await isWaiting();
    await vi.advanceTimersByTimeAsync((seconds - 1) * 1000);
    expect(tries()).toBe(at + 1);
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(tries()).toBe(at + 2));
  }
});

it('one that is never answered keeps others waiting for three attempts only', async () => {
  const api = fakeApi();
  api.answer({ id: 'writeComment' } as never, offline as never);
  api.answer(castVote, answer);
  const engine = await open(api);
  await engine.post(anAct(COMMENT, 0), more);
  const vote = engine.post(anAct(APPROVAL, 1), more);
  // Not “it is being sent”: there is no network for what is before it.
  expect(await vote).toEqual({ is: 'waiting', why: 'offline' });
  await engine.retry();
  await vi.waitFor(() => expect(engine.entries()).toHaveLength(1));
  expect(engine.entries()).toMatchObject([{ act: { id: 'writeComment' } }]);
  // What it asks says no more of the network, which the vote has reached.
  expect(network.state.is).toBe('reached');
});

it('however much waits, two attempts tell that the network is away', async () => {
  const api = fakeApi();
  api.answer(submitIdea, offline);
  api.answer({ id: 'writeComment' } as never, offline as never);
  const engine = await open(api);
  const acts = [anAct(IDEA, 0), anAct(COMMENT, 0), anAct(COMMENT, 1)];
  for (const act of acts) await engine.post(act, more);
  for (let pass = 0; pass < 6; pass += 1) await engine.retry();
  const stuck = engine.entries().filter(({ state }) => state.is === 'waiting' && state.tries >= 3);
  expect(stuck).toHaveLength(2);
  const tries = () => asked(api, anAct(IDEA, 0)).length + asked(api, anAct(COMMENT, 0)).length;
  const before = tries();
  await engine.retry();
  expect(tries() - before).toBe(2);
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

it('the photos of an idea that has arrived are not kept with its claim code', async () => {
  const api = fakeApi();
  api.answer(submitIdea, offline);
  const engine = await open(api);
  const blob = new Blob(['a crane'], { type: 'image/jpeg' });
  await engine.post(anAct(IDEA, 0), { ...more, photos: [{ key: 'p', of: 'problem', blob }] });
  expect(engine.entries()[0]?.photos).toHaveLength(1);
  api.answer(submitIdea, secret);
  await engine.retry();
  expect((await open(api)).entries()).toMatchObject([{ state: { is: 'sent' }, photos: [] }]);
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
