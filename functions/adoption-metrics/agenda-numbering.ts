/**
 * Places on long agendas: what comes onto one gets its number here, so that nobody who reads a page has to look for it. On a short
 * one whoever reads it sees all of it, and numbers what is late. Which it is, is seen once more from the table, so a record that comes
 * again or late does no harm: what has a number keeps it.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { isOnAgenda, latecomers } from '../../shared/domain/idea/agenda.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { agendaRepository, SHORT } from '../../shared/store/agendas.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { type Arrival, arrivalOf } from './change.ts';

/** Tells why some records' ideas could not be placed. */
type Failed = (records: readonly DynamoDBRecord[], error: unknown) => void;

export function agendaNumbering(table: Table) {
  const ideas = ideaRepository(table);
  const agendas = agendaRepository(table);

  async function place(
    organization: OrganizationId,
    round: RoundId,
    arrivals: readonly Arrival[],
  ): Promise<void> {
    const long = (await agendas.length(organization, round)) > SHORT;
    if (!long && (await ideas.agendaUpTo(SHORT, organization, round, leaveOut))) return;
    const up = long
      ? await ideas.getMany(
          organization,
          arrivals.map(({ id }) => id),
          { consistent: true },
        )
      : await Array.fromAsync(ideas.wholeAgenda(organization, round, leaveOut));
    const there = up.filter(idea => idea.agendaRound === round && isOnAgenda(idea));
    if (there.length > 0)
      await agendas.change(organization, round, order => [...order, ...latecomers(there, order)]);
  }

  return async (records: readonly DynamoDBRecord[], failed: Failed): Promise<void> => {
    const agendasReached = Map.groupBy(
      records.flatMap(record => {
        const arrival = arrivalOf(record);
        return arrival ? [{ record, arrival }] : [];
      }),
      ({ arrival }) => `${arrival.organization} ${arrival.round}`,
    );
    for (const reached of agendasReached.values()) {
      const arrivals = reached.map(({ arrival }) => arrival);
      const [first] = arrivals;
      try {
        if (first) await place(first.organization, first.round, arrivals);
      } catch (error) {
        failed(
          reached.map(({ record }) => record),
          error,
        );
      }
    }
  };
}

/** The calendar tells of what cannot be read. */
const leaveOut = () => undefined;
