/**
 * Findings of cdk-nag that we accept, each with its reason and beside the resource that it is
 * about. `test/infra/nag.test.ts` fails on a finding that is not accepted, on one that is accepted
 * for more than one resource, and on an acceptance that no longer applies.
 */
import { CfnResource, Stack, Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import * as z from 'zod/mini';

/** Accepts findings, by their ids, at a resource; each value is the reason, in a sentence. */
export function acceptFindings(
  resource: IConstruct,
  reasons: Readonly<Record<string, string>>,
): void {
  Validations.of(resource).acknowledge(
    ...Object.entries(reasons).map(([id, reason]) => ({ id, reason })),
  );
}

/** The finding that a role may use any object of a bucket. */
export function anyObjectOf(bucket: IConstruct): string {
  const resource = bucket.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error('the bucket has no resource');
  return `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(resource)}.Arn>/*]`;
}

/** The same of a bucket in another stack, which exports its ARN. */
export function anyImportedObjectOf(bucket: IConstruct & { readonly bucketArn: string }): string {
  const stack = Stack.of(bucket);
  const imported: unknown = stack.resolve(stack.exportValue(bucket.bucketArn));
  const { 'Fn::ImportValue': name } = z.object({ 'Fn::ImportValue': z.string() }).parse(imported);
  return `AwsSolutions-IAM5[Resource::${name}/*]`;
}
