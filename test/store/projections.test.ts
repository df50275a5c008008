/**
 * Projections: every change of a fact counts exactly once, however often and by however many
 * functions it is delivered.
 */
import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHOICES, type Choice, count } from '../../shared/domain/idea/ballot.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Effect } from '../../shared/domain/numbers/projection.ts';
import {
  delta,
  fold,
  type ScopeTotals,
  scopeKey,
  totals,
} from '../../shared/domain/numbers/statistics.ts';
import { openTable, type Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { supportCountKey, tallyKey } from '../../shared/store/keys.ts';
import { type Change, projectionRepository } from '../../shared/store/projections.ts';
import { getAll } from '../../shared/store/query.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { freshTable } from '../fresh-table.ts';
import { putItems } from './many-items.ts';
import {
  decided,
  department,
  listed,
  newIdea,
  OCTOBER,
  organization,
  unanimous,
  voteOf,
  withdrawn,
} from './sample-facts.ts';
import { Breakdown, watched } from './watched-table.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});

let made = 0;
/** A later time than any of these tests, so that the engine's sweeper leaves the markers. */
const FORGET_AT = 4_000_000_000;

function change(...effects: Effect[]): Change {
  made += 1;
  return { eventId: `event-${made}`, forgetAt: FORGET_AT, effects };
}

function ofIdea(before: Idea | undefined, after: Idea): Change {
  return change({
    kind: 'numbers',
    organization: after.organization,
    round: after.round,
    delta: delta(before, after),
  });
}

/** The numbers in the table, in the shape of a fold: without empty scopes and zero counters. */
async function numbersOf(of: OrganizationId): Promise<unknown> {
  return comparable(await statisticsRepository(table).ofRound(of, OCTOBER));
}

function comparable(all: readonly ScopeTotals[]): unknown {
  return Object.fromEntries(
    all
      .map(({ scope, counts, participants }) => [
        scopeKey(scope),
        { ...Object.fromEntries([...counts].filter(([, value]) => value !== 0)), participants },
      ])
      .filter(([, numbers]) => Object.values(numbers as object).some(value => value !== 0)),
  );
}

const folded = (ideas: Iterable<Idea>): unknown => comparable(totals(fold(ideas)));

async function tallyOf(of: OrganizationId, id: IdeaId): Promise<unknown> {
  const [item] = await getAll(table, [tallyKey(of, id, OCTOBER)]);
  return Object.fromEntries(CHOICES.map(choice => [choice, item?.[choice] ?? 0]));
}

let organizations = 0;
function anOrganization(): OrganizationId {
  organizations += 1;
  return organization(`org-${organizations}`);
}

function someIdeas(of: OrganizationId, many: number): { ideas: Idea[]; changes: Change[] } {
  const ideas = Array.from({ length: many }, (_, at) =>
    newIdea({
      organization: of,
      author: `A${at % 7}`,
      department: ['铸造车间', '装配车间'][at % 2],
    }),
  );
  return { ideas, changes: ideas.map(idea => ofIdea(undefined, idea)) };
}

describe('a change counts once', () => {
  it('when its record comes twice in one batch, and when the batch comes twice', async () => {
    const of = anOrganization();
    const { ideas, changes } = someIdeas(of, 5);
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    await apply([...changes, ...changes]);
    await apply(changes);
    await apply(changes.toReversed());
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });

  it('when a batch is bisected and delivered again', async () => {
    const of = anOrganization();
    const { ideas, changes } = someIdeas(of, 12);
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    await apply(changes.slice(0, 7));
    await apply(changes);
    await apply(changes.slice(0, 6));
    await apply(changes.slice(6));
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });

  it('when changes of different ideas come out of order', async () => {
    const of = anOrganization();
    const idea = newIdea({ organization: of });
    const other = newIdea({ organization: of, author: 'HT0132' });
    const gone = withdrawn(other);
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    await apply([ofIdea(other, gone)]);
    await apply([ofIdea(undefined, idea)]);
    await apply([ofIdea(undefined, other)]);
    expect(await numbersOf(of)).toEqual(folded([idea, gone]));
  });

  it('when two apply the same records at the same time', async () => {
    const of = anOrganization();
    const { ideas, changes } = someIdeas(of, 40);
    const [one, two] = [projectionRepository(table), projectionRepository(table)];
    await Promise.all([one.apply(changes), two.apply(changes)]);
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });

  it('when two apply different records of the same authors at the same time', async () => {
    const of = anOrganization();
    const { ideas, changes } = someIdeas(of, 20);
    const [one, two] = [projectionRepository(table), projectionRepository(table)];
    await Promise.all([one.apply(changes.slice(0, 10)), two.apply(changes.slice(10))]);
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });

  it('when there are more records than one transaction holds', async () => {
    const of = anOrganization();
    const ideas = Array.from({ length: 120 }, (_, at) =>
      newIdea({ organization: of, author: `A${at}` }),
    );
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    await apply(ideas.map(idea => ofIdea(undefined, idea)));
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });

  it('when the answer to the commit is lost and the batch comes again', async () => {
    const of = anOrganization();
    const { ideas, changes } = someIdeas(of, 60);
    for (let broken = true, write = 1; broken; write += 1) {
      const failing = watched(table, {
        after: number => {
          if (number === write) throw new Breakdown();
        },
      });
      broken = await projectionRepository(failing)
        .apply(changes)
        .then(
          () => false,
          error => {
            expect(error).toBeInstanceOf(Breakdown);
            return true;
          },
        );
    }
    await projectionRepository(table).apply(changes);
    expect(await numbersOf(of)).toEqual(folded(ideas));
  });
});

describe('participants', () => {
  it('are distinct authors, by department and in total, down to none when their ideas are withdrawn', async () => {
    const of = anOrganization();
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    const first = newIdea({ organization: of, author: 'HT0001', department: '铸造车间' });
    const second = newIdea({ organization: of, author: 'HT0001', department: '装配车间' });
    const unnamed = newIdea({ organization: of, author: undefined, department: '铸造车间' });
    const participants = async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await statisticsRepository(table).ofRound(of, OCTOBER)).map(one => [
          scopeKey(one.scope),
          one.participants,
        ]),
      );
    await apply([first, second, unnamed].map(idea => ofIdea(undefined, idea)));
    expect(await participants()).toMatchObject({
      organization: 1,
      'department:铸造车间': 1,
      'department:装配车间': 1,
    });
    await apply([ofIdea(first, withdrawn(first))]);
    expect(await participants()).toMatchObject({
      organization: 1,
      'department:铸造车间': 0,
      'department:装配车间': 1,
    });
    await apply([ofIdea(second, withdrawn(second))]);
    expect(await participants()).toMatchObject({
      organization: 0,
      'department:铸造车间': 0,
      'department:装配车间': 0,
    });
    await apply([
      ofIdea(undefined, newIdea({ organization: of, author: 'HT0001', department: '铸造车间' })),
    ]);
    expect(await participants()).toMatchObject({
      organization: 1,
      'department:铸造车间': 1,
      'department:装配车间': 0,
    });
  });
});

