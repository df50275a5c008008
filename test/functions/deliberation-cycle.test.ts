/**
 * The calendar's function on a real table: the effect of each step, once, and without harm from an
 * interruption anywhere.
 */
import { describe, expect, it } from 'vitest';
import { LAST_VOTES_STORED_MS } from '../../functions/deliberation-cycle/agenda.ts';
import type { CycleReport } from '../../functions/due-rounds/handler.ts';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin } from '../../shared/contract/routes/numbers.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { bulletinRepository } from '../../shared/store/bulletins.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { freshTable } from '../fresh-table.ts';
import {
  gathered,
  granted,
  HUATAI,
  listed,
  member,
  NOVEMBER,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  round,
  voteOf,
  withdrawn,
  ZHONGCHENG,
} from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SLIP } from './small-firm.ts';

const named = ({ steps }: CycleReport): string[] =>
  steps.map(({ organization, round, step }) => `${organization} ${round} ${step}`);

async function firm(at: string = AT.collecting) {
  const table = await freshTable();
  const clock = new SetClock(at);
  await foundFirm(table);
  return {
    table,
    clock,
    run: calendarOf(table, clock),
    call: apiOf(table, clock),
    ideas: ideaRepository(table),
  };
}

async function store(table: Table, many: number, of: OrganizationId = HUATAI): Promise<Idea[]> {
  const ideas = Array.from({ length: many }, (_, at) =>
    newIdea({ organization: of, author: 'E1', key: `${of} ${at}` }),
  );
  await Promise.all(ideas.map(idea => ideaRepository(table).create(idea, [], 'print')));
  return ideas;
}

/** C1, C2 and C3 cast the given votes: `+` for, `-` against, `0` abstaining, anything else none. */
async function voteAll(table: Table, idea: Idea, spelled: string): Promise<void> {
  const choices = { '+': 'approve', '-': 'oppose', '0': 'abstain' } as const;
  const current = (await ideaRepository(table).get(idea.organization, idea.id))!;
  for (const [seat, sign] of [...spelled].entries())
    if (sign === '+' || sign === '-' || sign === '0')
      granted(
        await voteRepository(table).cast(
          current,
          voteOf(`C${seat + 1}`, choices[sign], current.agendaRound),
        ),
      );
}

describe('opening', () => {
  it('does nothing before its time', async () => {
    const { run, clock } = await firm();
    clock.set('2026-10-15T00:59:59.999Z');
    expect(await run()).toEqual({ steps: [], nextDueAt: AT.opens });
  });

  it('lists everything, leaves withdrawn ideas, and begins the next round', async () => {
    const { table, run, clock, ideas } = await firm();
    const [first, gone, third] = await store(table, 3);
    granted(await ideas.save(gone!, withdrawn(gone!)));
    clock.set(AT.opens);
    expect(await run()).toMatchObject({ nextDueAt: AT.intakeEnds });
    const after = await gathered(ideas.wholeRound(HUATAI, OCTOBER));
    const statuses = new Map(after.map(({ id, status }) => [id, status]));
    expect([first, gone, third].map(one => statuses.get(one!.id))).toEqual([
      'on-agenda',
      'withdrawn',
      'on-agenda',
    ]);
    expect(await roundRepository(table).get(HUATAI, NOVEMBER)).toMatchObject({
      state: 'collecting',
    });
    expect(await roundRepository(table).get(HUATAI, OCTOBER)).toMatchObject({
      state: 'deliberating',
      openedAt: AT.opens,
      electorate: ['C1', 'C2', 'C3'],
    });
  });

  it('fixes the electorate: later committee members cannot vote, former ones keep their seat but lose their vote', async () => {
    const { table, run, clock, call } = await firm();
    const [idea] = await store(table, 1);
    clock.set(AT.opens);
    await run();
    const members = memberRepository(table);
    await members.put(newMember('C4', ['committee']));
    await members.put(newMember('C3', ['employee']));
    const vote = { path: { idea: idea!.id }, body: { choice: 'approve' } };
    expect(await call(castVote, { as: 'C4', ...vote })).toMatchObject({
      status: 403,
      body: { code: 'not-an-elector' },
    });
    expect(await call(castVote, { as: 'C3', ...vote })).toMatchObject({
      status: 403,
      body: { code: 'role-required' },
    });
    expect(await call(castVote, { as: 'C2', ...vote })).toMatchObject({ status: 200 });
    const ballotOf = async (as: string) =>
      (await call<{ ballot: object }>(getIdea, { as, path: { idea: idea!.id } })).body.ballot;
    // The seat stays and counts, but nobody is asked for a vote that would be refused.
    expect(await ballotOf('C3')).toMatchObject({ mayVote: false, eligible: 3 });
    expect(await ballotOf('C2')).toMatchObject({ mayVote: true, eligible: 3 });
  });

  it('admits ideas of the day itself, which are voted on until its end', async () => {
    const { run, clock, call, ideas } = await firm();
    clock.set(AT.opens);
    await run();
    clock.set(AT.lateOnTheDay);
    const { body } = await call<{ id: string; round: string; status: string }>(submitIdea, {
      as: 'E2',
      body: SLIP,
    });
    expect(body).toMatchObject({ round: OCTOBER, status: 'on-agenda' });
    clock.set(AT.intakeEnds);
    const next = await call(submitIdea, { as: 'E2', body: SLIP });
    expect(next.body).toMatchObject({ round: NOVEMBER, status: 'submitted' });
    expect(named(await run())).toEqual(['huatai 2026-10 end-intake']);
    const agenda = await gathered(ideas.wholeAgenda(HUATAI, OCTOBER));
    expect(agenda.map(({ id }) => id)).toEqual([body.id]);
  });

  it('is completed at the end of the day for an idea that it missed', async () => {
    const { table, run, clock, ideas } = await firm();
    clock.set(AT.opens);
    await run();
    const [late] = await store(table, 1);
    clock.set(AT.intakeEnds);
    await run();
    expect((await ideas.get(HUATAI, late!.id))?.status).toBe('on-agenda');
  });
});

