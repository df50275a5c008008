/**
 * The system's own metrics for alarms and graphs. They are those of the whole system only: metrics
 * of each organization cost money (ADR 11), and alarms are for the operators.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib/core';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { type Metric, NAMESPACE, WHOLE_SYSTEM } from '../../shared/metrics/names.ts';

/** The environment of a function that emits metrics. */
export type MetricsVariables = ReturnType<typeof metricsVariables>;

export function metricsVariables(watched: readonly OrganizationId[]) {
  return { METRICS_NAMESPACE: NAMESPACE, METRICS_ORGANIZATIONS: watched.join(',') };
}

/**
 * A metric of the whole system. Log lines are delivered at least once, so a value that may not be
 * counted twice is not summed.
 */
export function ofWholeSystem(
  { name }: Metric,
  statistic: 'Maximum' | 'Minimum' | 'Average' | 'Sum',
  period: Duration,
): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: WHOLE_SYSTEM,
    statistic,
    period,
  });
}