describe('the headcount', () => {
  it('follows members who come, move and leave', async () => {
    const of = anOrganization();
    const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
    const head = (where: string, by: number): Change =>
      change({ kind: 'headcount', organization: of, department: department(where), change: by });
    await apply([head('铸造车间', 1), head('铸造车间', 1), head('装配车间', 1)]);
    const moved: Effect[] = [...head('铸造车间', -1).effects, ...head('质检部', 1).effects];
    await apply([change(...moved), head('装配车间', -1)]);
    const { total, departments } = await statisticsRepository(table).headcount(of);
    expect(total).toBe(2);
    expect(Object.fromEntries(departments)).toEqual({ 铸造车间: 1, 装配车间: 0, 质检部: 1 });
  });
});

describe('a temporary failure', () => {
  const conflict = (code: string): TransactionCanceledException =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: [{ Code: 'None' }, { Code: code }],
    });

  it.each([
    ['a conflict with another transaction', conflict('TransactionConflict')],
    ['throttling within the transaction', conflict('ThrottlingError')],
    ['exhausted throughput', conflict('ProvisionedThroughputExceeded')],
    [
      'a conflict of its own kind',
      new TransactionConflictException({ message: 'conflict', $metadata: {} }),
    ],
  ])('is waited out: %s', async (_, trouble) => {
    const client = new DynamoDBClient({ region: 'local' });
    const { client: documents, name } = openTable(client, 'mocked');
    const mock = mockClient(documents);
    mock.on(BatchGetCommand).resolves({ Responses: {} });
    mock.on(TransactWriteCommand).rejectsOnce(trouble).rejectsOnce(trouble).resolves({});
    const apply = (changes: readonly Change[]) =>
      projectionRepository({ client: documents, name }).apply(changes);
    await apply(someIdeas(anOrganization(), 1).changes);
    const inputs = mock.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input);
    expect(inputs).toHaveLength(3);
    expect(inputs[2]).toEqual(inputs[0]);
  });

  it('is reported after the last retry, and so is a permanent one', async () => {
    const { client: documents, name } = openTable(
      new DynamoDBClient({ region: 'local' }),
      'mocked',
    );
    const mock = mockClient(documents);
    mock.on(BatchGetCommand).resolves({ Responses: {} });
    mock.on(TransactWriteCommand).rejects(conflict('TransactionConflict'));
    const apply = (changes: readonly Change[]) =>
      projectionRepository({ client: documents, name }).apply(changes);
    await expect(apply(someIdeas(anOrganization(), 1).changes)).rejects.toThrow(
      TransactionCanceledException,
    );
    mock.on(TransactWriteCommand).rejects(conflict('ValidationError'));
    mock.resetHistory();
    await expect(apply(someIdeas(anOrganization(), 1).changes)).rejects.toThrow(
      TransactionCanceledException,
    );
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });

  it('leads to another read of what a busy table left unread', async () => {
    const { client: documents, name } = openTable(
      new DynamoDBClient({ region: 'local' }),
      'mocked',
    );
    const mock = mockClient(documents);
    const keys = ['a', 'b'].map(pk => ({ pk, sk: 'SEEN' }));
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { [name]: [keys[0]!] },
        UnprocessedKeys: { [name]: { Keys: [keys[1]!] } },
      })
      .resolves({ Responses: { [name]: [keys[1]!] } });
    expect(await getAll({ client: documents, name }, keys)).toEqual(keys);
  });
});

