/**
 * A session: tokens are renewed once for all waiting requests, the session ends in place and
 * continues, and one person's request is never sent with another's token.
 */
import { describe, expect, it } from 'vitest';
import { findSimilarIdeas } from '../../../shared/contract/routes/search.ts';
import type { HeldRequest } from '../../../web/session/held-requests.ts';
import { Session, type Tokens } from '../../../web/session/session.ts';

const ANNA = 'anna';

/** A browser with one session, an issuer and an API behind it. */
function browser(first: Partial<Tokens> = {}) {
  let stored: Tokens | undefined = { access: 'a1', subject: ANNA, secondsLeft: 1800, ...first };
  let renewal: () => Tokens | 'refused' = () => ({
    access: 'a2',
    subject: ANNA,
    secondsLeft: 1800,
  });
  const renewals: string[] = [];
  const sent: string[] = [];
  const kept: (readonly HeldRequest[])[] = [];
  const refused = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();
  const session = new Session({
    subject: ANNA,
    tokens: {
      current: async () => stored,
      renew: async () => {
        renewals.push(stored?.access ?? 'none');
        const renewed = renewal();
        if (renewed !== 'refused') stored = renewed;
        return renewed;
      },
    },
    send: async (url, { method = 'GET', headers }) => {
      const token = new Headers(headers).get('authorization')?.replace('Bearer ', '') ?? 'none';
      sent.push(`${method} ${url} ${token}`);
      return new Response(null, { status: refused.has(token) ? 401 : 200 });
    },
    keep: requests => kept.push(requests),
    oneAtATime: async work => {
      const done = turn.then(work);
      turn = done.catch(() => undefined);
      return done;
    },
  });
  return {
    session,
    sent,
    renewals,
    kept: () => kept.at(-1)?.map(({ url }) => url) ?? [],
    /** Access tokens that the gateway refuses although they look valid. */
    refuse: (token: string) => refused.add(token),
    renewing: (how: typeof renewal) => {
      renewal = how;
    },
    /** Tokens of another tab, or later ones of this, without an event. */
    stored: (tokens: Tokens) => {
      stored = tokens;
    },
    /** Tokens that another tab, or a window beside this one, has stored. */
    elsewhere: async (tokens: Tokens | undefined) => {
      stored = tokens;
      await session.look();
    },
  };
}

