/**
 * Numbers on long agendas. An idea that comes onto one gets its number here, so no reader of a page
 * has to look for it. On a short agenda a reader sees all ideas and numbers late ones. The table
 * decides which kind it is, and an existing number stays, so a repeated or late record does no
 * harm.
 */
import { isOnAgenda, latecomers } from '../../shared/domain/idea/agenda.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { agendaRepository, SHORT } from '../../shared/store/agendas.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import type { ReadRecord } from './stream-record.ts';

/** Reports the records whose ideas could not be numbered. */
type Failed = (records: readonly ReadRecord[], error: unknown) => void;

/** An idea that has come onto an agenda. */
interface Arrival {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly id: IdeaId;
}

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

  return async (records: readonly ReadRecord[], failed: Failed): Promise<void> => {
    const agendasReached = Map.groupBy(
      records.flatMap(record => {
        const arrival = arrivalOf(record.change);
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

/** The agenda onto which a change puts an idea, if it does. */
function arrivalOf(change: ReadRecord['change']): Arrival | undefined {
  if (change?.fact !== 'idea') return undefined;
  const { before, after } = change;
  if (!after || !isOnAgenda(after)) return undefined;
  if (before && isOnAgenda(before) && before.agendaRound === after.agendaRound) return undefined;
  return { organization: after.organization, round: after.agendaRound, id: after.id };
}

/** The calendar's function reports items that cannot be parsed. */
const leaveOut = () => undefined;
