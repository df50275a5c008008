/** Reading a deployed stack through the AWS CLI, before it is split. */
import { expect, it } from 'vitest';
import { deployedStack } from '../../../infra/cli/deployed-stack.ts';
import { splitStack } from '../../../infra/cli/stack-split.ts';

const TEMPLATE = {
  Resources: {
    Table1: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain' },
    Key1: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain' },
    Pool1: { Type: 'AWS::Cognito::UserPool', DeletionPolicy: 'Retain' },
    Function1: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Table: { Ref: 'Table1' },
        Stream: { 'Fn::GetAtt': ['Table1', 'StreamArn'] },
        Key: { 'Fn::GetAtt': ['Key1', 'Arn'] },
        Issuer: { 'Fn::GetAtt': ['Pool1', 'ProviderURL'] },
        Own: { Ref: 'AWS::Region' },
      },
    },
  },
};

/** The answers of the account, by the beginning of the command. */
const ANSWERS = {
  'cloudformation get-template --stack-name Ideas': TEMPLATE,
  'cloudformation list-stack-resources --stack-name Ideas': [
    { LogicalResourceId: 'Table1', PhysicalResourceId: 'Ideas-Table1-ABC' },
    { LogicalResourceId: 'Key1', PhysicalResourceId: '1234-5678' },
    { LogicalResourceId: 'Pool1', PhysicalResourceId: 'eu-west-1_AbC' },
    { LogicalResourceId: 'Function1', PhysicalResourceId: 'Ideas-Function1' },
  ],
  'dynamodb describe-table --table-name Ideas-Table1-ABC': {
    TableArn: 'arn:table',
    LatestStreamArn: 'arn:table/stream/1',
  },
  'kms describe-key --key-id 1234-5678': 'arn:key',
  'cognito-idp describe-user-pool --user-pool-id eu-west-1_AbC':
    'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbC',
};

const aws =
  (answers: Readonly<Record<string, unknown>>) =>
  async (...parameters: readonly string[]): Promise<string> => {
    const command = parameters.join(' ');
    const found = Object.entries(answers).find(([begin]) => command.startsWith(begin));
    if (!found) throw new Error(`not expected: ${command}`);
    return JSON.stringify(found[1]);
  };

it('gives references the values that they have', async () => {
  const { template, existing } = await deployedStack('Ideas', aws(ANSWERS));
  const { service, resourcesToImport } = splitStack(template, existing);
  expect(service.Resources).toEqual({
    Function1: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Table: 'Ideas-Table1-ABC',
        Stream: 'arn:table/stream/1',
        Key: 'arn:key',
        Issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC',
        Own: { Ref: 'AWS::Region' },
      },
    },
  });
  expect(resourcesToImport.map(one => one.ResourceIdentifier)).toEqual([
    { TableName: 'Ideas-Table1-ABC' },
    { KeyId: '1234-5678' },
    { UserPoolId: 'eu-west-1_AbC' },
  ]);
});

it('refuses a stack that lacks what its template has', async () => {
  const lost = { ...ANSWERS, 'cloudformation list-stack-resources --stack-name Ideas': [] };
  await expect(deployedStack('Ideas', aws(lost))).rejects.toThrow(/no Table1 in Ideas/);
});
