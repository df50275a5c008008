/**
 * The call from `due-rounds` to `deliberation-cycle`: some organizations with due steps, and what
 * became of them. It travels as JSON, so both ends parse it.
 */
import * as z from 'zod/mini';
import type { OrganizationId } from '../shared/domain/kernel/ids.ts';
import { organizationId, roundId } from '../shared/store/schema.ts';

export const cycleCall = z.strictObject({ organizations: z.array(organizationId) });

export const cycleAnswer = z.strictObject({
  /** The steps taken, those of each organization in order. */
  steps: z.array(
    z.strictObject({
      organization: organizationId,
      round: roundId,
      step: z.enum(['open', 'end-intake', 'close', 'publish']),
    }),
  ),
  /** The organizations whose steps failed; the log of `deliberation-cycle` says why. */
  failed: z.array(organizationId),
});
export type CycleAnswer = z.output<typeof cycleAnswer>;
export type StepTaken = CycleAnswer['steps'][number];

/** Takes all due steps of some organizations. */
export type TakeSteps = (organizations: readonly OrganizationId[]) => Promise<CycleAnswer>;
