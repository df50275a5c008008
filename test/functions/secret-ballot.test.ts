/**
 * The secret ballot: nobody learns who voted what, from no answer, item, stream record or log line.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin, getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getRound } from '../../shared/contract/routes/organization.ts';
import type { Choice } from '../../shared/domain/idea/ballot.ts';
import type { BallotRules } from '../../shared/domain/organization/organization.ts';
import type { Log } from '../../shared/http/log.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { OCTOBER } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SLIP } from './small-firm.ts';

interface Detail {
  readonly id: string;
  readonly status: string;
  readonly ballot: {
    readonly state: string;
    readonly rule?: string;
    readonly myVote: Choice | null;
    readonly tally: object | null;
    readonly turnout: { readonly cast: number; readonly eligible: number } | null;
  };
  readonly voters?: readonly string[];
  readonly votes?: readonly object[];
  readonly voteComments?: readonly string[];
  readonly decision?: { readonly outcome: string; readonly tally?: object };
}

const COMMITTEE = ['C1', 'C2', 'C3'];
const EVERYBODY = ['E1', 'E2', 'S1', 'M1', ...COMMITTEE];

async function deliberating(ballot: BallotRules['ballot'], many: number) {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  await foundFirm(table, { ballot });
  const lines: string[] = [];
  const line = (message: string, fields: object) =>
    void lines.push(JSON.stringify({ message, ...fields }));
  const log: Log = { info: line, warn: line, error: line };
  const call = apiOf(table, clock, undefined, log);
  const cycle = calendarOf(table, clock, { log, emit: () => undefined });
  const ideas: string[] = [];
  for (let number = 1; number <= many; number += 1) {
    const body = { ...SLIP, title: `第${number}条建议` };
    ideas.push((await call<{ id: string }>(submitIdea, { as: 'E1', body })).body.id);
  }
  clock.set(AT.opens);
  await cycle();
  return {
    ...{ table, clock, call, cycle, lines, ideas },
    vote: (as: string, idea: string, choice: Choice, comment?: string) =>
      call(castVote, {
        as,
        path: { idea },
        body: { choice, ...(comment !== undefined && { comment }) },
      }),
    detail: async (as: string, idea: string) =>
      (await call<Detail>(getIdea, { as, path: { idea } })).body,
    agendaOf: async (as: string) =>
      (await call<{ items: Detail[] }>(getAgenda, { as, path: { round: OCTOBER } })).body.items,
  };
}

/** Runs the stream's function on all writes, and keeps the records. */
function listeningTo(table: FreshTable) {
  const records: DynamoDBRecord[] = [];
  const handle = adoptionMetricsHandler({
    pictures: NO_PICTURES,
    table: withRightsOf('adoption-metrics', table),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    emit: () => undefined,
  });
  const stream = new Stream(
    table.connection,
    table.streamArn,
    event => {
      records.push(...event.Records);
      return handle(event);
    },
    { lost: () => undefined, failed: () => undefined },
  );
  stream.start();
  return { records, drained: () => stream.drained(), stop: () => stream.stop() };
}