describe('any history, in any delivery', () => {
  /** Possible events, in their order. */
  const event = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('submit' as const),
        author: fc.integer({ min: 0, max: 3 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('act' as const),
        idea: fc.nat(9),
        choice: fc.nat(3),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('vote' as const),
        idea: fc.nat(9),
        voter: fc.nat(4),
        choice: fc.nat(2),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('support' as const),
        idea: fc.nat(9),
        by: fc.nat(4),
      }),
    },
  );
  /** Batches of a delivery: how many records to go forward, then how many back again. */
  const deliveries = fc.array(
    fc.record({ forward: fc.integer({ min: 1, max: 12 }), back: fc.nat(8) }),
    {
      maxLength: 6,
    },
  );

  it('yields the fold of the facts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 4, maxLength: 40 }),
        deliveries,
        async (events, batches) => {
          const of = anOrganization();
          const ideas: Idea[] = [];
          const votes = new Map<string, Choice>();
          const supports = new Set<string>();
          const changes: Change[] = [];
          for (const one of events) {
            if (one.kind === 'submit') {
              const idea = newIdea({
                organization: of,
                author: one.author === 0 ? undefined : `A${one.author}`,
                department: [undefined, '铸造车间', '装配车间'][one.author % 3],
              });
              // A supported idea exists, and the place of its count is read from it.
              await putItems(table, [toItem(idea)]);
              ideas.push(idea);
              changes.push(ofIdea(undefined, idea));
              continue;
            }
            const at = ideas.length === 0 ? -1 : one.idea % ideas.length;
            const idea = ideas[at];
            if (!idea) continue;
            if (one.kind === 'act') {
              const next =
                idea.status === 'submitted' || idea.status === 'deferred'
                  ? one.choice === 3 && idea.status === 'submitted'
                    ? withdrawn(idea)
                    : listed(idea)
                  : idea.status === 'on-agenda'
                    ? decided(idea, one.choice === 2 ? [] : unanimous(CHOICES[one.choice % 2]!))
                        .after
                    : undefined;
              if (!next) continue;
              ideas[at] = next;
              changes.push(ofIdea(idea, next));
            } else if (one.kind === 'vote') {
              const voter = `${at} ${one.voter}`;
              const [old, choice] = [votes.get(voter), CHOICES[one.choice]!];
              votes.set(voter, choice);
              const effect = {
                kind: 'tally' as const,
                organization: of,
                ideaId: idea.id,
                round: OCTOBER,
              };
              changes.push(
                change(...(old ? [{ ...effect, choice: old, change: -1 }] : []), {
                  ...effect,
                  choice,
                  change: 1,
                }),
              );
            } else {
              const backing = `${at} ${one.by}`;
              const effect = { kind: 'supports' as const, organization: of, ideaId: idea.id };
              const given = supports.delete(backing);
              if (!given) supports.add(backing);
              changes.push(change({ ...effect, change: given ? -1 : 1 }));
            }
          }

          const apply = (changes: readonly Change[]) => projectionRepository(table).apply(changes);
          let from = 0;
          for (const { forward, back } of batches) {
            await apply(changes.slice(from, from + forward));
            from = Math.max(0, Math.min(from + forward, changes.length) - back);
          }
          await apply(changes.slice(from));

          expect(await numbersOf(of)).toEqual(folded(ideas));
          for (const [at, idea] of ideas.entries()) {
            const cast = [...votes].flatMap(([voter, choice]) =>
              voter.startsWith(`${at} `) ? [voteOf(`V${voter.split(' ')[1]}`, choice)] : [],
            );
            expect(await tallyOf(of, idea.id)).toEqual(count(cast));
            const [backed] = await getAll(table, [
              supportCountKey({ ...idea, firstSubmittedAt: idea.submittedAt }),
            ]);
            expect(backed?.supports ?? 0).toBe(
              [...supports].filter(one => one.startsWith(`${at} `)).length,
            );
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
