/**
 * The stream's function: turns each change of a fact into what it adds to numbers, tallies and headcounts, adds that exactly
 * once, and publishes the round's metrics. A record that cannot be handled is reported by itself; what stands before it counts.
 */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { type Change, projectionRepository } from '../../shared/store/projections.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { changeOf } from './change.ts';
import type { MetricsPublisher } from './metrics.ts';

export interface AdoptionMetricsWiring {
  readonly table: Table;
  readonly log: Log;
  readonly publish: MetricsPublisher;
}

export function adoptionMetricsHandler({ table, log, publish }: AdoptionMetricsWiring) {
  const projections = projectionRepository(table);
  const statistics = statisticsRepository(table);

  /** Counts all that can be counted; answers with the record from which the stream must be delivered again, if any. */
  async function count(
    records: readonly DynamoDBRecord[],
  ): Promise<{ counted: Change[]; failed?: DynamoDBRecord }> {
    const changes: Change[] = [];
    let failed: DynamoDBRecord | undefined;
    for (const record of records)
      try {
        const change = changeOf(record);
        // What means nothing needs no marker; markers are items too, and would call for markers in their turn.
        if (change.effects.length > 0) changes.push(change);
      } catch (error) {
        failed = record;
        log.error('unreadable record', { eventId: record.eventID, ...failureOf(error) });
        break;
      }
    try {
      await projections.apply(changes);
    } catch (error) {
      log.error('not counted', { records: changes.length, ...failureOf(error) });
      const [first] = records;
      return { counted: [], ...(first && { failed: first }) };
    }
    return { counted: changes, ...(failed && { failed }) };
  }

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { counted, failed } = await count(Records);
    for (const { organization, round } of roundsTouched(counted)) {
      const totals = await statistics.totalOf(organization, round);
      if (totals) publish(organization, round, totals.counts);
    }
    const sequence = failed?.dynamodb?.SequenceNumber;
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
