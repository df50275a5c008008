/**
 * Metrics in CloudWatch's embedded format: a log line that CloudWatch turns into metrics. Their
 * cost depends on their dimensions, so an organization is a dimension only on request; the log
 * lines of all others can be searched.
 */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { OrganizationId } from '../domain/kernel/ids.ts';
import { type EmitMetrics, type Measured, valuesOf } from './measured.ts';
import { WHOLE_SYSTEM } from './names.ts';

interface Embedding {
  readonly namespace: string;
  /** Whether an organization has metrics of its own. */
  readonly isWatched: (organization: OrganizationId) => boolean;
}

const UNITS = {
  Count: MetricUnit.Count,
  Percent: MetricUnit.Percent,
  None: MetricUnit.NoUnit,
} as const;

/** Emits through `write`, a line for each call. */
export function embeddedMetrics(
  { namespace, isWatched }: Embedding,
  write: (line: string) => void,
): EmitMetrics {
  return measured => {
    const values = valuesOf(measured);
    const facts = factsOf(measured);
    const dimensions = dimensionsOf(measured, isWatched);
    if (!dimensions) {
      const told = Object.fromEntries(values.map(([{ name }, value]) => [name, value]));
      write(JSON.stringify({ kind: measured.kind, ...facts, ...told }));
      return;
    }
    const metrics = new Metrics({ namespace, serviceName: WHOLE_SYSTEM.service });
    // The library adds a dimension for the service; ours are set here alone.
    metrics.clearDefaultDimensions();
    metrics.setDefaultDimensions(dimensions);
    for (const [fact, value] of Object.entries({ kind: measured.kind, ...facts }))
      if (!(fact in dimensions)) metrics.addMetadata(fact, value);
    for (const [{ name, unit }, value] of values) metrics.addMetric(name, UNITS[unit], value);
    write(JSON.stringify(metrics.serializeMetrics()));
  };
}

/** The subject of the numbers. */
function factsOf(measured: Measured): Record<string, string> {
  return {
    ...('organization' in measured && { organization: measured.organization }),
    ...('round' in measured && { round: measured.round }),
  };
}

/**
 * The dimensions of its metrics; undefined for a searchable line alone. The round is a dimension
 * beside its organization: for some days of each month two rounds are live, and without it their
 * numbers would alternate.
 */
function dimensionsOf(
  measured: Measured,
  isWatched: Embedding['isWatched'],
): Record<string, string> | undefined {
  switch (measured.kind) {
    case 'round':
    case 'overdue':
      return isWatched(measured.organization) ? factsOf(measured) : undefined;
    case 'publication':
    case 'overdue-in-all':
    case 'audit':
    case 'steps':
    case 'skipped':
      return WHOLE_SYSTEM;
  }
}
