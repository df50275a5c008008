/** One attempt: what each answer means, photos before the act, and what may have arrived before. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/contract/client.ts';
import {
  GatewayFailure,
  NetworkFailure,
  UnexpectedReply,
} from '../../../shared/contract/client-errors.ts';
import { attempt, outcomeOf } from '../../../web/outbox/attempt.ts';
import type { Act, Entry, State } from '../../../web/outbox/entry.ts';
import { SignInNeeded } from '../../../web/session/session.ts';
import { fakeApi, refusal } from '../fake-api.ts';
import { anAct, anEntry, IDEAS } from './world.ts';

describe('the answer', () => {
  const later = Object.assign(refusal(429, 'too-much-written'), { retryAfterSeconds: 60 });
  it.each([
    ['no network', new NetworkFailure('x'), { is: 'offline' }],
    [
      'an ended session',
      new NetworkFailure('x', { cause: new SignInNeeded('x') }),
      { is: 'needs-sign-in' },
    ],
    ['a refused token', new GatewayFailure(401), { is: 'needs-sign-in' }],
    ['a page that asks for a payment', new UnexpectedReply(200), { is: 'busy' }],
    ['a busy gateway', new GatewayFailure(503, 7), { is: 'busy', retryAfterMs: 7000 }],
    ['too many from one organization', refusal(429, 'too-many-requests'), { is: 'busy' }],
    ['much written', later, { is: 'limit', retryAfterMs: 60_000 }],
    ['a full round', refusal(429, 'round-full'), { is: 'refused' }],
    ['a closed ballot', refusal(409, 'ballot-closed'), { is: 'refused' }],
    ['another version', refusal(412, 'version-mismatch'), { is: 'refused' }],
    ['a broken rule', refusal(400, 'invalid-request'), { is: 'refused' }],
    ['a fault of the API', refusal(500, 'internal'), { is: 'trouble' }],
    ['a bug', new TypeError('x'), { is: 'trouble' }],
  ])('%s', (_, error, outcome) => {
    expect(outcomeOf(error)).toMatchObject(outcome);
  });
});

const sending = (tries: number): State => ({ is: 'sending', tries });
const entryOf = (act: Act, tries = 1): Entry => ({
  ...anEntry('k1', act),
  order: 1,
  state: sending(tries),
});
const noPhotos = { uploadPhoto: () => Promise.reject(new Error('no photo')) };
const answering = (answers: Readonly<Record<string, unknown>>) => {
  const api = fakeApi();
  for (const [id, answer] of Object.entries(answers)) api.answer({ id } as never, answer as never);
  return api;
};
const [, SUPPORT, , APPROVAL, , , REPORT] = [0, 1, 2, 3, 4, 5, 6] as const;

describe('what may have arrived before', () => {
  it.each([
    ['a vote that counts', APPROVAL, { ballot: { myVote: 'approve' } }, 'sent'],
    ['a vote that does not', APPROVAL, { ballot: { myVote: null } }, 'refused'],
    ['another vote', APPROVAL, { ballot: { myVote: 'oppose' } }, 'refused'],
    ['a support', SUPPORT, { supported: true }, 'sent'],
    ['no support', SUPPORT, { supported: false }, 'refused'],
    ['of an idea that was withdrawn meanwhile', SUPPORT, refusal(404, 'not-found'), 'refused'],
  ])('is looked for before a refusal is told: %s', async (_, kind, getIdea, is) => {
    const closed = refusal(409, 'ballot-closed');
    const { call } = answering({ castVote: closed, supportIdea: closed, getIdea });
    const { outcome } = await attempt(entryOf(anAct(kind, 0), 2), { call, ...noPhotos });
    expect(outcome.is).toBe(is);
  });

  it('is not looked for at the first attempt', async () => {
    const { call } = answering({ castVote: refusal(409, 'ballot-closed') });
    const { outcome } = await attempt(entryOf(anAct(APPROVAL, 0)), { call, ...noPhotos });
    expect(outcome.is).toBe('refused');
  });

  it('is not told as refused while that is unknown', async () => {
    const failing = { castVote: refusal(409, 'ballot-closed'), getIdea: new NetworkFailure('x') };
    const { call } = answering(failing);
    const { outcome } = await attempt(entryOf(anAct(APPROVAL, 0), 2), { call, ...noPhotos });
    expect(outcome.is).toBe('trouble');
  });

  const report = { act: 'report', by: { kind: 'member', id: 'HT0132' }, progress: 50, note: 'e' };
  it.each([
    ['the same', { ...report, at: '2026-10-10T00:00:00.000Z' }, []],
    ['an older one with the same words', { ...report, at: '2026-10-01T00:00:00.000Z' }, [50]],
    ['another one', { ...report, progress: 25, at: '2026-10-10T00:00:00.000Z' }, [50]],
    [
      'of somebody else',
      { ...report, by: { kind: 'member', id: 'HT0022' }, at: '2026-10-10T00:00:00.000Z' },
      [50],
    ],
  ])('a report has no key, so it is looked for: %s', async (_, found, sent) => {
    const api = answering({ reportProgress: { id: IDEAS[0] }, getIdea: { history: [found] } });
    const made = Date.parse('2026-10-09T23:59:30.000Z');
    const entry = { ...entryOf(anAct(REPORT, 0), 2), made };
    const { outcome } = await attempt(entry, { call: api.call, ...noPhotos });
    expect(outcome.is).toBe('sent');
    const route = { id: 'reportProgress' } as never;
    expect(
      api.asked(route).map(({ body }: { body: { progress: number } }) => body.progress),
    ).toEqual(sent);
  });
});

describe('photos', () => {
  const photo = (key: string) => ({ key, of: 'problem' as const, blob: new Blob([key]) });
  const idea: Entry = { ...entryOf(anAct(0, 0)), photos: [photo('p1'), photo('p2')] };

  it('are sent before the act, which names them in order', async () => {
    const api = answering({ submitIdea: { id: IDEAS[0], round: '2026-10' } });
    const uploaded: string[] = [];
    const { outcome } = await attempt(idea, {
      call: api.call,
      uploadPhoto: async (_, key) => {
        uploaded.push(key);
        expect(api.asked({ id: 'submitIdea' } as never)).toEqual([]);
        return `id of ${key}`;
      },
    });
    expect(uploaded).toEqual(['p1', 'p2']);
    expect(outcome).toEqual({ is: 'sent', arrived: { idea: IDEAS[0], round: '2026-10' } });
    expect(api.asked({ id: 'submitIdea' } as never)).toMatchObject([
      { idempotencyKey: 'k1', body: { photos: [{ id: 'id of p1' }, { id: 'id of p2' }] } },
    ]);
  });

  it('keep the act waiting if they do not arrive', async () => {
    const call: Call = () => Promise.reject(new Error('sent without its photo'));
    const uploadPhoto = () => Promise.reject(new NetworkFailure('x'));
    expect((await attempt(idea, { call, uploadPhoto })).outcome).toEqual({ is: 'offline' });
  });
});

it('keeps the claim code of an arrived idea', async () => {
  const { call } = answering({
    submitIdea: { id: IDEAS[0], round: '2026-10', claimCode: '2610-0123' },
  });
  const { outcome } = await attempt(entryOf(anAct(0, 0)), { call, ...noPhotos });
  expect(outcome).toMatchObject({ arrived: { claimCode: '2610-0123' } });
});
