/**
 * The metrics that operations watch, in CloudWatch's embedded metric format: a line of log that CloudWatch turns into
 * metrics. They are the running totals of a round, so a line that is lost or repeated puts nothing wrong for good.
 */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import { type Counts, rate } from '../../shared/domain/statistics.ts';

/** Publishes a round's totals. */
export type MetricsPublisher = (organization: OrganizationId, round: RoundId, counts: Counts) => void;

/** The names under which metrics are published, for whoever graphs them or alarms on them. */
export const METRIC = {
  submitted: 'IdeasSubmitted',
  adopted: 'IdeasAdopted',
  decided: 'IdeasDecided',
  adoptionRate: 'AdoptionRate',
} as const;

/**
 * Publishes through `write`, a line a call. Dimensions are the organization and the round: for some days of each month two
 * rounds are alive, one collecting and one deliberating, and without the round their numbers would alternate.
 */
export function embeddedMetrics(namespace: string, write: (line: string) => void): MetricsPublisher {
  return (organization, round, counts) => {
    const metrics = new Metrics({ namespace, serviceName: 'golden-ideas' });
    const [submitted, adopted, declined] = [
      counts.get('submitted') ?? 0,
      counts.get('adopted') ?? 0,
      counts.get('declined') ?? 0,
    ];
    const { value } = rate(adopted, submitted);
    // Metrics come with a dimension for the service, which would make them other metrics than those of the names above.
    metrics.clearDefaultDimensions();
    metrics.setDefaultDimensions({ organization, round });
    metrics.addMetric(METRIC.submitted, MetricUnit.Count, submitted);
    metrics.addMetric(METRIC.adopted, MetricUnit.Count, adopted);
    metrics.addMetric(METRIC.decided, MetricUnit.Count, adopted + declined);
    if (value !== null)
      metrics.addMetric(METRIC.adoptionRate, MetricUnit.Percent, Math.round(value * 10_000) / 100);
    write(JSON.stringify(metrics.serializeMetrics()));
  };
}
