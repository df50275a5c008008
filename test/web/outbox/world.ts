/**
 * A browser with several tabs, a network and an API, for the rules of the outbox: every step of a tab
 * waits until the test lets it go on, so that tabs interleave, and end, between any two steps.
 */
import { add } from '../../../web/outbox/add.ts';
import type { Act, Entry, NewEntry } from '../../../web/outbox/entry.ts';
import { ideaOf } from '../../../web/outbox/entry.ts';
import type { Outcome } from '../../../web/outbox/queue.ts';
import { isStuck, nudged } from '../../../web/outbox/queue.ts';
import { sendAll } from '../../../web/outbox/sender.ts';
import type { OutboxStore } from '../../../web/outbox/store.ts';
import * as names from '../../sample/names.ts';

interface Tab {
  dead: boolean;
  sends: boolean;
}

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export function world() {
  let pending: { readonly tab: Tab; readonly go: () => void }[] = [];
  let entries: Entry[] = [];
  let last = 0;
  let time = 0;
  let holder: Tab | undefined;
  let waiters: { readonly tab: Tab; readonly go: () => void }[] = [];
  const network = { on: true, losing: 0, signedIn: true, failing: 0 };
  const closed = new Set<string>();
  /** The first effect of each act, in order. */
  const effects: { readonly key: string; readonly act: Act; readonly order: number }[] = [];
  /** What the API has of each toggle. */
  const toggles = new Map<string, string>();
  const told: string[] = [];
  let stuck = false;

  const step = (tab: Tab): Promise<void> =>
    new Promise(go => {
      if (!tab.dead) pending.push({ tab, go });
    });

  const storeOf = (tab: Tab): OutboxStore => ({
    all: async () => {
      await step(tab);
      return [...entries].sort((one, other) => one.order - other.order);
    },
    put: async entry => {
      await step(tab);
      last += 1;
      entries = [...entries.filter(({ id }) => id !== entry.id), { ...entry, order: last }];
    },
    change: async (id, how) => {
      await step(tab);
      const found = entries.find(entry => entry.id === id);
      if (found === undefined) return undefined;
      const changed = how(found) ?? found;
      entries = entries.flatMap(entry =>
        entry.id === id ? (changed === 'gone' ? [] : [changed]) : [entry],
      );
      return changed === 'gone' ? undefined : changed;
    },
  });

  /** The API's part: what it makes of an act that has arrived. */
  const arrive = ({ id, act, order }: Entry): 'done' | 'refused' => {
    const known = effects.some(({ key }) => key === id);
    if (known && !isToggle(act)) return 'done';
    const idea = ideaOf({ act });
    if (idea !== undefined && closed.has(idea)) return known ? 'done' : 'refused';
    if (!known) effects.push({ key: id, act, order });
    if (isToggle(act)) toggles.set(toggleOf(act), setBy(act));
    return 'done';
  };

  const attemptOf =
    (tab: Tab) =>
    async (entry: Entry): Promise<Outcome> => {
      await step(tab);
      if (!network.signedIn) return { is: 'needs-sign-in' };
      const noAnswer = (): Outcome => {
        stuck ||= isStuck(entry.state);
        return { is: 'offline' };
      };
      if (!network.on) return noAnswer();
      if (network.failing > 0) {
        network.failing -= 1;
        return { is: 'trouble' };
      }
      const result = arrive(entry);
      await step(tab);
      if (network.losing > 0) {
        network.losing -= 1;
        return noAnswer();
      }
      if (result === 'done') return { is: 'sent' };
      return { is: 'refused', refusal: { status: 409, code: 'closed', title: 'closed' } };
    };

  const release = (): void => {
    const next = waiters.find(({ tab }) => !tab.dead);
    waiters = waiters.filter(one => one !== next && !one.tab.dead);
    holder = next?.tab;
    next?.go();
  };

  const send = async (tab: Tab): Promise<void> => {
    if (tab.sends || tab.dead) return;
    tab.sends = true;
    if (holder === undefined) holder = tab;
    else await new Promise<void>(go => waiters.push({ tab, go }));
    const parts = { now: () => time, mayGoOn: () => holder === tab };
    await sendAll({ store: storeOf(tab), attempt: attemptOf(tab), ...parts });
    tab.sends = false;
    release();
  };

  const nudge = (by: 'network' | 'person'): void => {
    entries = entries.map(entry => ({ ...entry, state: nudged(entry.state, by) }));
  };

  /** Lets one waiting step go on. */
  const goOn = async (which: number): Promise<boolean> => {
    await settled();
    pending = pending.filter(({ tab }) => !tab.dead);
    const one = pending[which % Math.max(pending.length, 1)];
    pending = pending.filter(other => other !== one);
    one?.go();
    await settled();
    return one !== undefined;
  };

  return {
    network,
    effects,
    toggles,
    told,
    /** Whether an entry was tried so often that others may have passed it. */
    hasBeenStuck: () => stuck,
    /** Whether the page shows a support of an idea: what waits, or else what the API has. */
    showsSupport(idea: number): boolean {
      const toggle = toggleOf(anAct(1, idea));
      const waiting = entries.filter(({ act }) => isToggle(act) && toggleOf(act) === toggle);
      const last = waiting.sort((one, other) => one.order - other.order).pop();
      return (last === undefined ? toggles.get(toggle) : setBy(last.act)) === 'supportIdea';
    },
    open: (): Tab => ({ dead: false, sends: false }),
    close(tab: Tab): void {
      tab.dead = true;
      if (holder === tab) release();
    },
    /** Adds an act in a tab, while others go on; the tab may end after some steps of it. */
    async post(
      tab: Tab,
      entry: NewEntry,
      order: readonly number[],
      endsAfter?: number,
    ): Promise<boolean> {
      const post = { done: false };
      void add(storeOf(tab), entry).then(() => {
        post.done = true;
      });
      for (let at = 0; !post.done && !tab.dead; at += 1) {
        if (at === endsAfter) this.close(tab);
        else await goOn(order[at % order.length] ?? 0);
      }
      return post.done;
    },
    send,
    goOn,
    closeIdea: (idea: string) => closed.add(idea),
    tick: (ms: number) => {
      time += ms;
    },
    nudge,
    /** Everything works again, and all refusals are read. */
    async settle(): Promise<void> {
      Object.assign(network, { on: true, losing: 0, signedIn: true, failing: 0 });
      const tab = this.open();
      for (let round = 0; round < 1000; round += 1) {
        nudge('person');
        time += 60 * 60 * 1000;
        void send(tab);
        while (await goOn(0));
        const refused = entries.filter(({ state }) => state.is === 'refused');
        told.push(...refused.map(({ id }) => id));
        entries = entries.filter(({ state }) => state.is !== 'refused');
        if (entries.length === 0) return;
      }
      throw new Error('it never ends');
    },
  };
}

