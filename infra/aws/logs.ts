/**
 * A log group for one source of logs. It is made here and not by its first line, so that the
 * retention is defined: a quarter, within which the round in question has been published.
 */
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { NAMESPACE, NEWER_ITEMS } from '../../shared/metrics/names.ts';

export class Logs extends LogGroup {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      retention: RetentionDays.THREE_MONTHS,
      // Logs outlive their source, but a first deployment that fails leaves nothing behind.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
  /**
   * Counts how often a function meets an item that a newer release has written. The function logs
   * an error that it catches like any failure; Lambda logs an uncaught one.
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
