/**
 * Rules of every idea after any events: its history is one chain of allowed acts, each by an
 * entitled member.
 */
import { expect } from 'vitest';
import { asOf } from '../../../shared/domain/idea/apply-event.ts';
import { authorsOf, type Idea, implementationOf } from '../../../shared/domain/idea/idea.ts';
import { type Doer, nextStatuses, TRANSITIONS } from '../../../shared/domain/idea/lifecycle.ts';
import { millisBetween } from '../../../shared/domain/kernel/instant.ts';
import type { Round } from '../../../shared/domain/round/round.ts';
import { doersOf } from './acts.ts';
import { roundAt, whenIs } from './days.ts';
import { holds, type Ledger } from './ledger.ts';

export function checkHistory(ledger: Ledger, idea: Idea): void {
  expect(idea.version).toBe(idea.history.length);
  expect(asOf(idea, idea.history.length)).toEqual(idea);
  for (const [at, entry] of idea.history.entries()) {
    const before = idea.history[at - 1];
    expect(entry.from).toBe(before?.to);
    if (entry.act !== 'submit' && entry.from !== undefined)
      expect(nextStatuses(entry.act, entry.from)).toContain(entry.to);
    if (before) expect(millisBetween(before.at, entry.at)).toBeGreaterThanOrEqual(0);
    checkDoer(ledger, idea, at);
  }
}

/**
 * Each act's author was on the list then and had the act's role; and nobody accepts their own work.
 */
function checkDoer(ledger: Ledger, idea: Idea, at: number): void {
  const { act, by, at: when } = idea.history[at]!;
  const people = ledger.people.at(when);
  if (act === 'submit') {
    const { authorId } = asOf(idea, 1);
    if (by.kind !== 'member') expect(authorId).toBeUndefined();
    else expect(holds(people, by.id, [by.id === authorId ? 'employee' : 'secretary'])).toBe(true);
    return;
  }
  const before = asOf(idea, at);
  const { by: doers }: { readonly by: readonly Doer[] } = TRANSITIONS[act];
  if (by.kind === 'cycle') expect(doers, act).toContain('cycle');
  else if (by.kind === 'unnamed')
    expect([doers.includes('author'), before.authorId], act).toEqual([true, undefined]);
  else expect(doersOf(act, before, people), `${act} at ${when}`).toContain(by.id);
  if (by.kind === 'member' && (act === 'answer-appeal' || act === 'name-excellent'))
    expect(authorsOf(before)).not.toContain(by.id);
  if (by.kind === 'member' && (act === 'accept' || act === 'send-back'))
    expect(implementationOf(before)?.owner).not.toBe(by.id);
}

/**
 * It is in the round whose day comes next, and stays there; and after the ballots have closed,
 * nothing waits for them any more.
 */
export function checkPlace(
  ledger: Ledger,
  idea: Idea,
  roundOf: (id: string) => Round,
  now: string,
): void {
  const days = ledger.days.now;
  const own = roundAt(idea.submittedAt, days);
  const handedInAt = idea.history[0]!.at;
  expect(idea.round).toBe(
    handedInAt < whenIs(own, days).closesAt ? own : roundAt(handedInAt, days),
  );
  const { state, schedule } = roundOf(idea.agendaRound);
  if (state === 'decided' || state === 'published')
    expect(['on-agenda', 'submitted', 'deferred']).not.toContain(idea.status);
  if (state === 'deliberating' && schedule.opensAt < now) expect(idea.status).not.toBe('deferred');
}

/** Whoever declined their authorship after the ballot had opened, and only they, are recused. */
export function checkRecusals(idea: Idea, roundOf: (id: string) => Round): void {
  for (const [at, entry] of idea.history.entries()) {
    if (entry.act !== 'decline-authorship') continue;
    const { status, agendaRound, history } = asOf(idea, at);
    const round = status === 'on-agenda' ? roundOf(agendaRound) : undefined;
    const open = round && 'openedAt' in round && round.openedAt <= entry.at;
    expect(entry.recused).toBe(open === true || history.some(one => 'result' in one));
  }
}

/**
 * All authors of a merged idea are co-authors of the other, and so is a later claimer, unless the
 * other was already past that point, when it may have been too late.
 */
export function checkMerger(idea: Idea, byId: ReadonlyMap<string, Idea>): void {
  if (idea.status !== 'merged') return;
  const target = byId.get(idea.into)!;
  const merged = idea.history.findLastIndex(({ act }) => act === 'merge');
  const { authorId, coAuthors } = asOf(idea, merged);
  const since = idea.history.slice(merged).flatMap(entry => {
    if (entry.act === 'claim') return [idea.authorId];
    return entry.act === 'acknowledge' ? [entry.coAuthor.id] : [];
  });
  const brought = target.coAuthors.flatMap(({ id, via }) =>
    via === idea.id ? [id as string] : [],
  );
  const inTime: readonly string[] = TRANSITIONS.acknowledge.from;
  const beyond = target.history.some(({ to }) => !inTime.includes(to));
  const absorbed = target.history.findLastIndex(
    entry => entry.act === 'absorb' && entry.idea === idea.id,
  );
  const declined = new Set(
    target.history.slice(absorbed).flatMap(({ act, by }) => {
      return act === 'decline-authorship' && by.kind === 'member' ? [by.id] : [];
    }),
  );
  const expected = [
    ...[...(authorId === undefined ? [] : [authorId]), ...coAuthors.map(({ id }) => id)].filter(
      one => !declined.has(one),
    ),
    ...since.filter(one => !beyond || (one !== undefined && brought.includes(one))),
  ];
  expect(brought.toSorted()).toEqual(expected.toSorted());
}

/**
 * The proposal follows the bands at acceptance; a payment goes to authors, adds up to the fen, and
 * was not approved by one of them.
 */
export function checkReward(ledger: Ledger, idea: Idea): void {
  if (idea.status !== 'accepted') return;
  const { at, verifiedBenefit } = idea.acceptance;
  const { least, most } = ledger.bands.at(at).findLast(({ from }) => from <= verifiedBenefit)!;
  const { reward } = idea;
  const { proposed, ...range } = idea.reward.proposal;
  expect(range).toEqual({ least, most });
  expect(proposed >= least && proposed <= most).toBe(true);
  if (reward.state === 'proposed') return;
  expect(reward.shares.reduce((sum, { fen }) => sum + fen, 0)).toBe(reward.amount);
  for (const { member } of reward.shares) expect(authorsOf(idea)).toContain(member);
  for (const { act, by } of idea.history)
    if (act === 'approve-reward' || act === 'pay-reward')
      expect(by.kind === 'member' && authorsOf(idea).includes(by.id)).toBe(false);
}
