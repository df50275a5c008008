/** The rules of the outbox: one by one, and under everything that can happen to tabs and networks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, State } from '../../../web/outbox/entry.ts';
import { ideaOf } from '../../../web/outbox/entry.ts';
import { afterwards, nudged, supersededBy, turnAt } from '../../../web/outbox/queue.ts';
import { anAct, anEntry, IDEAS, isToggle, setBy, toggleOf, world } from './world.ts';

const [IDEA, SUPPORT, WITHDRAWAL, APPROVAL, OPPOSITION, COMMENT] = [0, 1, 2, 3, 4, 5] as const;
const refused: State = {
  is: 'refused',
  tries: 1,
  refusal: { status: 409, code: 'ballot-closed', title: 'closed' },
};
const waiting = (
  why: Extract<State, { is: 'waiting' }>['why'],
  after: number,
  tries = 1,
): State => ({ is: 'waiting', tries, after, why });
type Row = readonly [kind: number, idea: number, state?: State];
const entries = (...rows: readonly Row[]) =>
  rows.map(
    ([kind, idea, state], order): Entry => ({
      ...anEntry(String(order), anAct(kind, idea)),
      order,
      ...(state && { state }),
    }),
  );
const nextOf = (...rows: readonly Row[]) => {
  const turn = turnAt(entries(...rows), 10);
  return turn.is === 'send' ? Number(turn.entry.id) : turn;
};

describe('the next', () => {
  it('is the oldest', () => expect(nextOf([COMMENT, 0], [COMMENT, 1])).toBe(0));

  it('is an interrupted one before later ones', () =>
    expect(nextOf([COMMENT, 0, { is: 'sending', tries: 1 }], [COMMENT, 1])).toBe(0));

  it('is nobody while the network is away, for all', () =>
    expect(nextOf([COMMENT, 0, waiting('offline', 20)], [COMMENT, 1])).toEqual({
      is: 'wait',
      until: 20,
    }));

  it.each(['offline', 'busy'] as const)(
    'passes one that is stuck, but not about the same idea (%s)',
    why => expect(nextOf([COMMENT, 0, waiting(why, 20, 3)], [SUPPORT, 0], [SUPPORT, 1])).toBe(2),
  );

  it('passes a refused one, but not about the same idea', () =>
    expect(nextOf([APPROVAL, 0, refused], [COMMENT, 0], [COMMENT, 1])).toBe(2));

  it('passes one that has trouble of its own, but not about the same idea', () =>
    expect(nextOf([COMMENT, 0, waiting('trouble', 20)], [SUPPORT, 0], [SUPPORT, 1])).toBe(2));

  it('is no later new idea before an earlier one that may be sent later', () =>
    expect(nextOf([IDEA, 0, waiting('limit', 20)], [IDEA, 0], [SUPPORT, 1])).toBe(2));

  it('is a later new idea after a refused one', () =>
    expect(nextOf([IDEA, 0, refused], [IDEA, 0])).toBe(1));

  it('is nobody behind an arrived idea whose author has not seen it', () =>
    expect(
      nextOf([IDEA, 0, { is: 'sent', arrived: { idea: IDEAS[0], round: '2026-10' } }]),
    ).toEqual({
      is: 'rest',
    }));
});

describe('after an attempt', () => {
  const [entry] = entries([COMMENT, 0, { is: 'sending', tries: 3 }]);
  if (entry === undefined) throw new Error('there is one');

  it('nothing is kept of an act that has arrived', () =>
    expect(afterwards(entry, { is: 'sent' }, 0)).toBe('gone'));

  it.each(['offline', 'trouble'] as const)('it waits longer each time (%s)', is => {
    const pauses = [1, 2, 3, 40].map(tries => {
      const state = afterwards({ ...entry, state: { is: 'sending', tries } }, { is }, 100);
      return state !== 'gone' && state.is === 'waiting' ? state.after - 100 : 0;
    });
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(pauses[0]).toBeGreaterThan(0);
    expect(pauses[3]).toBeLessThanOrEqual(60 * 60 * 1000);
  });

  it('it waits as long as the API asks', () =>
    expect(afterwards(entry, { is: 'busy', retryAfterMs: 3_600_000 }, 5)).toMatchObject({
      after: 3_600_005,
    }));

  it('the network that is back is no reason to try again what the API has put off', () => {
    expect(nudged(waiting('offline', 20), 'network')).toMatchObject({ after: 0 });
    expect(nudged(waiting('limit', 20), 'network')).toMatchObject({ after: 20 });
    expect(nudged(waiting('limit', 20), 'person')).toMatchObject({ after: 0 });
  });

  it('a refused one is tried again for its person alone', () => {
    expect(nudged(refused, 'network')).toBe(refused);
    expect(nudged(refused, 'person')).toMatchObject({ is: 'waiting', after: 0 });
  });
});

describe('a later act', () => {
  const unheard: State = { is: 'waiting', tries: 0, after: 0, why: 'new' };
  it.each([
    ['a vote takes the place of a vote', [APPROVAL, 0], OPPOSITION, ['0'], false],
    ['a vote on another idea does not', [APPROVAL, 1], OPPOSITION, [], false],
    ['a comment never does', [COMMENT, 0], COMMENT, [], false],
    ['a withdrawal that nobody needs to hear of', [SUPPORT, 0, unheard], WITHDRAWAL, ['0'], true],
    [
      'a withdrawal of what may have arrived',
      [SUPPORT, 0, waiting('offline', 0)],
      WITHDRAWAL,
      ['0'],
      false,
    ],
    [
      'a vote leaves alone what is being sent',
      [APPROVAL, 0, { is: 'sending', tries: 1 }],
      OPPOSITION,
      [],
      false,
    ],
  ] as const)('%s', (_, before, kind, ids, also) => {
    expect(supersededBy(entries(before), anAct(kind, 0))).toEqual({ ids, also });
  });
});

const nat = fc.nat({ max: 1000 });
const order = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 });
const command = fc.oneof(
  fc.record({
    do: fc.constant('post' as const),
    tab: nat,
    kind: nat,
    idea: nat,
    order,
    endsAfter: fc.option(fc.nat({ max: 4 }), { nil: undefined, freq: 8 }),
  }),
  fc.record({ do: fc.constant('send' as const), tab: nat }),
  fc.record({ do: fc.constant('step' as const), order }),
  fc.record({ do: fc.constant('end' as const), tab: nat }),
  fc.record({ do: fc.constant('network' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('lose' as const), answers: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('fail' as const), answers: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('sign' as const), in: fc.boolean() }),
  fc.record({ do: fc.constant('close' as const), idea: nat }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 400_000 }) }),
);

it('whatever happens to tabs, network and session: each act arrives exactly once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async commands => {
      const around = world();
      const tabs = [around.open(), around.open()];
      const tabAt = (at: number) => tabs[at % tabs.length] ?? around.open();
      const posted: { readonly key: string; readonly kind: number; readonly idea: number }[] = [];
      const uncertain = new Set<string>();
      const set = new Map<string, string | undefined>();
      let failed = false;
      for (const [at, one] of commands.entries()) {
        switch (one.do) {
          case 'post': {
            const drawn = anAct(one.kind, one.idea);
            const isSupport = drawn.id === 'supportIdea' || drawn.id === 'withdrawSupport';
            // A page offers what it does not show.
            const offered = around.showsSupport(one.idea) ? WITHDRAWAL : SUPPORT;
            const kind = isSupport ? offered : one.kind;
            const act = anAct(kind, one.idea);
            const key = `k${at}`;
            const done = await around.post(
              tabAt(one.tab),
              anEntry(key, act),
              one.order,
              one.endsAfter,
            );
            if (!done) {
              tabs[one.tab % tabs.length] = around.open();
              uncertain.add(key);
            } else posted.push({ key, kind, idea: one.idea });
            if (isToggle(act)) set.set(toggleOf(act), done ? setBy(act) : undefined);
            break;
          }
          case 'send':
            void around.send(tabAt(one.tab));
            break;
          case 'step':
            for (const which of one.order) await around.goOn(which);
            break;
          case 'end':
            around.close(tabAt(one.tab));
            tabs[one.tab % tabs.length] = around.open();
            break;
          case 'network':
            around.network.on = one.on;
            if (one.on) around.nudge('network');
            break;
          case 'lose':
            around.network.losing = one.answers;
            break;
          case 'fail':
            around.network.failing = one.answers;
            failed = true;
            break;
          case 'sign':
            around.network.signedIn = one.in;
            break;
          case 'close':
            around.closeIdea(IDEAS[one.idea % IDEAS.length] ?? IDEAS[0]);
            break;
          case 'wait':
            around.tick(one.ms);
            break;
        }
      }
      await around.settle();

      const keys = around.effects.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { key, kind, idea } of posted) {
        const act = anAct(kind, idea);
        if (isToggle(act)) continue;
        expect([key, keys.includes(key) !== around.told.includes(key)]).toEqual([key, true]);
      }
      const chains = new Map<string, number[]>();
      for (const { act, order } of around.effects) {
        const passed = failed || around.hasBeenStuck();
        const chain = passed ? (ideaOf({ act }) ?? 'new') : 'all';
        chains.set(chain, [...(chains.get(chain) ?? []), order]);
      }
      if (around.told.length === 0)
        for (const orders of chains.values())
          expect(orders).toEqual([...orders].sort((one, other) => one - other));
      for (const [toggle, value] of set)
        if (value !== undefined && around.told.length === 0)
          expect([toggle, around.toggles.get(toggle)]).toEqual([
            toggle,
            expectedOf(value, around.toggles.get(toggle)),
          ]);
    }),
    { numRuns: 3000 },
  );
});

/** A support that was taken back before anybody heard of it has left nothing. */
function expectedOf(value: string, found: string | undefined): string | undefined {
  return value === 'withdrawSupport' && found === undefined ? undefined : value;
}
