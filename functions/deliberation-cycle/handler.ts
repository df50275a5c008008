/**
 * The calendar's function. Every minute it takes all due steps of all rounds, in order, and missed
 * steps likewise, each once. Once a day it counts overdue work.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Clock, Instant } from '../../shared/domain/kernel/instant.ts';
import { nextStep, type Round, type RoundStep } from '../../shared/domain/round/round.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { type CycleDeps, dependencies } from './dependencies.ts';
import { overdueCount } from './overdue.ts';
import { skippingOf } from './skipping.ts';
import { take } from './steps.ts';
import { OutOfTime, type Run, type RunContext, runOf } from './time.ts';

export interface CycleReport {
  /** The steps taken, those of each organization in order. */
  readonly steps: readonly {
    readonly organization: OrganizationId;
    readonly round: string;
    readonly step: RoundStep;
  }[];
  /** The time of the next step of any organization. */
  readonly nextDueAt: Instant | undefined;
}

/**
 * The number of organizations processed concurrently. Most open at the same minute, and none should
 * wait for all the others.
 */
const AT_ONCE = 16;
/** The most steps of an organization in one run. A longer chain is an error, not missed steps. */
const MOST_STEPS = 500;

/**
 * The scheduled run. One organization's failure blocks no other, but a run with a failure fails at
 * the end, so that it is noticed. A step without enough time is not a failure: the next run
 * continues it.
 */
export function cycleHandler({
  table,
  clock,
  hash,
  log,
  emit,
}: {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly log: Log;
  readonly emit: EmitMetrics;
}) {
  const deps = dependencies(table, clock, hash, emit);
  const countOverdue = overdueCount(deps);
  return async (_event?: unknown, context?: RunContext): Promise<CycleReport> => {
    const run = runOf(context);
    const steps: CycleReport['steps'][number][] = [];
    const failures: unknown[] = [];
    await eachConcurrently(
      await deps.rounds.organizationsDue(clock.now()),
      AT_ONCE,
      async organization => {
        try {
          for await (const step of catchUp(organization, deps, run, log)) {
            steps.push(step);
            log.info('step', step);
          }
        } catch (error) {
          // The next run, a minute later, continues with it.
          if (error instanceof OutOfTime) return log.warn('step goes on', { organization });
          failures.push(error);
          log.error('step failed', { organization, ...failureOf(error) });
        }
      },
    );
    if (steps.length > 0) emit({ kind: 'steps', steps: steps.length });
    try {
      await countOverdue();
    } catch (error) {
      failures.push(error);
      log.error('overdue not counted', failureOf(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'the cycle did not get through');
    return { steps, nextDueAt: await deps.rounds.nextDue() };
  };
}

/** Takes an organization's due steps, the earliest first, until none is due. */
async function* catchUp(
  organization: OrganizationId,
  deps: CycleDeps,
  run: Run,
  log: Log,
): AsyncGenerator<CycleReport['steps'][number]> {
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const round = firstDue(await deps.rounds.unpublished(organization), deps.clock.now());
    const due = round && nextStep(round);
    if (!round || !due) return;
    const skipping = skippingOf(round, due.step, deps, log);
    await take(round, { ...deps, run, skipping });
    yield { organization, round: round.id, step: due.step };
  }
  throw new Error('the steps do not come to an end');
}

function firstDue(rounds: readonly Round[], now: Instant): Round | undefined {
  const due = rounds.flatMap(round => {
    const step = nextStep(round);
    return step && step.dueAt <= now ? [{ round, dueAt: step.dueAt }] : [];
  });
  return due.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]?.round;
}
