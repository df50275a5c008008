/**
 * The firewall before CloudFront, if the settings ask for one. AWS keeps it in us-east-1, whatever
 * region the rest is in, so it is a stack of its own.
 */
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { CfnOutput, Fn, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { API_PREFIX } from '../../shared/contract/route.ts';

const REGION = 'us-east-1';
const OUTPUT = 'WebAclArn';

/** All requests of a visit, files included, by those to the API. */
const FILES_AND_API = 5;

export class EdgeStack extends Stack {
  /** The firewall's ARN, to be read in another region. */
  readonly webAclArn: string;

  /** @param rate the requests of one address to the API in five minutes, above which it is blocked */
  constructor(scope: Construct, id: string, { rate }: { readonly rate: number }) {
    super(scope, id, {
      description: 'Golden Ideas: the firewall before CloudFront',
      env: { region: REGION },
      terminationProtection: true,
    });
    const acl = new wafv2.CfnWebACL(this, 'Firewall', {
      description: 'Golden Ideas',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('golden-ideas'),
      rules: [
        limit('api', 0, {
          limit: rate,
          scopeDownStatement: {
            byteMatchStatement: {
              fieldToMatch: { uriPath: {} },
              positionalConstraint: 'STARTS_WITH',
              searchString: `${API_PREFIX}/`,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
        }),
        limit('all', 1, { limit: rate * FILES_AND_API }),
      ],
    });
    new CfnOutput(this, OUTPUT, { value: acl.attrArn, description: 'The firewall' });
    this.webAclArn = Fn.getStackOutput(this.stackName, OUTPUT, REGION);
    Tags.of(this).add('project', 'golden-ideas');
  }
}

function limit(
  name: string,
  priority: number,
  statement: Pick<wafv2.CfnWebACL.RateBasedStatementProperty, 'limit' | 'scopeDownStatement'>,
): wafv2.CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: { ...statement, aggregateKeyType: 'IP', evaluationWindowSec: 300 },
    },
    visibilityConfig: visible(`golden-ideas-${name}`),
  };
}

/** Counted, without samples of requests: they have tokens. */
function visible(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
