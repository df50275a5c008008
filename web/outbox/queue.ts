/**
 * The rules of the outbox, without storage, time or network: which entry is sent next, what becomes
 * of it, and which later entry takes the place of an earlier one.
 *
 * `waiting → sending → sent | refused | needs-sign-in`, and back to `waiting` when no answer came.
 * An entry is stored as `sending` before it is sent, so after a crash it counts as one that may have
 * arrived; its key makes one act of both.
 */
import {
  type Act,
  type Arrived,
  type Entry,
  ideaOf,
  organizationOf,
  type Refusal,
  type State,
  type Why,
} from './entry.ts';

/** What came of an attempt. */
export type Outcome =
  | { readonly is: 'sent'; readonly arrived?: Arrived }
  /** It is over, and its person has been told where they made it. */
  | { readonly is: 'told' }
  | { readonly is: 'offline' }
  | { readonly is: 'busy'; readonly retryAfterMs: number }
  | { readonly is: 'limit'; readonly retryAfterMs: number }
  | { readonly is: 'trouble' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'needs-sign-in' };

/** What a sender does now. */
export type Turn =
  | { readonly is: 'send'; readonly entry: Entry }
  /** Nothing before this moment, in ms since 1970. */
  | { readonly is: 'wait'; readonly until: number }
  | { readonly is: 'rest' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
export const FIRST_PAUSE = 5 * SECOND;
/** Without a network, and for an entry that the API fails at. */
const LONGEST_PAUSE = { offline: 2 * MINUTE, busy: 5 * MINUTE, trouble: 60 * MINUTE } as const;
/** The attempts without an answer after which it may be the entry, and not the network. */
const STUCK_AFTER = 3;

/**
 * The next to send, in the order in which the acts were made. While the network or the API answers
 * nobody, all wait. An entry that waits for itself alone, or is stuck, lets others pass, but none
 * that is about the same idea, nor a later new idea before an earlier one. A refused entry holds what
 * is about the same idea until its person has seen the refusal.
 */
export function turnAt(entries: readonly Entry[], now: number): Turn {
  const held = new Set<string>();
  let until = Number.POSITIVE_INFINITY;
  for (const entry of [...entries].sort((one, other) => one.order - other.order)) {
    const { state } = entry;
    const idea = ideaOf(entry);
    const chain = `${organizationOf(entry)} ${idea ?? 'new'}`;
    if (state.is === 'sent') continue;
    if (state.is === 'refused') {
      if (idea !== undefined) held.add(chain);
      continue;
    }
    if (held.has(chain)) continue;
    if (state.is !== 'waiting' || state.after <= now) return { is: 'send', entry };
    until = Math.min(until, state.after);
    if (isOfAll(state) && !isStuck(state)) break;
    held.add(chain);
  }
  return until === Number.POSITIVE_INFINITY ? { is: 'rest' } : { is: 'wait', until };
}

/** Whether an entry waits for what all entries need. */
function isOfAll({ why }: Extract<State, { is: 'waiting' }>): boolean {
  return why === 'offline' || why === 'busy';
}

/** Why an entry waits that was just made: as those before it, if these wait for what all need. */
export function whyBehind(entries: readonly Entry[]): Why {
  for (const { state } of entries) if (state.is === 'waiting' && isOfAll(state)) return state.why;
  return 'new';
}

/** Whether an entry has been tried so often that others are tried beside it. */
export function isStuck(state: State): boolean {
  return triesOf(state) >= STUCK_AFTER;
}

/** The state before an attempt. */
export function begun({ state }: Entry): State {
  return { is: 'sending', tries: triesOf(state) + 1 };
}

/** The state after an attempt; `gone` if nothing of it has to be kept. */
export function afterwards({ state }: Entry, outcome: Outcome, now: number): State | 'gone' {
  const tries = triesOf(state);
  const pause = (why: keyof typeof LONGEST_PAUSE, least = 0): State => {
    const grown = Math.min(FIRST_PAUSE * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE[why]);
    return { is: 'waiting', tries, after: now + Math.max(grown, least), why };
  };
  switch (outcome.is) {
    case 'sent':
      return outcome.arrived === undefined ? 'gone' : { is: 'sent', arrived: outcome.arrived };
    case 'told':
      return 'gone';
    case 'offline':
      return pause('offline');
    case 'busy':
      return pause('busy', outcome.retryAfterMs);
    case 'trouble':
      return pause('trouble');
    case 'limit':
      return { is: 'waiting', tries, after: now + outcome.retryAfterMs, why: 'limit' };
    case 'refused':
      return { is: 'refused', tries, refusal: outcome.refusal };
    case 'needs-sign-in':
      return { is: 'needs-sign-in', tries };
  }
}

/** Whether an attempt was answered by the API, whatever it said. */
export function isAnswered({ is }: Outcome): boolean {
  return is !== 'offline' && is !== 'busy' && is !== 'needs-sign-in';
}

/** The state of an entry that is to be tried at once: the network is back, or its person asks. */
export function nudged(state: State, by: 'network' | 'person'): State {
  if (state.is === 'refused' && by === 'person')
    return { is: 'waiting', tries: state.tries, after: 0, why: 'new' };
  if (state.is !== 'waiting' || (by === 'network' && !isOfAll(state))) return state;
  return { ...state, after: 0 };
}

/**
 * The entries that a later act makes superfluous: of a vote on an idea, and of a support and its
 * withdrawal, only the last counts. One that is being sent is not touched; the later one follows it.
 * `also` tells that the later act itself is superfluous: it takes back what nobody has heard of.
 */
export function supersededBy(
  entries: readonly Entry[],
  act: Act,
): { readonly ids: readonly string[]; readonly also: boolean } {
  const toggle = toggleOf(act);
  if (toggle === undefined) return { ids: [], also: false };
  const before = entries.filter(
    ({ act: earlier, state }) =>
      toggleOf(earlier) === toggle && state.is !== 'sending' && state.is !== 'sent',
  );
  const unheard = before.every(({ state }) => state.is === 'waiting' && state.tries === 0);
  const first = before[0];
  return {
    ids: before.map(({ id }) => id),
    also: first !== undefined && unheard && act.id !== 'castVote' && first.act.id !== act.id,
  };
}

/** What an act sets, so that a later one sets it anew; undefined for an act that adds something. */
function toggleOf(act: Act): string | undefined {
  switch (act.id) {
    case 'castVote':
      return `vote ${act.request.path.organization} ${act.request.path.idea}`;
    case 'supportIdea':
    case 'withdrawSupport':
      return `support ${act.request.path.organization} ${act.request.path.idea}`;
    case 'submitIdea':
    case 'writeComment':
    case 'reportProgress':
      return undefined;
  }
}

function triesOf(state: State): number {
  return state.is === 'sent' ? 0 : state.tries;
}

/** The round that an idea was made in, if it arrived after that had ended. */
export function missedRound({ about, state }: Pick<Entry, 'about' | 'state'>): string | undefined {
  return state.is === 'sent' && about.round !== state.arrived.round ? about.round : undefined;
}

/** Whether something may have arrived of it, so that a changed act is another act. */
export function mayHaveArrived({ state }: Entry): boolean {
  return state.is !== 'sent' && state.is !== 'refused' && state.tries > 0;
}