describe('a secret ballot', () => {
  it('leaves nothing in the table, the stream or the log that leads from a choice to its voter or time', async () => {
    const { table, clock, cycle, ideas, vote, detail, agendaOf, lines, call } = await deliberating(
      'secret',
      2,
    );
    const stream = listeningTo(table);
    const [first, second] = ideas as [string, string];
    clock.set(AT.voting);
    expect((await vote('C1', first, 'approve', '早该这样做')).status).toBe(200);
    await vote('C2', first, 'oppose');
    await vote('C2', first, 'approve');
    await vote('C3', first, 'abstain');
    await vote('C1', second, 'oppose');
    await vote('C2', second, 'oppose');
    await Promise.all(EVERYBODY.map(as => detail(as, first)));
    await agendaOf('C1');
    expect(
      (
        await call(decideIdea, {
          as: 'C1',
          path: { idea: first },
          body: { outcome: 'as-balloted' },
        })
      ).status,
    ).toBe(200);
    clock.set(AT.closes);
    await cycle();
    await stream.drained();
    await stream.stop();

    const chosen = (await everything(table)).filter(item => 'choice' in item);
    expect(chosen).toHaveLength(5);
    const recorded = stream.records.filter(({ dynamodb }) =>
      JSON.stringify(dynamodb).includes('"choice"'),
    );
    expect(recorded).toHaveLength(6);
    const texts = [
      ...chosen.map(item => JSON.stringify(item)),
      // The time of a record is DynamoDB's own, and is dropped with the record after a day.
      ...recorded.map(({ dynamodb }) =>
        JSON.stringify([dynamodb?.Keys, dynamodb?.OldImage ?? null, dynamodb?.NewImage ?? null]),
      ),
    ];
    for (const text of texts) {
      for (const member of EVERYBODY) expect(text).not.toContain(member);
      expect(text).not.toMatch(/sub-|\d{4}-\d{2}-\d{2}T|:\d{2}:\d{2}/);
    }
    // No vote has a key with a number, and no two seats of one person are alike.
    expect(new Set(chosen.map(({ seat }) => seat)).size).toBe(5);
    // All other items have sums of choices (`"approve":2`), and no single one.
    const others = (await everything(table)).filter(item => !('choice' in item));
    for (const item of others)
      expect(JSON.stringify(item)).not.toMatch(/"(approve|oppose|abstain)"(?!:)/);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line).not.toMatch(/approve|oppose|abstain|C[123]|早该/);
  });

  it('hides its tally until it is decided, even from voters, and shows everybody their own vote only', async () => {
    const { clock, cycle, ideas, vote, detail, agendaOf } = await deliberating('secret', 1);
    const [idea] = ideas as [string];
    clock.set(AT.voting);
    const cast = await vote('C1', idea, 'oppose', '投入太大');
    expect(cast.body).toEqual({ choice: 'oppose', comment: '投入太大', tally: null });
    await vote('C2', idea, 'approve', '值得一试');
    expect((await vote('C1', idea, 'approve', '被说服了')).body).toMatchObject({
      choice: 'approve',
      tally: null,
    });

    for (const [as, myVote] of [
      ['C1', 'approve'],
      ['C2', 'approve'],
      ['C3', null],
      ['E1', null],
      ['M1', null],
    ] as const) {
      const { ballot, votes, voteComments } = await detail(as, idea);
      expect({ ballot, votes, voteComments }, as).toMatchObject({
        ballot: { state: 'open', rule: 'secret', myVote, tally: null },
        votes: undefined,
        voteComments: undefined,
      });
    }
    for (const [as, myVote] of [
      ['C1', 'approve'],
      ['C3', null],
      ['S1', null],
    ] as const)
      expect((await agendaOf(as))[0]?.ballot, as).toMatchObject({ myVote, tally: null });

    // Closed, but not settled yet: a vote under way may still come in.
    clock.set(AT.closes);
    expect((await detail('C1', idea)).ballot).toMatchObject({ state: 'closed', tally: null });
    await cycle();
    for (const as of EVERYBODY) {
      const shown = await detail(as, idea);
      expect(shown, as).toMatchObject({
        status: 'adopted',
        ballot: { state: 'closed', tally: { approve: 2, oppose: 0, abstain: 0 } },
        voteComments: ['值得一试', '被说服了'].toSorted(),
      });
      expect(shown.votes).toBeUndefined();
    }
  });

  it('tells nobody how many have voted until there is a quorum, in a list or on its page', async () => {
    const { table, clock, ideas, vote, detail, agendaOf } = await deliberating('secret', 1);
    const stream = listeningTo(table);
    const [idea] = ideas as [string];
    clock.set(AT.voting);
    const seen = async () => {
      await stream.drained();
      const turnouts = new Set<string>();
      for (const as of EVERYBODY) {
        const own = await detail(as, idea);
        expect(own).not.toHaveProperty('voters');
        turnouts.add(JSON.stringify(own.ballot.turnout));
      }
      for (const as of ['S1', ...COMMITTEE])
        for (const { ballot } of await agendaOf(as)) turnouts.add(JSON.stringify(ballot.turnout));
      return [...turnouts];
    };
    // The quorum of three is two.
    expect(await seen()).toEqual(['null']);
    await vote('C1', idea, 'approve');
    expect(await seen()).toEqual(['null']);
    await vote('C2', idea, 'oppose');
    expect(await seen()).toEqual(['{"cast":2,"eligible":3}']);
    await vote('C2', idea, 'abstain');
    expect(await seen()).toEqual(['{"cast":2,"eligible":3}']);
    stream.stop();
  });

  it('without a quorum shows nothing of it while the idea waits for the next', async () => {
    const { clock, cycle, ideas, vote, detail } = await deliberating('secret', 1);
    const [idea] = ideas as [string];
    await vote('C2', idea, 'approve', '先试一台');
    clock.set(AT.closes);
    await cycle();
    const waiting = await detail('E1', idea);
    expect(waiting).toMatchObject({
      status: 'deferred',
      ballot: { state: 'not-open', myVote: null, tally: null },
      decision: { outcome: 'deferred' },
    });
    expect([waiting.voteComments, waiting.decision?.tally]).toEqual([undefined, undefined]);
  });

  it('deferred after its first vote shows that vote to nobody, in no answer and no file', async () => {
    const { clock, cycle, ideas, vote, call } = await deliberating('secret', 1);
    const [idea] = ideas as [string];
    await vote('C2', idea, 'oppose', '投入太大');
    const body = { outcome: 'deferred', reason: '待财务核算' };
    const deferred = await call(decideIdea, { as: 'C1', path: { idea }, body });
    expect(deferred.status).toBe(200);
    const path = { idea, round: OCTOBER };
    const before = await call(getIdea, { as: 'E1', path });
    clock.set(AT.publishes);
    await cycle();
    const answers = await Promise.all([
      call(getIdea, { as: 'E1', path }),
      call(getBulletin, { as: 'E1', path }),
      call(exportIdeas, { as: 'S1', path }),
    ]);
    for (const { status, text } of [deferred, before, ...answers]) {
      expect(status, text).toBe(200);
      expect(text).not.toMatch(/"(approve|oppose|abstain)"|投入太大/);
    }
  });

  it('answers every request of the chair as if nobody had voted yet, whatever the votes', async () => {
    const asked = [
      ...['adopted', 'declined', 'deferred'].map(outcome => ({ outcome })),
      ...['adopted', 'declined'].map(outcome => ({ outcome, reason: '试探' })),
      { outcome: 'adopted', reason: '' },
      { outcome: 'as-balloted', reason: '' },
      { outcome: 'whatever' },
    ];
    const { ideas, vote, call, detail } = await deliberating('secret', 3);
    const [none, adopting, declining] = ideas as [string, string, string];
    for (const as of COMMITTEE) await vote(as, adopting, 'approve');
    for (const as of COMMITTEE) await vote(as, declining, 'oppose');
    const probe = async (idea: string) => {
      const answers = [];
      for (const body of asked) {
        const { status, body: said } = await call<Record<string, unknown>>(decideIdea, {
          as: 'C1',
          path: { idea },
          body,
        });
        const { requestId: _, instance: __, ...rest } = said;
        answers.push([status, rest]);
      }
      return answers;
    };
    const unvoted = await probe(none);
    expect(unvoted.map(([status]) => status)).not.toContain(200);
    expect(await probe(adopting)).toEqual(unvoted);
    expect(await probe(declining)).toEqual(unvoted);
    for (const idea of ideas) expect((await detail('S1', idea)).status).toBe('on-agenda');
  });

  it('is decided as it says, without the chair naming it, and reveals no more of too few votes', async () => {
    const { ideas, vote, call } = await deliberating('secret', 2);
    const [adopting, declining] = ideas as [string, string];
    const decide = (idea: string, reason?: string) =>
      call<Detail & { decision: { reason?: string } }>(decideIdea, {
        as: 'C1',
        path: { idea },
        body: { outcome: 'as-balloted', ...(reason !== undefined && { reason }) },
      });
    await vote('C1', adopting, 'approve');
    const early = await decide(adopting);
    expect(early.body).toMatchObject({ code: 'no-quorum' });
    await vote('C1', adopting, 'oppose');
    const later = await decide(adopting);
    const said = ({ text }: { text: string }) => text.replace(/"requestId":"[^"]*"/, '');
    expect(said(later)).toBe(said(early));
    await vote('C1', adopting, 'approve');
    await vote('C2', adopting, 'approve');
    expect((await decide(adopting)).body).toMatchObject({ status: 'adopted' });
    expect((await decide(adopting)).status).toBe(200);
    for (const as of COMMITTEE) await vote(as, declining, 'oppose');
    const declined = await decide(declining);
    expect(declined.body).toMatchObject({
      status: 'declined',
      decision: { reasonCode: 'not-approved' },
    });
    expect((await decide(declining)).status).toBe(200);
    expect((await decide(declining, '另有说法')).status).toBe(409);
  });

  it('shows in no answer, after its end, who voted what', async () => {
    const { clock, cycle, ideas, vote, call, agendaOf } = await deliberating('secret', 1);
    const [idea] = ideas as [string];
    await vote('C1', idea, 'oppose', '投入太大');
    await vote('C2', idea, 'approve');
    await vote('C3', idea, 'approve');
    clock.set(AT.publishes);
    await cycle();
    const path = { idea, round: OCTOBER };
    const answers = await Promise.all([
      call(getIdea, { as: 'E1', path }),
      call(getRound, { as: 'E1', path }),
      call(getBulletin, { as: 'E1', path }),
      call(getStatistics, { as: 'M1', path }),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/"(approve|oppose|abstain)"(?!:)/);
    }
    for (const item of await agendaOf('S1')) expect(item.ballot.myVote).toBeNull();
  });
});

