/** What a reading gets when the network answers, late or not at all, and what is kept of it. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { Send } from '../../../shared/contract/client.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import { lastSeen } from '../../../web/api/last-seen.ts';
import { Network, NetworkProvider } from '../../../web/api/network.ts';
import { OfflineMark } from '../../../web/app/offline-mark.tsx';
import type { SessionState } from '../../../web/session/session.ts';
import type * as KeptReplies from '../../../web/storage/kept-replies.ts';
import type { KeptReply } from '../../../web/storage/kept-replies.ts';
import { renderPage } from '../render-page.tsx';
import { serverTimeIs } from '../server-time.ts';

const JSON_ANSWER = { headers: { 'content-type': 'application/json' } };
const ADDRESS = '/api/organizations/huatai/ideas/1';
const never = new Promise<Response>(() => undefined);

/** A device with its database and a network. */
function device({ subject = 'anna' } = {}) {
  const kept = new Map<string, KeptReply>();
  const network = new Network();
  const session: { subject: string; state: SessionState } = { subject, state: { is: 'active' } };
  let answer: Send = async () => new Response('{"title":"old"}', JSON_ANSWER);
  const replies: typeof KeptReplies = {
    keepReply: async (address, reply) => void kept.set(address, reply),
    findReply: async (address, { owner, shape }) => {
      const reply = kept.get(address);
      return reply?.owner === owner && reply.shape === shape ? reply : undefined;
    },
    dropReply: async address => void kept.delete(address),
    tidyReplies: async () => undefined,
  };
  const parts = { session, network, load: async () => replies, keepAfter: 0, patience: 5 };
  const sendOf = lastSeen((address, init) => answer(address, init), parts);
  return {
    kept,
    network,
    session,
    answers: (next: Send) => {
      answer = next;
    },
    read: (route = 'getIdea', init: RequestInit = {}) => sendOf(route)(ADDRESS, init),
    settled: () => new Promise(resolve => setTimeout(resolve, 10)),
  };
}

const lost: Send = async () => {
  throw new TypeError('Failed to fetch');
};

it('answers as the network does, and says so', async () => {
  const { read, network } = device();
  expect(await (await read()).json()).toEqual({ title: 'old' });
  expect(network.state).toEqual({ is: 'reached' });
});

it('answers with what was seen last without a network, and tells of when it is', async () => {
  const { read, answers, network, settled, kept } = device();
  await read();
  await settled();
  answers(lost);
  const response = await read();
  expect([response.status, await response.json()]).toEqual([200, { title: 'old' }]);
  expect(network.state).toEqual({ is: 'lost', asOf: kept.get(ADDRESS)?.at });
});

it('tells of it by the server’s clock, however wrong the device’s is', async () => {
  serverTimeIs(instantOf(Date.parse('2030-05-01T02:32:00Z')));
  const { read, answers, network, settled } = device();
  await read();
  await settled();
  answers(lost);
  await read();
  expect(network.state).toMatchObject({ is: 'lost' });
  await renderPage(
    <NetworkProvider value={network}>
      <OfflineMark />
    </NetworkProvider>,
  );
  // Of the same day by that clock.
  expect(screen.getByRole('status').textContent).toMatch(/数据截至 10:3\d$/);
});

it('fails as before for what was never seen', async () => {
  const { read, answers, network } = device();
  answers(lost);
  await expect(read()).rejects.toThrow('Failed to fetch');
  expect(network.state).toEqual({ is: 'lost' });
});

it.each([
  'getSettings',
  'listMembers',
  'openUnnamedIdea',
  'exportIdeas',
  'getDirectory',
  'listAudit',
])('keeps nothing of %s', async route => {
  const { read, answers, settled, kept } = device();
  await read(route);
  await settled();
  expect(kept.size).toBe(0);
  answers(lost);
  await expect(read(route)).rejects.toThrow();
});

it('does not wait for a network that does not answer', async () => {
  const { read, answers, settled, network } = device();
  await read();
  await settled();
  answers(() => never);
  expect(await (await read()).json()).toEqual({ title: 'old' });
  expect(network.state.is).toBe('lost');
});

it('waits for a slow network if there is nothing to show meanwhile', async () => {
  const { read, answers, settled } = device();
  answers(async () => {
    await settled();
    return new Response('{"title":"slow"}', JSON_ANSWER);
  });
  expect(await (await read()).json()).toEqual({ title: 'slow' });
});

it('is back with the first answer, and keeps a late one', async () => {
  const { read, answers, settled, network, kept } = device();
  await read();
  await settled();
  answers(async () => {
    await settled();
    return new Response('{"title":"late"}', JSON_ANSWER);
  });
  expect(await (await read()).json()).toEqual({ title: 'old' });
  await settled();
  await settled();
  expect(network.state).toEqual({ is: 'reached' });
  expect(kept.get(ADDRESS)?.text).toBe('{"title":"late"}');
});

it('waits for somebody who has to sign in again', async () => {
  const { read, answers, settled, session } = device();
  await read();
  await settled();
  session.state = { is: 'ended', holding: 0 };
  answers(async () => {
    await settled();
    return new Response('{"title":"new"}', JSON_ANSWER);
  });
  expect(await (await read()).json()).toEqual({ title: 'new' });
});

it('takes the page of a portal for no network', async () => {
  const { read, answers, settled, kept } = device();
  await read();
  await settled();
  answers(async () => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(await (await read()).json()).toEqual({ title: 'old' });
  await settled();
  expect(kept.get(ADDRESS)?.text).toBe('{"title":"old"}');
});

it('forgets what this person may not read any more', async () => {
  const { read, answers, settled, kept } = device();
  await read();
  await settled();
  answers(async () => new Response('{}', { ...JSON_ANSWER, status: 404 }));
  expect((await read()).status).toBe(404);
  await settled();
  expect(kept.size).toBe(0);
});

it('keeps nothing of somebody who has signed out meanwhile', async () => {
  const { read, settled, session, kept } = device();
  await read();
  session.state = { is: 'left', how: 'signing-out' };
  await settled();
  expect(kept.size).toBe(0);
});

it('leaves a reading alone that nobody waits for any more', async () => {
  const { read, answers, network } = device();
  const stop = new AbortController();
  answers(async () => {
    stop.abort();
    throw new DOMException('aborted', 'AbortError');
  });
  await expect(read('getIdea', { signal: stop.signal })).rejects.toThrow('aborted');
  expect(network.state).toEqual({ is: 'reached' });
});
