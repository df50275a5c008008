/** The alias that every caller calls; it leads to the version of the present release. */
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** The name of the alias. */
export const LIVE = 'live';

export interface LiveAlias {
  readonly resource: lambda.Alias;
  /** The same, for callers. */
  readonly callee: lambda.IFunction;
}

export function liveAlias(scope: Construct, of: lambda.Function): LiveAlias {
  const version: Construct = of.currentVersion;
  if (!isVersion(version)) throw new Error('a function without versions');
  const resource = new lambda.Alias(scope, 'Live', { aliasName: LIVE, version });
  const callee: Construct = resource;
  if (!isFunction(callee)) throw new Error('an alias that cannot be called');
  return { resource, callee };
}

// CDK's classes declare `undefined` where its interfaces leave properties out, which our compiler
// takes for different things.

function isVersion(one: Construct): one is Construct & lambda.IVersion {
  return one instanceof lambda.Version;
}

function isFunction(one: Construct): one is Construct & lambda.IFunction {
  return one instanceof lambda.Alias;
}