describe('closing', () => {
  it('decides by the ballot, defers the rest to the next agenda and keeps the chair’s decisions', async () => {
    const { table, run, clock, ideas } = await firm();
    const all = await store(table, 6);
    clock.set(AT.opens);
    await run();
    const spelled = ['+++', '---', '+-', '00 ', '+', ''];
    for (const [at, idea] of all.entries()) await voteAll(table, idea, spelled[at]!);
    clock.set(AT.closes);
    expect(named(await run())).toEqual(['huatai 2026-10 end-intake', 'huatai 2026-10 close']);
    const after = await Promise.all(all.map(({ id }) => ideas.get(HUATAI, id)));
    expect(after.map(idea => [idea!.status, idea!.agendaRound])).toEqual([
      ['adopted', OCTOBER],
      ['declined', OCTOBER],
      ['declined', OCTOBER],
      ['declined', OCTOBER],
      ['deferred', NOVEMBER],
      ['deferred', NOVEMBER],
    ]);
    const reasons = { declined: 'not-approved', deferred: 'no-quorum' };
    for (const idea of after) {
      if (!idea || !('decision' in idea)) throw new Error('undecided');
      const { outcome } = idea.decision;
      expect(idea.decision).toMatchObject({
        at: AT.closes,
        by: { kind: 'cycle' },
        round: OCTOBER,
        ...(outcome !== 'adopted' && { reasonCode: reasons[outcome] }),
      });
      expect(idea.decision).not.toHaveProperty('reason');
    }
  });

  it('counts a vote that is stored while its ballot is being decided', async () => {
    const { table, run, clock, ideas } = await firm();
    const [idea] = await store(table, 1);
    clock.set(AT.opens);
    await run();
    await voteAll(table, idea!, '+- ');
    clock.set(AT.closes);
    let late = false;
    const closing = watched(table, {
      async before(_, __, input) {
        if (late || !JSON.stringify(input).includes('"decline"')) return;
        late = true;
        await voteAll(table, idea!, '  +');
      },
    });
    await calendarOf(closing, clock)();
    expect(late).toBe(true);
    expect((await ideas.get(HUATAI, idea!.id))?.status).toBe('adopted');
  });

  it('conditions on no vote any more once none can still be under way', async () => {
    const { table, run, clock, ideas } = await firm();
    const [idea] = await store(table, 1);
    clock.set(AT.opens);
    await run();
    await voteAll(table, idea!, '+++');
    clock.set(instantOf(Date.parse(AT.closes) + LAST_VOTES_STORED_MS));
    const writes: string[] = [];
    const closing = watched(table, {
      before: (_, command, input) => {
        if (JSON.stringify(input).includes('"adopt"')) writes.push(command);
      },
    });
    await calendarOf(closing, clock)();
    expect(writes).toEqual(['UpdateCommand']);
    expect((await ideas.get(HUATAI, idea!.id))?.status).toBe('adopted');
  });

  it('brings deferred ideas onto the next agenda, with a ballot of their own', async () => {
    const { table, run, clock, ideas } = await firm();
    const [idea] = await store(table, 1);
    clock.set(AT.opens);
    await run();
    await voteAll(table, idea!, '+');
    clock.set('2026-11-15T01:00:00.000Z');
    await run();
    expect(await ideas.get(HUATAI, idea!.id)).toMatchObject({
      status: 'on-agenda',
      round: OCTOBER,
      agendaRound: NOVEMBER,
    });
    await voteAll(table, idea!, ' ++');
    clock.set('2026-11-18T10:00:00.000Z');
    await run();
    expect(await ideas.get(HUATAI, idea!.id)).toMatchObject({
      status: 'adopted',
      decision: { round: NOVEMBER, result: { tally: { approve: 2, oppose: 0, abstain: 0 } } },
    });
  });
});

