/** The stacks of an installation, connected. */
import type { Construct } from 'constructs';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Settings } from './settings.ts';

interface Installation {
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** The firewall, if the settings ask for one. */
  readonly edge: EdgeStack | undefined;
}

/** Their ids are their names in CloudFormation; commands take that of the service. */
export function installation(scope: Construct, settings: Settings): Installation {
  const { site } = settings;
  const data = new DataStack(scope, 'GoldenIdeasData', settings);
  const edge =
    site.by === 'cloudfront' && site.waf !== undefined
      ? new EdgeStack(scope, 'GoldenIdeasEdge', { rate: site.waf })
      : undefined;
  const webAclArn = edge?.webAclArn;
  const service = new ServiceStack(scope, 'GoldenIdeas', { data, settings, webAclArn });
  if (edge) service.addStackDependency(edge);
  return { data, service, edge };
}
