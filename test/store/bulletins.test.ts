/** Bulletins in the table: published once, complete and in order, and never partly. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import {
  type Bulletin,
  type BulletinEntry,
  bulletinOf,
} from '../../shared/domain/numbers/bulletin.ts';
import { type BulletinRepository, bulletinRepository } from '../../shared/store/bulletins.ts';
import { bulletinKey } from '../../shared/store/keys.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { ofTheFirstEdition } from './older-items.ts';
import {
  department,
  HUATAI,
  instant,
  NOVEMBER,
  newIdea,
  OCTOBER,
  organization,
  pathTo,
} from './sample-facts.ts';
import { Breakdown, watched } from './watched-table.ts';

let table: FreshTable;
let bulletins: BulletinRepository;

beforeAll(async () => {
  table = await freshTable();
  bulletins = bulletinRepository(table);
});

const NOON = instant('2026-10-19T04:00:00.000Z');
const EVENING = instant('2026-10-19T10:00:00.000Z');

function bulletinWith(at: Instant = NOON): Bulletin {
  const ideas = (['adopted', 'declined', 'deferred', 'withdrawn', 'submitted'] as const).map(
    status => {
      const { submitted, acts } = pathTo(status, {
        department: status === 'declined' ? undefined : '装配车间',
      });
      return acts.at(-1)?.after ?? submitted;
    },
  );
  return bulletinOf(
    OCTOBER,
    ideas,
    { total: 20, departments: new Map([[department('装配车间'), 4]]) },
    at,
  );
}

/** A bulletin of many long entries: some two thousand bytes each. */
function large(entries: number, at: Instant = NOON): Bulletin {
  const [entry] = bulletinOf(OCTOBER, [newIdea()], { total: 1, departments: new Map() }, at)
    .entries as [BulletinEntry];
  return {
    ...bulletinWith(at),
    entries: Array.from({ length: entries }, (_, number) => ({
      ...entry,
      title: `建议 ${number} ${at}`,
      reason: '需要更多时间论证'.repeat(80),
    })),
  };
}

async function whole(of: OrganizationId): Promise<Bulletin | undefined> {
  const first = await bulletins.get(of, OCTOBER, 0);
  if (!first) return undefined;
  const entries = [...first.entries];
  let next = first.nextPage;
  while (next !== undefined) {
    const page = await bulletins.get(of, OCTOBER, next);
    entries.push(...page!.entries);
    expect(page!.statistics).toEqual(first.statistics);
    next = page!.nextPage;
  }
  const { nextPage: _, ...facts } = first;
  return { ...facts, entries };
}

describe('a bulletin', () => {
  it('is read back as it was published', async () => {
    const bulletin = bulletinWith();
    await bulletins.publish(HUATAI, bulletin);
    expect(await bulletins.get(HUATAI, OCTOBER, 0)).toEqual(bulletin);
    expect(await bulletins.get(HUATAI, NOVEMBER, 0)).toBeUndefined();
    expect(await bulletins.get(organization('strangers'), OCTOBER, 0)).toBeUndefined();
  });

  it('without entries is also a bulletin', async () => {
    const of = organization('empty');
    const bulletin = bulletinOf(OCTOBER, [], { total: 0, departments: new Map() }, NOON);
    await bulletins.publish(of, bulletin);
    expect(await bulletins.get(of, OCTOBER, 0)).toEqual(bulletin);
  });

  it('of the first edition is read with unknown numbers, and keeps to its edition', async () => {
    const of = organization('older');
    await bulletins.publish(of, bulletinWith());
    const Key = bulletinKey(of, OCTOBER);
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    const older = ofTheFirstEdition(Item ?? {});
    await table.client.send(new PutCommand({ TableName: table.name, Item: older }));
    const read = await bulletins.get(of, OCTOBER, 0);
    expect(read).toMatchObject({ edition: 1, statistics: older.statistics });
    expect(read?.statistics.total).not.toHaveProperty('followUp');
    const [published] = await bulletins.numbersOf(of, [OCTOBER]);
    expect(published?.statistics.total).not.toHaveProperty('ideasPerHead');
  });

  it('stays as it was first published', async () => {
    const of = organization('twice');
    const first = bulletinWith();
    await bulletins.publish(of, first);
    await bulletins.publish(of, { ...bulletinWith(EVENING), entries: [] });
    expect(await whole(of)).toEqual(first);
  });

  it('of many ideas is complete and in order', async () => {
    const of = organization('long');
    const bulletin = large(400);
    await bulletins.publish(of, bulletin);
    expect(await whole(of)).toEqual(bulletin);
    expect((await bulletins.get(of, OCTOBER, 0))!.nextPage).toBe(1);
  });

  it('shows nothing when its publication stopped, wherever that was, and is complete when published again', async () => {
    const first = large(300);
    let write = 0;
    for (let broken = true; broken; ) {
      write += 1;
      const of = organization(`broken-${write}`);
      const failing = watched(table, {
        before: number => {
          if (number === write) throw new Breakdown();
        },
      });
      broken = await bulletinRepository(failing)
        .publish(of, first)
        .then(
          () => false,
          error => {
            expect(error).toBeInstanceOf(Breakdown);
            return true;
          },
        );
      if (broken) expect(await bulletins.get(of, OCTOBER, 0)).toBeUndefined();
      const later = large(280, EVENING);
      await bulletins.publish(of, later);
      expect((await whole(of))?.entries.map(({ title }) => title)).toEqual(
        (broken ? later : first).entries.map(({ title }) => title),
      );
    }
    // Pages, then numbers: at least three places to stop at.
    expect(write).toBeGreaterThan(3);
  });
});
