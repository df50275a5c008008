/**
 * Takes all due steps of the rounds of some organizations, in order, and missed steps likewise,
 * each once. `due-rounds` calls it with those that have one.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Clock, Instant } from '../../shared/domain/kernel/instant.ts';
import { nextStep, type Round } from '../../shared/domain/round/round.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { type CycleAnswer, cycleCall, type StepTaken } from '../cycle-call.ts';
import { type CycleDeps, dependencies } from './dependencies.ts';
import { skippingOf } from './skipping.ts';
import { take } from './steps.ts';
import { OutOfTime, type Run, type RunContext, runOf } from './time.ts';

/**
 * The number of organizations processed concurrently. Each has up to sixteen requests to the table
 * under way, and the client has fifty connections.
 */
const AT_ONCE = 4;
/** The most steps of an organization in one run. A longer chain is an error, not missed steps. */
const MOST_STEPS = 500;

/**
 * One call. One organization's failure blocks no other; the answer names it. A step without enough
 * time is not a failure: the next run continues it.
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
  return async (call: unknown, context?: RunContext): Promise<CycleAnswer> => {
    const { organizations } = cycleCall.parse(call);
    const run = runOf(context);
    const steps: StepTaken[] = [];
    const failed: OrganizationId[] = [];
    await eachConcurrently(organizations, AT_ONCE, async organization => {
      try {
        for await (const step of catchUp(organization, deps, run, log)) {
          steps.push(step);
          log.info('step', step);
        }
      } catch (error) {
        // The next run, a minute later, continues with it.
        if (error instanceof OutOfTime) return log.warn('step goes on', { organization });
        failed.push(organization);
        log.error('step failed', { organization, ...failureOf(error) });
      }
    });
    if (steps.length > 0) emit({ kind: 'steps', steps: steps.length });
    return { steps, failed };
  };
}

/** Takes an organization's due steps, the earliest first, until none is due. */
async function* catchUp(
  organization: OrganizationId,
  deps: CycleDeps,
  run: Run,
  log: Log,
): AsyncGenerator<StepTaken> {
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
