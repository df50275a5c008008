/**
 * A firm on a real table with its stream, in which anybody may try anything: its clock advances a
 * second with every request, its answers are entered in the ledger, and requests without the right
 * must be refused.
 */
import { expect } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import {
  type BallotRules,
  isErased,
  type Member,
} from '../../../shared/domain/organization/organization.ts';
import type { Round } from '../../../shared/domain/round/round.ts';
import type { Table } from '../../../shared/store/client.ts';
import { ideaRepository } from '../../../shared/store/ideas.ts';
import { memberRepository } from '../../../shared/store/members.ts';
import { roundRepository } from '../../../shared/store/rounds.ts';
import { freshTable } from '../../fresh-table.ts';
import { gathered, HUATAI, newMember } from '../../store/sample-facts.ts';
import { streamOf } from '../months.ts';
import {
  AT,
  apiOf,
  calendarOf,
  foundFirm,
  type Reply,
  type Request,
  SetClock,
} from '../small-firm.ts';
import { holds, newLedger, type People } from './ledger.ts';

/** The time between two requests. */
export const SECOND = 1000;
const HOUR = 3_600_000;

/** The possible answers of a healthy system. */
const ANSWERS = [200, 201, 400, 403, 404, 409, 412, 422, 429];

/** The part of an answer that the tests look at. */
export interface Answered {
  readonly id?: string;
  readonly claimCode?: string;
  readonly code?: string;
  readonly round?: string;
  readonly status?: unknown;
}

export type Firm = Awaited<ReturnType<typeof newFirm>>;

export async function newFirm(ballot: BallotRules['ballot']) {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const more = [
    newMember('M2', ['manager']),
    newMember('E3'),
    newMember('A1', ['administrator']),
    newMember('A2', ['administrator']),
  ];
  const organization = await foundFirm(table, { more, ballot });
  const ledger = newLedger(organization, peopleOf(await membersOf(table)));
  const call = apiOf(table, clock);
  const cycle = calendarOf(table, clock);
  const stream = streamOf(table);
  const rounds = roundRepository(table);
  const repository = ideaRepository(table);
  const known = { ideas: new Map<string, Idea>(), rounds: new Map<string, Round>() };

  async function run(): Promise<void> {
    ledger.runs.push(clock.now());
    await cycle();
    await lookAtAll();
  }

  async function look(id: string): Promise<void> {
    const idea = await repository.get(HUATAI, id as IdeaId);
    if (idea) known.ideas.set(id, idea);
  }

  async function lookAtAll(): Promise<void> {
    for (const round of (await rounds.newestFirst(HUATAI, { limit: 50 })).items) {
      known.rounds.set(round.id, round);
      for (const idea of await gathered(repository.wholeRound(HUATAI, round.id)))
        known.ideas.set(idea.id, idea);
    }
  }

  const isEntitled = (as: string, { access }: Route): boolean =>
    access.who === 'members' && holds(ledger.people.now, as, access.roles);

  await lookAtAll();
  return {
    table,
    clock,
    ledger,
    stream,
    /**
     * The ideas and rounds of the last look, which are current unless a request has changed them
     * since.
     */
    ...known,
    /** The claim codes of unnamed ideas. */
    codes: new Map<string, string>(),
    look,
    lookAtAll,
    run,
    /** Whether a caller has a role for a route, by the present member list. */
    isEntitled,

    /**
     * Sends a request, a second later. Whatever it is, it is done, or refused with a known code.
     */
    async ask(as: string, route: Route, request: Omit<Request, 'as'>): Promise<Reply<Answered>> {
      clock.set(instantOf(Date.parse(clock.now()) + SECOND));
      const reply = await call<Answered>(route, { ...request, as });
      const { status, body } = reply;
      const said = `${route.id} as ${as}: ${reply.text}`;
      expect(ANSWERS, said).toContain(status);
      // A caller who is not on the list, or no more, is a stranger to the firm, and a caller
      // without the role changes nothing.
      if (!holds(ledger.people.now, as, ['employee']))
        expect([status, body.code], said).toEqual([404, 'not-found']);
      else expect(body.code === 'role-required', said).toBe(!isEntitled(as, route));
      return reply;
    },

    /**
     * Time passes: a number of hours, or until a round's next step is due, or until just before.
     */
    async wait(long: number | 'next step' | 'eve of it'): Promise<void> {
      const due = typeof long === 'number' ? undefined : await rounds.nextDue();
      const soonest = Date.parse(clock.now()) + (typeof long === 'number' ? long * HOUR : SECOND);
      const eve = long === 'eve of it' ? 3 * SECOND : 0;
      clock.set(instantOf(Math.max(soonest, due === undefined ? 0 : Date.parse(due) - eve)));
    },
  };
}

export async function membersOf(table: Table): Promise<Member[]> {
  const all = await gathered(memberRepository(table).all(HUATAI));
  return all.flatMap(member => (isErased(member) ? [] : [member]));
}

export function peopleOf(members: readonly Member[]): People {
  return new Map(
    members.map(({ id, roles, name, department, active }) => [
      id as string,
      { roles, name, department, active },
    ]),
  );
}
