/**
 * The calendar's clock. Every minute it finds the organizations with due steps and hands them to
 * `deliberation-cycle`, a few in each call and several calls at a time, the longest overdue first.
 * It waits for the answers, and only one run exists at a time, so no organization is handed out
 * twice at once. Once a day it counts overdue work.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Clock, Instant } from '../../shared/domain/kernel/instant.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import type { StepTaken, TakeSteps } from '../cycle-call.ts';
import { overdueCount } from './overdue.ts';

export interface CycleReport {
  /** The steps taken, those of each organization in order. */
  readonly steps: readonly StepTaken[];
  /** The time of the next step of any organization. */
  readonly nextDueAt: Instant | undefined;
}

/** Returns the remaining milliseconds, as Lambda reports them. */
interface RunContext {
  getRemainingTimeInMillis(): number;
}

/** The most organizations of a call: enough that the call itself costs little beside them. */
export const MOST_OF_A_CALL = 16;

/** A call begins only if it may take this long; `test/infra` compares it with both timeouts. */
export const LONGEST_CALL_MS = 310_000;

/**
 * The scheduled run. Steps that fail, and calls that fail, block no other. But a run with a failure
 * fails at the end, so that it is noticed; the next run, a minute later, continues with what is
 * still due.
 */
export function dueRoundsHandler({
  table,
  clock,
  log,
  emit,
  take,
  calls,
}: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: EmitMetrics;
  readonly take: TakeSteps;
  /** The number of concurrent calls. */
  readonly calls: number;
}) {
  const rounds = roundRepository(table);
  const countOverdue = overdueCount({
    clock,
    emit,
    rounds,
    organizations: organizationRepository(table),
    ideas: ideaRepository(table),
  });
  return async (_event?: unknown, context?: RunContext): Promise<CycleReport> => {
    const steps: StepTaken[] = [];
    const failures: unknown[] = [];
    const due = await rounds.organizationsDue(clock.now());
    await eachConcurrently(callsFor(due, calls), calls, async organizations => {
      if (context && context.getRemainingTimeInMillis() < LONGEST_CALL_MS)
        return log.warn('left to the next run', { organizations: organizations.length });
      try {
        const taken = await take(organizations);
        steps.push(...taken.steps);
        for (const organization of taken.failed) failures.push(organization);
      } catch (error) {
        failures.push(error);
        log.error('call failed', { organizations, ...failureOf(error) });
      }
    });
    try {
      await countOverdue();
    } catch (error) {
      failures.push(error);
      log.error('overdue not counted', failureOf(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'the cycle did not get through');
    return { steps, nextDueAt: await rounds.nextDue() };
  };
}

/** The organizations of each call, evenly over the concurrent calls as long as they are few. */
function callsFor(due: readonly OrganizationId[], calls: number): OrganizationId[][] {
  const each = Math.min(MOST_OF_A_CALL, Math.ceil(due.length / calls));
  return Array.from({ length: each === 0 ? 0 : Math.ceil(due.length / each) }, (_, at) =>
    due.slice(at * each, (at + 1) * each),
  );
}
