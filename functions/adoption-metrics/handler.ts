/**
 * The stream's function: turns each change of a fact into what it adds to numbers, tallies and headcounts, adds that exactly
 * once, and publishes the round's metrics; lets supports follow when ideas are merged, and gives ideas a place on long agendas. A record that cannot be handled is
 * reported, and holds up no other: where it is given up in the end, all that came with it has been counted.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../shared/domain/numbers/statistics.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { type Change, projectionRepository } from '../../shared/store/projections.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { agendaNumbering } from './agenda-numbering.ts';
import { changesOf } from './change.ts';
import { supportTransfer } from './support-transfer.ts';

export interface AdoptionMetricsWiring {
  readonly table: Table;
  readonly log: Log;
  readonly emit: EmitMetrics;
}

export function adoptionMetricsHandler({ table, log, emit }: AdoptionMetricsWiring) {
  const projections = projectionRepository(table);
  const statistics = statisticsRepository(table);
  const move = supportTransfer(table);
  const place = agendaNumbering(table);

  /** Counts all that can be counted; answers with the records that cannot. Throws where nothing can be stored. */
  async function count(
    records: readonly DynamoDBRecord[],
  ): Promise<{ counted: Change[]; unreadable: ReadonlySet<DynamoDBRecord> }> {
    const changes: Change[] = [];
    const unreadable = new Set<DynamoDBRecord>();
    for (const record of records)
      try {
        // What means nothing needs no marker; markers are items too, and would call for markers in their turn.
        const read = changesOf(record);
        // A probe says that all before it is counted: not while something is that cannot be.
        changes.push(...read.filter(({ effects }) => effects.length > 0 || unreadable.size === 0));
      } catch (error) {
        unreadable.add(record);
        log.error('unreadable record', { eventId: record.eventID, ...failureOf(error) });
      }
    try {
      await projections.apply(changes);
    } catch (error) {
      log.error('not counted', { records: changes.length, ...failureOf(error) });
      // Which of them it is that cannot be stored is not known. A batch that fails as a whole is cut in half, and comes again.
      throw new Error('not counted');
    }
    return { counted: changes, unreadable };
  }

  /** Lets supports follow mergers; answers with the records for which that failed. */
  async function moveSupports(records: readonly DynamoDBRecord[]): Promise<ReadonlySet<DynamoDBRecord>> {
    const unmoved = new Set<DynamoDBRecord>();
    for (const record of records)
      try {
        await move(record);
      } catch (error) {
        unmoved.add(record);
        log.error('supports not moved', { eventId: record.eventID, ...failureOf(error) });
      }
    return unmoved;
  }

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { counted, unreadable } = await count(Records);
    const readable = Records.filter(record => !unreadable.has(record));
    const undone = new Set(await moveSupports(readable));
    await place(readable, (records, error) => {
      for (const record of records) undone.add(record);
      log.error('not placed on an agenda', { records: records.length, ...failureOf(error) });
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
    // The stream goes on from the first that is named, and all that come after it are recognized by their markers.
    const first = Records.find(record => unreadable.has(record) || undone.has(record));
    const sequence = first?.dynamodb?.SequenceNumber;
    return { batchItemFailures: sequence === undefined ? [] : [{ itemIdentifier: sequence }] };
  };
}

function roundsTouched(changes: readonly Change[]): { organization: OrganizationId; round: RoundId }[] {
  const rounds = new Map<string, { organization: OrganizationId; round: RoundId }>();
  for (const { effects } of changes)
    for (const effect of effects)
      if (effect.kind === 'numbers') {
        const { organization, round } = effect;
        rounds.set(`${organization} ${round}`, { organization, round });
      }
  return [...rounds.values()];
}
