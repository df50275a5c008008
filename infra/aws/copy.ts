/**
 * A daily copy of the table in another account, if the settings name a vault there. It is for what
 * point-in-time recovery cannot mend: the loss of this account, or of its table with all backups.
 * `docs/restore.md` says what to prepare there, and the way back.
 */
import * as backup from 'aws-cdk-lib/aws-backup';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Data } from './data.ts';

/**
 * Long enough to find a damage that a quarter's numbers show. An erased person is in the copies for
 * as long, so it is no longer than that (`docs/erasure.md`).
 */
export const DAYS_ELSEWHERE = 90;

/** A failed copy can be repeated for a week. Everything else here is for point-in-time recovery. */
export const DAYS_HERE = 7;

interface CopyProps {
  readonly data: Data;
  /** The ARN of the vault in the other account. */
  readonly copyTo: string;
  readonly alarms: Alarms;
}

export class Copy extends Construct {
  constructor(scope: Construct, id: string, { data, copyTo, alarms }: CopyProps) {
    super(scope, id);
    // Encrypted by the account's own key of AWS Backup: with its advanced features for DynamoDB,
    // the copy is encrypted anew by the other vault's key, and neither account needs the other's.
    const vault = new backup.BackupVault(this, 'Vault', {
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const plan = new backup.BackupPlan(this, 'Plan', {
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: 'daily',
          backupVault: vault,
          // 1 a.m. in China, when nobody writes.
          scheduleExpression: Schedule.cron({ hour: '17', minute: '0' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(8),
          deleteAfter: Duration.days(DAYS_HERE),
          copyActions: [
            {
              destinationBackupVault: backup.BackupVault.fromBackupVaultArn(
                this,
                'Elsewhere',
                copyTo,
              ),
              deleteAfter: Duration.days(DAYS_ELSEWHERE),
            },
          ],
        }),
      ],
    });
    plan.addSelection('Table', {
      resources: [backup.BackupResource.fromArn(data.tableArn)],
      role: this.roleFor({ data, copyTo, vaultArn: vault.backupVaultArn }),
      disableDefaultBackupPolicy: true,
    });
    watch(this, alarms, vault.backupVaultName);
  }

  /** AWS's own policy for this may read every disk, database and bucket; this one, the table. */
  private roleFor({
    data,
    copyTo,
    vaultArn,
  }: Pick<CopyProps, 'data' | 'copyTo'> & { readonly vaultArn: string }): iam.Role {
    const role = new iam.Role(this, 'Role', {
      description: 'The rights of the daily copy of the table',
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
    });
    const points = Stack.of(this).formatArn({ service: 'backup', resource: 'recovery-point:*' });
    const allow = (statement: iam.PolicyStatementProps) =>
      role.addToPolicy(new iam.PolicyStatement(statement));
    allow({
      actions: [
        'dynamodb:DescribeTable',
        'dynamodb:ListTagsOfResource',
        'dynamodb:StartAwsBackupJob',
      ],
      resources: [data.tableArn],
    });
    allow({
      actions: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
      resources: [copyTo, vaultArn],
    });
    allow({ actions: ['backup:TagResource'], resources: [points] });
    allow({
      actions: ['backup:CopyFromBackupVault'],
      resources: ['*'],
      conditions: { 'ForAllValues:ArnEquals': { 'backup:CopyTargets': [copyTo] } },
    });
    acceptFindings(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'The right to copy from a vault is given on everything, as in AWS’s own policy; the condition names the one place to copy to.',
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:backup:<AWS::Region>:<AWS::AccountId>:recovery-point:*]':
        'AWS gives the daily backup its name; the role may put the table’s tags on it, and nothing else.',
    });
    return role;
  }
}

function watch(scope: Construct, alarms: Alarms, BackupVaultName: string): void {
  const jobs = (metricName: string, period: Duration) =>
    new Metric({
      namespace: 'AWS/Backup',
      metricName,
      dimensionsMap: { BackupVaultName },
      statistic: Stats.SUM,
      period,
    });
  const period = Duration.hours(1);
  alarms.watch(scope, 'Failures', {
    name: 'copy-failures',
    impact: 'Nobody notices, but yesterday’s state of the table is not in the other account.',
    metric: new MathExpression({
      label: 'Backups and copies that failed',
      expression: 'FILL(backups, 0) + FILL(unstarted, 0) + FILL(copies, 0)',
      usingMetrics: {
        backups: jobs('NumberOfBackupJobsFailed', period),
        unstarted: jobs('NumberOfBackupJobsAborted', period),
        copies: jobs('NumberOfCopyJobsFailed', period),
      },
      period,
    }),
    when: { reaches: 1 },
    silence: 'good',
    tells: 'event',
  });
  alarms.watch(scope, 'NotRunning', {
    name: 'copy-not-running',
    impact: 'Nobody notices, but the other account has no copy of the table of the last day.',
    metric: jobs('NumberOfCopyJobsCompleted', Duration.hours(12)),
    when: { staysBelow: 1 },
    // One copy a day, whose hour varies with its size.
    periods: 3,
    silence: 'bad',
    tells: 'state',
  });
}