describe('publishing', () => {
  it('freezes numbers that do not change when facts do', async () => {
    const { table, run, clock, call, ideas } = await firm();
    const all = await store(table, 3);
    clock.set(AT.opens);
    await run();
    await voteAll(table, all[0]!, '+++');
    clock.set(AT.closes);
    await run();
    const early = await call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(early).toMatchObject({ status: 404, body: { code: 'not-yet-published' } });
    clock.set(AT.publishes);
    await run();
    const published = await call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(published).toMatchObject({
      status: 200,
      body: {
        publishedAt: AT.publishes,
        statistics: {
          total: {
            submitted: 3,
            adopted: 1,
            adoptionRate: { numerator: 1, denominator: 3, value: 0.3333 },
            participation: { numerator: 1, denominator: 7 },
          },
        },
      },
    });
    const deferred = (await ideas.get(HUATAI, all[1]!.id))!;
    granted(await ideas.save(deferred, listed(deferred)));
    await ideas.create(newIdea(), [], 'print');
    await memberRepository(table).put(newMember('E9'));
    await run();
    expect((await call(getBulletin, { as: 'E1', path: { round: OCTOBER } })).body).toEqual(
      published.body,
    );
  });

  it('publishes a round without ideas', async () => {
    const { run, clock, call } = await firm();
    clock.set(AT.publishes);
    expect(named(await run())).toEqual(
      ['open', 'end-intake', 'close', 'publish'].map(step => `huatai 2026-10 ${step}`),
    );
    const { body } = await call(getBulletin, { as: 'E1', path: { round: OCTOBER } });
    expect(body).toMatchObject({
      items: [],
      statistics: {
        total: { submitted: 0, adoptionRate: { numerator: 0, denominator: 0, value: null } },
      },
    });
  });
});

/** All items of the table, sorted; there are no markers of interruptions. */
async function state(table: Table): Promise<unknown[]> {
  const items = await everything(table);
  return items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
}

