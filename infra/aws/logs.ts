/**
 * A log group for one thing that logs. It is made here and not by the first line logged, so that what is kept, and for how long,
 * is decided: a quarter, in which the round a question is about has been published.
 */
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { NAMESPACE, NEWER_ITEMS } from '../../shared/metrics/names.ts';

export class Logs extends LogGroup {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      retention: RetentionDays.THREE_MONTHS,
      // Logs outlive what they are about, but a first deployment that fails leaves nothing behind.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
  /**
   * Counts how often a function meets an item that a newer release has written: what it catches it tells as any failure, and what
   * it does not Lambda tells.
   */
  countNewerItems(): void {
    new MetricFilter(this, 'NewerItems', {
      logGroup: this,
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.error', '=', 'NewerItem'),
        FilterPattern.stringValue('$.message.errorType', '=', 'NewerItem'),
      ),
      metricNamespace: NAMESPACE,
      metricName: NEWER_ITEMS,
      metricValue: '1',
    });
  }
}
