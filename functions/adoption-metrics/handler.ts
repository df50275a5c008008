/**
 * The stream's function. It reads each change of a fact, adds its effects exactly once to numbers,
 * tallies and headcounts, and emits the round's metrics. It moves supports when ideas are merged,
 * numbers ideas on long agendas, and keeps or removes photos. (DynamoDB advises two readers of a
 * stream at most, and the other is the index of the search.) A failing record is reported and blocks no other: when the
 * stream gives up on it, the rest of its batch has been counted.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../shared/domain/numbers/statistics.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import type { Pictures } from '../../shared/store/pictures.ts';
import { type Change, projectionRepository } from '../../shared/store/projections.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { agendaNumbering } from './agenda-numbering.ts';
import { photoKeeping } from './photo-keeping.ts';
import { changesOf, type ReadRecord, readRecord } from './stream-record.ts';
import { supportTransfer } from './support-transfer.ts';

export interface AdoptionMetricsWiring {
  readonly table: Table;
  readonly log: Log;
  readonly emit: EmitMetrics;
  readonly pictures: Pick<Pictures, 'remove'>;
}

/** A record with an invalid item. */
interface Unread {
  readonly record: DynamoDBRecord;
  readonly unread: true;
}

const isRead = (one: ReadRecord | Unread): one is ReadRecord => !('unread' in one);

export function adoptionMetricsHandler({ table, log, emit, pictures }: AdoptionMetricsWiring) {
  const projections = projectionRepository(table);
  const statistics = statisticsRepository(table);
  const move = supportTransfer(table);
  const place = agendaNumbering(table);
  const keepPhotos = photoKeeping(table, pictures);

  /** Parses each record once. An invalid one is reported, and stays unparsed. */
  function readAll(records: readonly DynamoDBRecord[]): (ReadRecord | Unread)[] {
    return records.map(record => {
      try {
        return readRecord(record);
      } catch (error) {
        log.error('unreadable record', { eventId: record.eventID, ...failureOf(error) });
        return { record, unread: true };
      }
    });
  }

  /** Counts all records that it can and returns their changes. Throws if they cannot be stored. */
  async function count(records: readonly (ReadRecord | Unread)[]): Promise<Change[]> {
    // A barrier says that everything before it is counted, so it waits while an earlier record is
    // unread.
    const unread = records.findIndex(one => !isRead(one));
    const changes = records.flatMap((one, at) => {
      if (!isRead(one)) return [];
      return one.change?.fact === 'barrier' && unread >= 0 && unread < at ? [] : changesOf(one);
    });
    try {
      await projections.apply(changes);
    } catch (error) {
      log.error('not counted', { records: changes.length, ...failureOf(error) });
      // The records that cannot be stored are unknown. Lambda bisects a batch that fails as a
      // whole, and delivers the halves again.
      throw new Error('not counted');
    }
    return changes;
  }

  /** Moves supports for mergers, and follows photos; returns the records for which that failed. */
  async function followUp(records: readonly ReadRecord[]): Promise<ReadRecord[]> {
    const failed: ReadRecord[] = [];
    for (const [what, act] of [
      ['supports not moved', move],
      ['photos not kept', keepPhotos],
    ] as const)
      for (const record of records)
        try {
          await act(record);
        } catch (error) {
          failed.push(record);
          log.error(what, { eventId: record.eventId, ...failureOf(error) });
        }
    return failed;
  }

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const records = readAll(Records);
    const counted = await count(records);
    const readable = records.filter(isRead);
    const undone = new Set<ReadRecord | Unread>([
      ...records.filter(one => !isRead(one)),
      ...(await followUp(readable)),
    ]);
    await place(readable, (failed, error) => {
      for (const record of failed) undone.add(record);
      log.error('not placed on an agenda', { records: failed.length, ...failureOf(error) });
    });
    for (const { organization, round } of roundsTouched(counted)) {
      const [totals, headcount] = await Promise.all([
        statistics.totalOf(organization, round),
        statistics.wholeHeadcount(organization),
      ]);
      if (totals)
        emit({
          kind: 'round',
          organization,
          round,
          total: numbersOf(totals.counts, totals.participants, headcount),
        });
    }
    // The stream continues from the first reported record, and markers identify the counted ones
    // after it.
    const first = records.find(record => undone.has(record));
    const sequence = first?.record.dynamodb?.SequenceNumber;
    return { batchItemFailures: sequence === undefined ? [] : [{ itemIdentifier: sequence }] };
  };
}

function roundsTouched(
  changes: readonly Change[],
): { organization: OrganizationId; round: RoundId }[] {
  const rounds = new Map<string, { organization: OrganizationId; round: RoundId }>();
  for (const { effects } of changes)
    for (const effect of effects)
      if (effect.kind === 'numbers') {
        const { organization, round } = effect;
        rounds.set(`${organization} ${round}`, { organization, round });
      }
  return [...rounds.values()];
}
