/**
 * The firewall before CloudFront, if the settings ask for one. AWS keeps it in us-east-1, whatever
 * region the rest is in, so it is a stack of its own.
 */
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { CfnOutput, Fn, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

const REGION = 'us-east-1';
const OUTPUT = 'WebAclArn';

export class EdgeStack extends Stack {
  /** The firewall's ARN, to be read in another region. */
  readonly webAclArn: string;

  /** @param rate the requests of one address in five minutes, above which it is blocked */
  constructor(scope: Construct, id: string, { rate }: { readonly rate: number }) {
    super(scope, id, {
      description: 'Golden Ideas: the firewall before CloudFront',
      env: { region: REGION },
      terminationProtection: true,
    });
    const visible = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName,
    });
    const acl = new wafv2.CfnWebACL(this, 'Firewall', {
      description: 'Golden Ideas',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('golden-ideas'),
      rules: [
        {
          name: 'rate',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: { limit: rate, aggregateKeyType: 'IP', evaluationWindowSec: 300 },
          },
          visibilityConfig: visible('golden-ideas-rate'),
        },
      ],
    });
    new CfnOutput(this, OUTPUT, { value: acl.attrArn, description: 'The firewall' });
    this.webAclArn = Fn.getStackOutput(this.stackName, OUTPUT, REGION);
    Tags.of(this).add('project', 'golden-ideas');
  }
}
