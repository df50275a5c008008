/**
 * Sends requests, and keeps the replies of some readings. Without a network, or with one that does not
 * answer in time, such a reading gets the reply that was seen last. Nothing that writes is touched.
 */
import type { Send } from '../../shared/contract/client.ts';
import { addressOf } from '../../shared/contract/route.ts';
import { getMe } from '../../shared/contract/routes/organization.ts';
import type { Session } from '../session/session.ts';
import type * as KeptReplies from '../storage/kept-replies.ts';
import { KEPT_ROUTES } from './kept-routes.ts';
import { isJson, type Network } from './network.ts';
import { serverNow } from './server-clock.ts';

/** How long the network has before an earlier reply is shown; less if it did not answer before. */
const PATIENCE_MS = 8000;
const SHORT_MS = 1500;
/** The page loads its own files first. */
const KEEP_AFTER_MS = 3000;
const JSON_TYPE = 'application/json';

interface Parts {
  readonly session: Pick<Session, 'subject' | 'state'>;
  readonly network: Network;
  readonly load?: () => Promise<typeof KeptReplies>;
  readonly keepAfter?: number;
  readonly patience?: number;
}

/** The sending of a route's requests. */
export function lastSeen(
  send: Send,
  {
    session,
    network,
    load = loadReplies,
    keepAfter = KEEP_AFTER_MS,
    patience = PATIENCE_MS,
  }: Parts,
): (routeId: string) => Send {
  const owner = session.subject;
  let wait = patience;
  let tidied = false;

  /** A browser may refuse its database; then nothing is kept. */
  const later = (work: (replies: typeof KeptReplies) => Promise<unknown>): void => {
    setTimeout(() => {
      // Nothing of somebody who has left is kept.
      if (session.state.is !== 'left')
        load()
          .then(work)
          .catch(() => undefined);
    }, keepAfter);
  };

  const note = async (address: string, shape: string, response: Response): Promise<void> => {
    if (response.status === 403 || response.status === 404)
      later(({ dropReply }) => dropReply(address));
    if (!response.ok) return;
    const reply = { owner, shape, text: await response.clone().text(), at: serverNow().getTime() };
    later(async ({ keepReply, tidyReplies }) => {
      await keepReply(address, reply);
      if (!tidied) await tidyReplies(owner, serverNow().getTime());
      tidied = true;
    });
  };

  const find = async (address: string, shape: string): Promise<Response | undefined> => {
    const found = await load()
      .then(({ findReply }) => findReply(address, { owner, shape }, serverNow().getTime()))
      .catch(() => undefined);
    if (found === undefined) return undefined;
    network.shows(found.at);
    return new Response(found.text, { headers: { 'content-type': JSON_TYPE } });
  };

  const reading =
    (shape: string): Send =>
    async (address, init) => {
      let isLate = false;
      const answer = async (): Promise<Response> => {
        const response = await send(address, init);
        if (response.ok && !isJson(response.headers)) throw new Error('not an answer of the API');
        await note(address, shape, response);
        // A slow network is waited for longer from now on.
        if (isLate) wait *= 2;
        network.reached();
        return response;
      };
      const answered = answer();
      try {
        const first = await Promise.race([
          answered,
          pause(network.state.is === 'lost' ? SHORT_MS : wait),
        ]);
        // Whoever has to sign in again is told so; the request waits for that.
        if (first !== undefined || session.state.is === 'ended') return first ?? (await answered);
        isLate = true;
        answered.catch(() => undefined);
        return (await find(address, shape)) ?? (await answered);
      } catch (error) {
        if (init.signal?.aborted) throw error;
        network.lost();
        const seen = await find(address, shape);
        if (seen === undefined) throw error;
        return seen;
      }
    };

  const writing: Send = async (address, init) => {
    try {
      const response = await send(address, init);
      network.reached();
      return response;
    } catch (error) {
      if (!init.signal?.aborted) network.lost();
      throw error;
    }
  };

  return routeId => {
    const shape = KEPT_ROUTES[routeId];
    return shape === undefined ? writing : reading(shape);
  };
}

/** Whether this person has been here before, and can see what they saw then. */
export async function hasSeen(owner: string): Promise<boolean> {
  try {
    const { findReply } = await loadReplies();
    const shape = KEPT_ROUTES[getMe.id] ?? '';
    return (
      (await findReply(addressOf(getMe, {}), { owner, shape }, serverNow().getTime())) !== undefined
    );
  } catch {
    return false;
  }
}

function loadReplies(): Promise<typeof KeptReplies> {
  return import('../storage/kept-replies.ts');
}

function pause(ms: number): Promise<undefined> {
  return new Promise(resolve => setTimeout(resolve, ms, undefined));
}
