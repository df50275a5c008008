/**
 * The metrics of the calendar's function: its steps, each round against its targets, and once a day
 * the overdue work.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../shared/domain/kernel/instant.ts';
import type { Measured } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { freshTable } from '../fresh-table.ts';
import { HUATAI, newIdea, OCTOBER, pathTo, ZHONGCHENG } from '../store/sample-facts.ts';
import { Breakdown, watched } from '../store/watched-table.ts';
import { AT, calendarOf, foundFirm, SetClock, SILENT } from './small-firm.ts';

async function firm(at: string = AT.collecting) {
  const table = await freshTable();
  const clock = new SetClock(at);
  await foundFirm(table);
  return { table, clock, ...calendar(table, clock) };
}

/** The function after one start, and the metrics it has emitted since the last look. */
function calendar(table: Table, clock: SetClock) {
  const measured: Measured[] = [];
  const run = calendarOf(table, clock, { log: SILENT, emit: one => measured.push(one) });
  return {
    run,
    told: (kind: Measured['kind']) => measured.splice(0).filter(one => one.kind === kind),
  };
}

async function put(table: Table, idea: Idea): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: toItem(idea) }));
}

/** Work with a due date. */
function due(day: string, organization: OrganizationId = HUATAI): Idea {
  const idea = pathTo('implementing', { organization }).acts.at(-1)!.after;
  if (idea.status !== 'implementing') throw new Error('not being carried out');
  return { ...idea, implementation: { ...idea.implementation, due: day as LocalDate } };
}

describe('a published round', () => {
  it('is emitted with its numbers and its organization’s targets', async () => {
    const { run, clock, told } = await firm(AT.publishes);
    await run();
    expect(told('publication')).toMatchObject([
      {
        organization: HUATAI,
        round: OCTOBER,
        total: { submitted: 0, adoptionRate: { denominator: 0 } },
        targets: { ideas: 60, adoptionRate: { numerator: 3, denominator: 10 } },
      },
    ]);
    clock.set('2026-10-20T00:00:00.000Z');
    await run();
    expect(told('publication')).toEqual([]);
  });

  it('is emitted again rather than never when the run stops, and with the stored numbers', async () => {
    const { table, clock, run, told } = await firm(AT.closes);
    await run();
    clock.set(AT.publishes);
    let frozen = false;
    const breaking = calendar(
      watched(table, {
        before(_, __, input) {
          if (frozen) throw new Breakdown();
          frozen = JSON.stringify(input).includes('BULLETIN#2026-10#NUMBERS');
        },
      }),
      clock,
    );
    await expect(breaking.run()).rejects.toThrow();
    expect(breaking.told('publication')).toHaveLength(1);
    await put(table, newIdea());
    await run();
    expect(told('publication')).toMatchObject([{ round: OCTOBER, total: { submitted: 0 } }]);
  });
});

describe('steps', () => {
  it('are emitted by a run that took some, and by no other', async () => {
    const { run, clock, told } = await firm();
    await run();
    expect(told('steps')).toEqual([]);
    clock.set(AT.closes);
    await run();
    expect(told('steps')).toEqual([{ kind: 'steps', steps: 3 }]);
  });
});

describe('overdue work', () => {
  it('is counted in every organization, and in total', async () => {
    const { table, run, clock, told } = await firm('2026-12-01T02:00:00.000Z');
    await foundFirm(table, { id: ZHONGCHENG });
    for (const idea of [due('2026-11-29'), due('2026-11-30'), due('2026-12-01'), due('2026-12-02')])
      await put(table, idea);
    await put(table, due('2026-11-30', ZHONGCHENG));
    await run();
    const counted = told('overdue');
    expect(counted).toHaveLength(2);
    expect(counted).toEqual(
      expect.arrayContaining([
        { kind: 'overdue', organization: HUATAI, overdue: 2 },
        { kind: 'overdue', organization: ZHONGCHENG, overdue: 1 },
      ]),
    );
    clock.set('2026-12-01T23:59:00.000Z');
    await run();
    expect(told('overdue')).toEqual([]);
    clock.set('2026-12-02T00:00:00.000Z');
    await run();
    expect(told('overdue')).toContainEqual({ kind: 'overdue', organization: HUATAI, overdue: 3 });
  });

  it('is emitted in total as one number', async () => {
    const { table, run, told } = await firm('2026-12-01T02:00:00.000Z');
    await put(table, due('2026-11-30'));
    await put(table, due('2026-11-29'));
    await run();
    expect(told('overdue-in-all')).toEqual([{ kind: 'overdue-in-all', overdue: 2 }]);
  });

  it('begins at midnight in the organization’s zone', async () => {
    // A quarter to midnight in Shanghai; and a quarter past, in a function that has just started.
    const { table, clock, run, told } = await firm('2026-11-30T15:45:00.000Z');
    await put(table, due('2026-11-30'));
    await run();
    expect(told('overdue')).toMatchObject([{ overdue: 0 }]);
    clock.set('2026-11-30T16:15:00.000Z');
    const fresh = calendar(table, clock);
    await fresh.run();
    expect(fresh.told('overdue')).toMatchObject([{ overdue: 1 }]);
  });

  it('that cannot be counted in one organization is counted in the others, and there by the next run', async () => {
    const { table, clock } = await firm('2026-12-01T02:00:00.000Z');
    await foundFirm(table, { id: ZHONGCHENG });
    await put(table, due('2026-11-30', ZHONGCHENG));
    let broken = true;
    const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
    const client = Object.create(table.client, {
      send: {
        value: async (command: { input: unknown }, ...rest: unknown[]) => {
          const asked = JSON.stringify(command.input);
          if (broken && asked.includes(`"${HUATAI}"`) && asked.includes('openWork'))
            throw new Breakdown();
          return send(command, ...rest);
        },
      },
    }) as Table['client'];
    const { run, told } = calendar({ ...table, client }, clock);
    await expect(run()).rejects.toThrow(AggregateError);
    expect(told('overdue')).toEqual([{ kind: 'overdue', organization: ZHONGCHENG, overdue: 1 }]);
    broken = false;
    clock.set('2026-12-01T02:01:00.000Z');
    await run();
    expect(told('overdue')).toEqual([{ kind: 'overdue', organization: HUATAI, overdue: 0 }]);
  });
});