export function isToggle({ id }: Act): boolean {
  return id === 'castVote' || id === 'supportIdea' || id === 'withdrawSupport';
}

export function toggleOf(act: Act): string {
  return `${act.id === 'castVote' ? 'vote' : 'support'} ${ideaOf({ act })}`;
}

export function setBy(act: Act): string {
  return act.id === 'castVote' ? act.request.body.choice : act.id;
}

const organization = names.organization('huatai');
export const IDEAS = [names.ideaId(1), names.ideaId(2)] as const;

const IDEA_BODY = {
  title: '行车限位',
  category: names.category('安全'),
  problem: '没有限位，去年擦碰过一次。',
  proposal: '加装激光测距。',
};

/** One of all kinds of acts. */
export function anAct(kind: number, idea: number): Act {
  const path = { organization, idea: IDEAS[idea % IDEAS.length] ?? IDEAS[0] };
  const acts: readonly Act[] = [
    {
      id: 'submitIdea',
      request: {
        path: { organization },
        body: IDEA_BODY,
      },
    },
    { id: 'supportIdea', request: { path } },
    { id: 'withdrawSupport', request: { path } },
    { id: 'castVote', request: { path, body: { choice: 'approve' } } },
    { id: 'castVote', request: { path, body: { choice: 'oppose' } } },
    { id: 'writeComment', request: { path, body: { text: 'd' } } },
    { id: 'reportProgress', request: { path, body: { progress: 50, note: 'e' } } },
  ];
  return acts[kind % acts.length] ?? { id: 'supportIdea', request: { path } };
}

export function anEntry(id: string, act: Act): NewEntry {
  return {
    id,
    member: names.member('HT0132'),
    act,
    about: { title: 'a', address: '/' },
    photos: [],
    made: 0,
    state: { is: 'waiting', tries: 0, after: 0, why: 'new' },
  };
}
