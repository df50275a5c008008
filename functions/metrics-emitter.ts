/**
 * Publishing metrics on Lambda: standard output is where CloudWatch looks for embedded ones. Apart from `runtime.ts`, so that
 * functions that publish none do not carry the code for it.
 */
import * as z from 'zod/mini';
import { isOrganizationId } from '../shared/domain/kernel/ids.ts';
import { embeddedMetrics } from '../shared/metrics/embedded.ts';
import type { EmitMetrics } from '../shared/metrics/measured.ts';

/** What a function needs besides that publishes metrics. */
export const metricsVariables = {
  /** The CloudWatch namespace to publish under. */
  METRICS_NAMESPACE: z.string().check(z.minLength(1)),
  /** The organizations that have metrics of their own, with commas between them; none, if empty. */
  METRICS_ORGANIZATIONS: z.string(),
};

export function metricsEmitter(env: {
  readonly METRICS_NAMESPACE: string;
  readonly METRICS_ORGANIZATIONS: string;
}): EmitMetrics {
  const watched = new Set(env.METRICS_ORGANIZATIONS.split(',').filter(isOrganizationId));
  return embeddedMetrics(
    { namespace: env.METRICS_NAMESPACE, isWatched: organization => watched.has(organization) },
    line => process.stdout.write(`${line}\n`),
  );
}
