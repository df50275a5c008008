/**
 * Emits metrics on Lambda. CloudWatch reads embedded metrics from standard output. The file is
 * separate from `runtime.ts`, so functions without metrics do not contain its code.
 */
import * as z from 'zod/mini';
import { isOrganizationId } from '../shared/domain/kernel/ids.ts';
import { embeddedMetrics } from '../shared/metrics/embedded.ts';
import type { EmitMetrics } from '../shared/metrics/measured.ts';

/** The additional environment of a function that emits metrics. */
export const metricsVariables = {
  /** The CloudWatch namespace of the metrics. */
  METRICS_NAMESPACE: z.string().check(z.minLength(1)),
  /** The organizations with metrics of their own, separated by commas; may be empty. */
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
