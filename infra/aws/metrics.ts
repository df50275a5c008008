/**
 * The system's own metrics as alarms and graphs read them. Those of the whole system only: a metric of one organization costs money
 * for each of them (ADR 11), and alarms are for whoever runs the system.
 */
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Duration } from 'aws-cdk-lib/core';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { type Metric, NAMESPACE, WHOLE_SYSTEM } from '../../shared/metrics/names.ts';

/** What a function that publishes metrics is told. */
export type MetricsVariables = ReturnType<typeof metricsVariables>;

export function metricsVariables(watched: readonly OrganizationId[]) {
  return { METRICS_NAMESPACE: NAMESPACE, METRICS_ORGANIZATIONS: watched.join(',') };
}

/** A metric of the whole system. Lines of log are delivered at least once, so what may not be counted twice is no sum. */
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
