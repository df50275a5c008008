/** The daily copy of the table in another account, if the settings ask for one. */
import { expect, it } from 'vitest';
import { DAYS_ELSEWHERE, DAYS_HERE } from '../../infra/aws/copy.ts';
import { get, stack, synthesize } from './template.ts';

const copyTo = 'arn:aws:backup:eu-west-1:210987654321:backup-vault:golden-ideas';
const copied = synthesize({ copyTo });
const TYPES = ['BackupVault', 'BackupPlan', 'BackupSelection'].map(one => `AWS::Backup::${one}`);

function only(type: string, of = copied) {
  const [found, ...others] = of.ofType(type).values();
  if (found === undefined || others.length > 0) throw new Error(`not one ${type}`);
  return found;
}

it('is made only on request', () => {
  expect(TYPES.map(type => stack.ofType(type).size)).toEqual([0, 0, 0]);
  expect(TYPES.map(type => copied.ofType(type).size)).toEqual([1, 1, 1]);
});

it('goes there every day, and is kept there for longer than changes can be undone here', () => {
  expect(only('AWS::Backup::BackupPlan').Properties.BackupPlan).toMatchObject({
    BackupPlanRule: [
      {
        ScheduleExpression: 'cron(0 17 * * ? *)',
        TargetBackupVault: 'CopyVault.BackupVaultName',
        Lifecycle: { DeleteAfterDays: DAYS_HERE },
        CopyActions: [
          { DestinationBackupVaultArn: copyTo, Lifecycle: { DeleteAfterDays: DAYS_ELSEWHERE } },
        ],
      },
    ],
  });
  // Point-in-time recovery covers 35 days.
  expect(DAYS_ELSEWHERE).toBeGreaterThan(35);
});

it.for([
  [{}, 'DataTable.Arn'],
  [
    {
      tableName: 'restored',
      tableStreamArn:
        'arn:aws:dynamodb:eu-west-1:123456789012:table/restored/stream/2026-10-15T09:00:00.000',
    },
    'arn:AWS::Partition:dynamodb:AWS::Region:AWS::AccountId:table/restored',
  ],
] as const)('is of exactly the table in use: %o', ([table, arn]) => {
  const { Properties } = only('AWS::Backup::BackupSelection', synthesize({ copyTo, ...table }));
  expect(Properties.BackupSelection).toEqual({
    IamRoleArn: 'CopyRole.Arn',
    SelectionName: 'Table',
    Resources: [arn],
  });
});

it('has a vault here that outlives the stack, but not a failed first deployment', () => {
  expect(only('AWS::Backup::BackupVault')).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});

it('can read one table and copy to one place', () => {
  expect(get(copied.ofType('AWS::IAM::Role'), 'CopyRole')).not.toHaveProperty('ManagedPolicyArns');
  const { PolicyDocument } = get(copied.ofType('AWS::IAM::Policy'), 'CopyRoleDefaultPolicy');
  expect(PolicyDocument).toMatchObject({
    Statement: [
      { Resource: 'DataTable.Arn' },
      { Resource: [copyTo, 'CopyVault.BackupVaultArn'] },
      { Action: 'backup:TagResource' },
      {
        Action: 'backup:CopyFromBackupVault',
        Condition: { 'ForAllValues:ArnEquals': { 'backup:CopyTargets': [copyTo] } },
      },
    ],
  });
});

it('has alarms for failures and for silence, about its own vault', () => {
  const alarms = copied.ofType('AWS::CloudWatch::Alarm');
  expect(get(alarms, 'CopyNotRunning')).toMatchObject({
    MetricName: 'NumberOfCopyJobsCompleted',
    Dimensions: [{ Name: 'BackupVaultName', Value: 'CopyVault.BackupVaultName' }],
    TreatMissingData: 'breaching',
    AlarmActions: ['AlarmsTopic'],
  });
  const failures = JSON.stringify(get(alarms, 'CopyFailures'));
  for (const metric of ['BackupJobsFailed', 'BackupJobsAborted', 'CopyJobsFailed'])
    expect(failures).toContain(`NumberOf${metric}`);
});
