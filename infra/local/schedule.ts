/**
 * The local stand-in for the scheduler: runs the cycle when its next step is due. When the clock is
 * moved, it stops at every step that falls due on the way.
 */
import type { CycleReport } from '../../functions/due-rounds/handler.ts';
import { type Instant, millisBetween } from '../../shared/domain/kernel/instant.ts';
import type { LocalClock } from './clock.ts';

type Steps = CycleReport['steps'];

/** The longest interval between two runs of the cycle, as on AWS. */
const EVERY_MS = 60_000;

export class Schedule {
  readonly #run: () => Promise<CycleReport>;
  readonly #clock: LocalClock;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #busy: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(
    run: () => Promise<CycleReport>,
    clock: LocalClock,
    failed: (error: unknown) => void,
  ) {
    this.#run = run;
    this.#clock = clock;
    this.#failed = failed;
  }

  /** Catches up with due steps, and continues from there. */
  start(): Promise<Steps> {
    return this.moveTo(this.#clock.now());
  }

  /**
   * Moves the clock to an instant, stopping at every step that falls due before it; returns the
   * steps taken. The cycle also runs at the end, as every minute on AWS, because some of its work
   * belongs to no step.
   */
  moveTo(target: Instant): Promise<Steps> {
    return this.#inTurn(async () => {
      const steps: Steps[number][] = [];
      let report = await this.#run();
      steps.push(...report.steps);
      while (report.nextDueAt !== undefined && report.nextDueAt <= target) {
        this.#clock.moveTo(report.nextDueAt);
        report = await this.#run();
        steps.push(...report.steps);
      }
      if (this.#clock.now() < target) {
        this.#clock.moveTo(target);
        report = await this.#run();
        steps.push(...report.steps);
      }
      this.#wait(report.nextDueAt);
      return steps;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#busy.catch(() => undefined);
  }

  /** One run at a time, as on AWS. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#busy.catch(() => undefined).then(work);
    this.#busy = turn;
    return turn;
  }

  #wait(nextDueAt: Instant | undefined): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const due = nextDueAt === undefined ? EVERY_MS : millisBetween(this.#clock.now(), nextDueAt);
    this.#timer = setTimeout(
      () => {
        this.moveTo(this.#clock.now()).catch(error => {
          this.#failed(error);
          this.#wait(undefined);
        });
      },
      Math.max(0, Math.min(due, EVERY_MS)),
    );
  }
}
