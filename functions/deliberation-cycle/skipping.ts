/**
 * What becomes of an idea that a step cannot deal with, since its item is not what it should be: it is skipped, told of, and kept in a
 * list; the step goes on without it. Once it is mended, the next round to open takes it up. Many of them are no bad items but a fault
 * of ours or of the table, and end the step.
 */
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Round, RoundStep } from '../../shared/domain/round/round.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { CycleDeps } from './dependencies.ts';

export interface Skipping {
  /** Does something with an idea, and skips it where that is its own fault. Throws whatever else goes wrong. */
  unlessBad(idea: IdeaId, work: () => Promise<void>): Promise<void>;
  /** Skips an item that cannot even be read. */
  readonly tell: (idea: IdeaId | undefined, error: unknown) => void;
  /** Stores what was skipped and publishes how many; once, when a step is over. */
  store(): Promise<void>;
  /** What was skipped earlier and is not dealt with yet. */
  listed(organization: OrganizationId): Promise<IdeaId[]>;
  handled(organization: OrganizationId, idea: IdeaId): Promise<void>;
}

/** An idea with which the calendar's act is impossible, though its state allows it. */
export class BadIdea extends Error {
  override readonly name = 'BadIdea';
}

/** More than these in a step are no bad items. */
const MOST_SKIPPED = 10;

export function skippingOf(
  { organization, id: round }: Round,
  step: RoundStep,
  { clock, emit, skipped: list }: CycleDeps,
  log: Log,
): Skipping {
  const skipped = new Map<string, IdeaId | undefined>();

  function tell(idea: IdeaId | undefined, error: unknown): void {
    const name = idea ?? 'unknown';
    if (skipped.has(name)) return;
    skipped.set(name, idea);
    log.error('idea skipped', { organization, round, step, idea: name, ...failureOf(error) });
    if (skipped.size > MOST_SKIPPED) throw new Error('too many ideas cannot be dealt with');
  }

  return {
    tell,
    async unlessBad(idea, work) {
      try {
        await work();
      } catch (error) {
        if (!isOfTheIdea(error)) throw error;
        tell(idea, error);
      }
    },
    async store() {
      for (const idea of skipped.values())
        if (idea !== undefined) await list.add(organization, idea, clock.now());
      if (skipped.size > 0) emit({ kind: 'skipped', skipped: skipped.size });
    },
    listed: of => list.waiting(of),
    handled: (of, idea) => list.handled(of, idea, clock.now()),
  };
}

/** Whether it lies in the idea that it cannot be dealt with, and not in the table, the network or another release. */
function isOfTheIdea(error: unknown): boolean {
  return (
    error instanceof BadIdea ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    // Its item is not of its shape; or the table does not take what became of it, being too large, say.
    (error instanceof Error && /^(\$?ZodError|ValidationException)$/.test(error.name))
  );
}
