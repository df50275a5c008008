/**
 * Skips an idea that a step cannot process because its item is invalid. The idea is reported and
 * stored in a list, and the step continues without it. Once it is mended, the next round that opens
 * takes it up. Many such ideas mean an error of ours or of the table, and end the step.
 */
import type { IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Round, RoundStep } from '../../shared/domain/round/round.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { CycleDeps } from './dependencies.ts';

export interface Skipping {
  /** Processes an idea, and skips it if the error is in the idea. Throws any other error. */
  unlessBad(idea: IdeaId, work: () => Promise<void>): Promise<void>;
  /** Skips an item that cannot even be parsed. */
  readonly tell: (idea: IdeaId | undefined, error: unknown) => void;
  /** Stores the skipped ideas and emits their number, once, at the end of a step. */
  store(): Promise<void>;
  /** Earlier skipped ideas that have not been processed yet. */
  listed(organization: OrganizationId): Promise<IdeaId[]>;
  handled(organization: OrganizationId, idea: IdeaId): Promise<void>;
}

/** An idea on which the calendar's act is impossible, although its state allows it. */
export class BadIdea extends Error {
  override readonly name = 'BadIdea';
}

/** More skipped ideas than this in a step have another cause. */
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

/** Whether the error is in the idea, and not in the table, the network or another release. */
function isOfTheIdea(error: unknown): boolean {
  return (
    error instanceof BadIdea ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    // Its item is invalid, or the table refuses its new state, perhaps as too large.
    (error instanceof Error && /^(\$?ZodError|ValidationException)$/.test(error.name))
  );
}