const next = (access: string, subject = ANNA): Tokens => ({ access, subject, secondsLeft: 1800 });
/** Until everything that can proceed has done so. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const put = { method: 'PUT' };

describe('a token', () => {
  it('is renewed before it expires, once for all requests of that moment', async () => {
    const { session, sent, renewals, stored } = browser();
    await session.send('/0', {});
    stored({ ...next('a1'), secondsLeft: 5 });
    await Promise.all(['/1', '/2', '/3'].map(url => session.send(url, {})));
    await session.send('/4', {});
    expect(renewals).toEqual(['a1']);
    expect(sent.at(-1)).toBe('GET /4 a2');
  });

  it('that has expired is renewed before anything is sent', async () => {
    const { session, sent } = browser({ secondsLeft: -3600 });
    await session.send('/1', {});
    expect(sent).toEqual(['GET /1 a2']);
  });

  it('that another tab has renewed meanwhile is taken from there', async () => {
    const { session, sent, renewals, refuse, elsewhere } = browser();
    refuse('a1');
    await elsewhere(next('a7'));
    await session.send('/1', {});
    expect([sent, renewals]).toEqual([['GET /1 a7'], []]);
  });

  it('that is refused although it looks valid is renewed, and the request sent once more', async () => {
    const { session, sent, refuse } = browser();
    refuse('a1');
    expect((await session.send('/1', put)).status).toBe(200);
    expect(sent).toEqual(['PUT /1 a1', 'PUT /1 a2']);
  });

  it('that is refused although it is fresh causes no endless loop', async () => {
    const { session, sent, refuse } = browser();
    refuse('a1');
    refuse('a2');
    expect((await session.send('/1', put)).status).toBe(401);
    expect(sent).toHaveLength(2);
    expect(session.state.is).toBe('active');
  });

  it('is used until it expires if the issuer cannot be reached', async () => {
    const { session, sent, stored, renewing } = browser();
    await session.isGood();
    stored({ ...next('a1'), secondsLeft: 5 });
    renewing(() => {
      throw new TypeError('Failed to fetch');
    });
    await session.send('/1', {});
    expect(sent).toEqual(['GET /1 a1']);
  });

  it('that has expired while the issuer cannot be reached is a network error, and ends no session', async () => {
    const { session, renewing } = browser({ secondsLeft: -1 });
    renewing(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(session.send('/1', {})).rejects.toThrow('Failed to fetch');
    expect(session.state.is).toBe('active');
  });
});

describe('a session that cannot be renewed', () => {
  function ended() {
    const all = browser({ secondsLeft: -1 });
    all.renewing(() => 'refused');
    return all;
  }

  it('ends in place: requests wait, and are sent once the same person is back', async () => {
    const { session, sent, renewals, elsewhere } = ended();
    const vote = session.send('/vote', put);
    const list = session.send('/list', {});
    await settled();
    expect(session.state).toEqual({ is: 'ended', holding: 1 });
    expect([sent, renewals]).toEqual([[], ['a1']]);
    await elsewhere(next('b1'));
    expect((await vote).status).toBe(200);
    await list;
    expect(sent).toEqual(['PUT /vote b1', 'GET /list b1']);
    expect(session.state).toEqual({ is: 'active' });
  });

  it('counts and keeps no question about a text that is being typed', async () => {
    const { session } = ended();
    const path = findSimilarIdeas.path.replace('{organization}', 'huatai');
    session.send(path, { method: findSimilarIdeas.method }).catch(() => undefined);
    await settled();
    expect(session.state).toEqual({ is: 'ended', holding: 0 });
  });

  it('sends writes in the order of the presses, and then reads', async () => {
    const { session, sent, elsewhere } = ended();
    const all = [
      session.send('/list', {}),
      session.send('/vote/1', put),
      session.send('/vote/2', put),
    ];
    await settled();
    await elsewhere(next('b1'));
    await Promise.all(all);
    expect(sent).toEqual(['PUT /vote/1 b1', 'PUT /vote/2 b1', 'GET /list b1']);
  });

  it('sends nothing when another person signs in, neither then nor later', async () => {
    const { session, sent, kept, elsewhere } = ended();
    void session.send('/vote', put);
    await settled();
    expect(kept()).toEqual(['/vote']);
    await elsewhere(next('b1', 'bert'));
    expect(session.state).toEqual({ is: 'left', how: 'elsewhere' });
    await elsewhere(next('a9'));
    await settled();
    expect(sent).toEqual([]);
    await expect(session.send('/vote', put)).rejects.toThrow();
  });

  it('keeps waiting if the session ends again', async () => {
    const { session, sent, refuse, elsewhere } = ended();
    const vote = session.send('/vote', put);
    await settled();
    refuse('b1');
    await elsewhere(next('b1'));
    expect([sent, session.state]).toEqual([['PUT /vote b1'], { is: 'ended', holding: 1 }]);
    await elsewhere(next('b2'));
    expect((await vote).status).toBe(200);
  });

  it('keeps writes beyond the page, until they are sent or nobody waits for them', async () => {
    const { session, sent, kept, elsewhere } = ended();
    const leaving = new AbortController();
    const gone = session.send('/draft', { ...put, signal: leaving.signal });
    const vote = session.send('/vote', put);
    void session.send('/list', {});
    await settled();
    expect(kept()).toEqual(['/draft', '/vote']);
    leaving.abort();
    await expect(gone).rejects.toThrow('aborted');
    expect(kept()).toEqual(['/vote']);
    await elsewhere(next('b1'));
    await vote;
    expect(kept()).toEqual([]);
    expect(sent).not.toContain('PUT /draft b1');
  });
});

describe('a tab', () => {
  it('leaves when another one signs out', async () => {
    const { session, sent, elsewhere } = browser();
    await elsewhere(undefined);
    expect(session.state).toEqual({ is: 'left', how: 'elsewhere' });
    await expect(session.send('/vote', put)).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('that has not heard of it sends nothing as the previous person either', async () => {
    const { session, sent, stored } = browser();
    stored(next('b1', 'bert'));
    await expect(session.send('/vote', put)).rejects.toThrow();
    expect([sent, session.state.is]).toEqual([[], 'left']);
  });
});