describe('running again', () => {
  it('changes nothing', async () => {
    const { table, run, clock } = await firm();
    await store(table, 3);
    for (const at of [AT.opens, AT.intakeEnds, AT.closes, AT.publishes]) {
      clock.set(at);
      expect((await run()).steps).toHaveLength(1);
      const before = await state(table);
      expect((await run()).steps).toEqual([]);
      expect(await state(table)).toEqual(before);
    }
  });

  it('after an interruption at any write has the same result as an undisturbed run', async () => {
    const table = await freshTable();
    const clock = new SetClock(AT.opens);
    /** Opened undisturbed, so that there are votes to close on; another idea waits to be listed. */
    const prepared = async (of: OrganizationId): Promise<void> => {
      clock.set(AT.opens);
      await foundFirm(table, { id: of });
      const all = await Promise.all(['a', 'b', 'c'].map(key => storedFor(of, key)));
      await calendarOf(table, clock)();
      await Promise.all(all.map((idea, at) => voteAll(table, idea, ['+++', '---', '+'][at]!)));
      await storedFor(of, 'late');
      clock.set('2026-11-15T01:00:00.000Z');
    };
    const storedFor = async (of: OrganizationId, key: string): Promise<Idea> => {
      const idea = { ...newIdea({ organization: of, author: 'E1', key }), title: key };
      await ideaRepository(table).create(idea, [], 'print');
      return idea;
    };

    const calm = organization('calm');
    await prepared(calm);
    await calendarOf(table, clock)();
    const broken: OrganizationId[] = [];
    for (let failed = true; failed; ) {
      const write = broken.length + 1;
      const of = organization(`broken-${write}`);
      broken.push(of);
      await prepared(of);
      const failing = watched(table, {
        before(number) {
          if (number === write) throw new Breakdown();
        },
      });
      failed = await calendarOf(failing, clock)().then(
        () => false,
        () => true,
      );
      await calendarOf(table, clock)();
    }
    expect(broken.length).toBeGreaterThan(10);

    const items = await state(table);
    const left = (of: OrganizationId): unknown =>
      items
        .map(item => JSON.stringify(item))
        // The version of a directory is random.
        .filter(text => !text.includes('"type":"directory"'))
        .filter(text => text.includes(`"ORG#${of}"`) || text.includes(`"ORG#${of}#`))
        .map(text => text.replaceAll(of, 'firm'))
        .toSorted();
    expect(left(calm)).not.toEqual([]);
    for (const of of broken) expect(left(of), of).toEqual(left(calm));
  });

  it('by several at once has the effect of one', async () => {
    const { table, clock } = await firm();
    const all = await store(table, 5);
    for (const [turn, at] of [
      AT.opens,
      AT.closes,
      AT.publishes,
      '2026-11-15T01:00:00.000Z',
    ].entries()) {
      clock.set(at);
      await Promise.allSettled([1, 2, 3].map(() => calendarOf(table, clock)()));
      await calendarOf(table, clock)();
      if (turn === 0)
        for (const [at, idea] of all.entries())
          await voteAll(table, idea, ['+++', '---', '', '+', '0+'][at]!);
    }
    const after = await Promise.all(all.map(({ id }) => ideaRepository(table).get(HUATAI, id)));
    expect(after.map(idea => idea!.status)).toEqual([
      'adopted',
      'declined',
      'on-agenda',
      'on-agenda',
      'adopted',
    ]);
    for (const idea of after) {
      const acts = idea!.history.map(({ act }) => act);
      const carried = idea!.agendaRound === NOVEMBER;
      expect(acts).toEqual(
        carried ? ['submit', 'list', 'defer', 'list'] : ['submit', 'list', expect.any(String)],
      );
      expect(idea!.version).toBe(acts.length);
    }
    const bulletin = await bulletinRepository(table).get(HUATAI, OCTOBER, 0);
    expect(bulletin?.statistics.total).toMatchObject({
      submitted: 5,
      adopted: 2,
      declined: 1,
      deferred: 2,
    });
    expect(bulletin?.entries).toHaveLength(5);
  });

  it('after two missed months catches up in order, once', async () => {
    const { table, run, clock, ideas } = await firm();
    const [idea] = await store(table, 1);
    clock.set('2026-12-05T00:00:00.000Z');
    const steps = ['open', 'end-intake', 'close', 'publish'];
    expect(named(await run())).toEqual([
      ...steps.map(step => `huatai 2026-10 ${step}`),
      ...steps.map(step => `huatai 2026-11 ${step}`),
    ]);
    expect((await run()).steps).toEqual([]);
    const december = round('2026-12');
    expect(
      (await roundRepository(table).newestFirst(HUATAI, { limit: 9 })).items.map(one => [
        one.id,
        one.state,
      ]),
    ).toEqual([
      [december, 'collecting'],
      [NOVEMBER, 'published'],
      [OCTOBER, 'published'],
    ]);
    const carried = await ideas.get(HUATAI, idea!.id);
    expect(carried).toMatchObject({ status: 'deferred', agendaRound: december, round: OCTOBER });
    expect(carried!.history.map(({ act }) => act)).toEqual([
      'submit',
      'list',
      'defer',
      'list',
      'defer',
    ]);
  });
});

describe('one organization’s failure', () => {
  it('blocks no other, and makes the run fail in the end', async () => {
    const { table, clock } = await firm();
    await foundFirm(table, { id: ZHONGCHENG });
    await store(table, 2);
    await store(table, 2, ZHONGCHENG);
    clock.set(AT.opens);
    const failing = watched(table, {
      before: (_, __, input) => {
        if (JSON.stringify(input).includes('ORG#huatai')) throw new Breakdown();
      },
    });
    await expect(calendarOf(failing, clock)()).rejects.toThrow(AggregateError);
    const rounds = roundRepository(table);
    expect(await rounds.get(ZHONGCHENG, OCTOBER)).toMatchObject({ state: 'deliberating' });
    expect(await rounds.get(HUATAI, OCTOBER)).toMatchObject({ state: 'collecting' });
    expect(named(await calendarOf(table, clock)())).toEqual(['huatai 2026-10 open']);
  });
});

it('an elector’s own idea is decided by the others', async () => {
  const { table, run, clock, call, ideas } = await firm();
  const own = newIdea({ author: 'C1' });
  await ideas.create(own, [], 'print');
  clock.set(AT.opens);
  await run();
  expect(
    await call(castVote, { as: 'C1', path: { idea: own.id }, body: { choice: 'approve' } }),
  ).toMatchObject({
    status: 422,
    body: { code: 'recused' },
  });
  await voteAll(table, own, ' ++');
  clock.set(AT.closes);
  await run();
  expect(await ideas.get(HUATAI, own.id)).toMatchObject({
    status: 'adopted',
    authorId: member('C1'),
    decision: { result: { eligible: 2, quorum: 2 } },
  });
});