describe('an open ballot', () => {
  it('says how many have voted to everybody, and who to chair and secretary', async () => {
    const { clock, ideas, vote, detail } = await deliberating('open', 1);
    const [idea] = ideas as [string];
    clock.set(AT.voting);
    await vote('C2', idea, 'approve');
    for (const as of EVERYBODY) {
      const { ballot, voters } = await detail(as, idea);
      expect(ballot.turnout, as).toEqual({ cast: 1, eligible: 3 });
      expect(voters, as).toEqual(as === 'C1' || as === 'S1' ? ['C2'] : undefined);
    }
  });

  it('lists who voted what to readers who may see the tally, and to nobody else', async () => {
    const { clock, ideas, vote, detail } = await deliberating('open', 1);
    const [idea] = ideas as [string];
    clock.set(AT.voting);
    expect((await vote('C1', idea, 'oppose', '投入太大')).body).toMatchObject({
      castAt: AT.voting,
      tally: { approve: 0, oppose: 1, abstain: 0 },
    });
    await vote('C2', idea, 'approve');
    const votes = [
      { voter: 'C1', choice: 'oppose', comment: '投入太大' },
      { voter: 'C2', choice: 'approve' },
    ];
    expect(await detail('C2', idea)).toMatchObject({
      ballot: { rule: 'open', myVote: 'approve' },
      votes,
    });
    for (const as of ['C3', 'E1', 'S1']) expect((await detail(as, idea)).votes, as).toBeUndefined();
    clock.set(AT.closes);
    for (const as of EVERYBODY) {
      const shown = await detail(as, idea);
      expect(shown.votes, as).toEqual(votes);
      expect(shown.voteComments).toBeUndefined();
    }
  });
});

it('the same votes lead to the same decisions under either rule', async () => {
  const choices = [undefined, 'approve', 'oppose'] as const;
  const patterns = choices.flatMap(a => choices.flatMap(b => choices.map(c => [a, b, c] as const)));
  const [open, secret] = await Promise.all(
    (['open', 'secret'] as const).map(async rule => {
      const { clock, cycle, ideas, vote, detail } = await deliberating(rule, patterns.length);
      for (const [at, pattern] of patterns.entries())
        await Promise.all(
          pattern.map((choice, seat) => choice && vote(COMMITTEE[seat]!, ideas[at]!, choice)),
        );
      clock.set(AT.closes);
      await cycle();
      const decided = await Promise.all(ideas.map(idea => detail('E1', idea)));
      return decided.map(({ decision }) => decision && [decision.outcome, decision.tally]);
    }),
  );
  expect(new Set(open!.map(decision => decision?.[0]))).toEqual(
    new Set(['adopted', 'declined', 'deferred']),
  );
  // Of too few secret votes not even the sum is shown.
  expect(secret).toEqual(
    open!.map(decision => (decision?.[0] === 'deferred' ? ['deferred', undefined] : decision)),
  );
});
