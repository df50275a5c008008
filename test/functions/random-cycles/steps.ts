/**
 * Random histories: one attempt after another, or time that passes. Most attempts are possible,
 * because only then do ideas come far; the rest must be refused.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import { ACTS, type Aim, type Attempt, admits, BY_CODE, doersOf, pick, WIDER } from './acts.ts';
import { ADMINISTRATION } from './administration.ts';
import { type Answered, type Firm, SECOND } from './firm.ts';
import { holders } from './ledger.ts';

/**
 * The act, caller and idea of an attempt are numbers modulo the number of choices; `sense` picks
 * among the possible acts, the ideas that allow one, and the entitled members.
 */
export type Step =
  | {
      readonly of: 'ideas' | 'administration';
      readonly sense: boolean;
      readonly act: number;
      readonly by: number;
      readonly on: number;
      readonly n: number;
    }
  | {
      readonly wait: number | 'next step' | 'eve of it';
      /** Whether the calendar does not run, although a step may be due. */
      readonly late: boolean;
      /** Whether all writes are counted by then. */
      readonly counted: boolean;
    };
type Tried = Extract<Step, { of: string }>;

const number = fc.nat(9973);
const mostly = fc.nat(9).map(chance => chance > 1);
const waiting = fc.oneof(
  { weight: 3, arbitrary: fc.constant('next step' as const) },
  { weight: 1, arbitrary: fc.constant('eve of it' as const) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 24 * 4 }) },
);
const of = ['ideas', 'ideas', 'ideas', 'administration'] as const;
const tried = fc.record({
  of: fc.constantFrom(...of),
  sense: mostly,
  act: number,
  by: number,
  on: number,
  n: number,
});
const waited = fc.record({
  wait: waiting,
  late: mostly.map(one => !one),
  counted: fc.nat(2).map(chance => chance === 0),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: tried },
  { weight: 1, arbitrary: waited },
);

/** More of the acts that begin and advance ideas, so that ballots and work get results. */
const MORE: Readonly<Record<string, number>> = {
  ...{ handIn: 4, vote: 8, decide: 5, assign: 5, complete: 5, accept: 5 },
  ...{ 'approve-reward': 3, 'pay-reward': 3, appeal: 4, 'answer-appeal': 4 },
};
const ALL_ACTS = Object.keys(ACTS).flatMap(act => Array<string>(MORE[act] ?? 1).fill(act));

export async function take(firm: Firm, one: Step): Promise<void> {
  if ('of' in one) return one.of === 'ideas' ? actOnIdeas(firm, one) : administer(firm, one);
  await firm.wait(one.wait);
  if (!one.late && one.wait !== 'eve of it') await firm.run();
  if (one.counted) await firm.stream.settle();
}

async function administer(firm: Firm, { sense, act, by, n }: Tried): Promise<void> {
  const people = firm.ledger.people.now;
  const doers = sense ? holders(people, 'administrator') : [...people.keys()];
  const as = pick(doers, by);
  await attempt(firm, as, pick(Object.values(ADMINISTRATION), act)(aimOf(firm, { as, n }), firm));
}

async function actOnIdeas(firm: Firm, { sense, act, by, on, n }: Tried): Promise<void> {
  const { ideas, ledger } = firm;
  const people = ledger.people.now;
  const possible = sense ? ALL_ACTS.filter(one => targetsOf(one, firm).length > 0) : ALL_ACTS;
  const name = pick(possible, act);
  const all = sense ? targetsOf(name, firm) : [...ideas.keys()];
  const idea = all.length > 0 ? pick(all, on) : NO_IDEA;
  const doers = sense ? doersOf(name, ideas.get(idea), people) : [...people.keys(), 'nobody'];
  const ids = [...ideas.keys()];
  const about = {
    idea,
    other: ids[n % ids.length] ?? NO_IDEA,
    code: firm.codes.get(idea) ?? '',
    n,
  };
  // The committee votes together, the others one by one.
  const together = sense && name === 'vote' ? doers : [pick(doers, by)];
  for (const [seat, as] of together.entries()) {
    const aim = aimOf(firm, { ...about, as, n: n + seat * by });
    const done = await attempt(firm, as, ACTS[name]!(aim, firm));
    if (!done) continue;
    if (WIDER.has(name)) await firm.lookAtAll();
    else if (name !== 'vote') await firm.look(name === 'handIn' ? (done.id ?? '') : idea);
  }
}

/** The ideas on which an act is possible, by their state and members; submission concerns none. */
function targetsOf(act: string, firm: Firm): string[] {
  const { ideas, codes, ledger } = firm;
  if (act === 'handIn') return [NO_IDEA];
  return [...ideas.values()].flatMap(idea =>
    admits(act, idea, firm) &&
    (!BY_CODE.has(act) || codes.has(idea.id)) &&
    doersOf(act, idea, ledger.people.now).length > 0
      ? [idea.id]
      : [],
  );
}

/** An idea that does not exist. */
const NO_IDEA = `2026-10-${'0'.repeat(26)}`;

function aimOf({ clock, ideas }: Firm, given: Pick<Aim, 'as' | 'n'> & Partial<Aim>): Aim {
  const at = instantOf(Date.parse(clock.now()) + SECOND);
  return { idea: '', other: '', code: '', ...given, at, known: ideas.get(given.idea ?? '') };
}

/** Makes an attempt; returns its result if it succeeded. */
async function attempt(
  firm: Firm,
  as: string,
  { route, request, allowed, enter }: Attempt,
): Promise<Answered | undefined> {
  const entitled = firm.isEntitled(as, route);
  const { status, text, body } = await firm.ask(as, route, request);
  const done = status < 300;
  if (!entitled || allowed !== undefined)
    expect(done, `${route.id} as ${as} ${JSON.stringify(request)}: ${text}`).toBe(
      entitled && allowed,
    );
  if (done) enter?.(body);
  return done ? body : undefined;
}
