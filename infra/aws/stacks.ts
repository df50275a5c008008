/** The stacks of an installation, connected. */
import type { Construct } from 'constructs';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Settings } from './settings.ts';

/** Their ids are their names in CloudFormation; commands take that of the service. */
export function installation(
  scope: Construct,
  settings: Settings,
): { readonly data: DataStack; readonly service: ServiceStack } {
  const data = new DataStack(scope, 'GoldenIdeasData', settings);
  return { data, service: new ServiceStack(scope, 'GoldenIdeas', { data, settings }) };
}
