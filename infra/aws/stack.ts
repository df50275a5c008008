/**
 * The whole system as one stack, because all of it is about one table and is deployed together. Every capability is a construct
 * in a file of its own; here stands how they hang together.
 */
import { CfnOutput, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Api } from './api.ts';
import { Cycle } from './cycle.ts';
import { Data } from './data.ts';
import { Identity } from './identity.ts';
import { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

export class GoldenIdeasStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Golden Ideas: from an idea to a published adoption rate',
      // Nobody deletes a firm's ideas by deleting a stack.
      terminationProtection: true,
    });

    const data = new Data(this, 'Data');
    const identity = new Identity(this, 'Identity', settings.signIn);
    const api = new Api(this, 'Api', { data, identity });
    const cycle = new Cycle(this, 'Cycle', { data });
    const metrics = new Metrics(this, 'Metrics', { data });

    Tags.of(this).add('project', 'golden-ideas');
    for (const capability of [data, identity, api, cycle, metrics])
      Tags.of(capability).add('capability', capability.node.id.toLowerCase());

    new CfnOutput(this, 'ApiUrl', { value: api.url, description: 'Where the API answers, below /api' });
    new CfnOutput(this, 'Issuer', { value: identity.issuer, description: 'Who issues the tokens' });
    new CfnOutput(this, 'Audience', {
      value: identity.audience,
      description: 'Whom the tokens are for; with a user pool, the id of its client',
    });
  }
}
