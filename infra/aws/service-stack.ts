/**
 * The whole system but its data, as one stack, because it all concerns one table and is deployed
 * together. Every capability is a construct in a file of its own; this file connects them.
 */
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnOutput, Fn, Lazy, Stack, Tags } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Budget } from './budget.ts';
import { Canary } from './canary.ts';
import { Copy } from './copy.ts';
import { Cycle } from './cycle.ts';
import { Dashboard } from './dashboard.ts';
import { Data } from './data.ts';
import type { DataStack } from './data-stack.ts';
import { Founding } from './founding.ts';
import { Identity, signInOrigins } from './identity.ts';
import { metricsVariables } from './metrics.ts';
import { Photos } from './photos.ts';
import { Projections } from './projections.ts';
import { Audit } from './reconciliation.ts';
import { RELEASE } from './release.ts';
import { Rollout } from './rollout.ts';
import { SearchIndex } from './search-index.ts';
import type { Settings } from './settings.ts';
import { Site } from './site.ts';

interface ServiceProps {
  readonly data: DataStack;
  readonly settings: Settings;
  /** The ARN of the firewall before the site, if there is one. */
  readonly webAclArn: string | undefined;
}

export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id, {
      description: 'Golden Ideas: from an idea to a published adoption rate',
      // Without it nobody can sign in any more, and the queues of what failed are gone.
      terminationProtection: true,
    });

    const { data: dataStack, settings, webAclArn } = props;
    const alarms = new Alarms(this, 'Alarms', { email: settings.alarmEmail });
    const rollout = new Rollout(this, 'Rollout', { by: settings.rollout, alarms });
    const { hashKey, signIn } = dataStack;
    const table =
      settings.table === undefined
        ? dataStack.table.resource
        : TableV2.fromTableAttributes(this, 'Table', settings.table);
    const data = new Data(this, 'Data', { table, alarms });
    const photos = new Photos(this, 'Photos', {
      ...{ data, alarms, rollout },
      photos: dataStack.photos,
      concurrency: settings.concurrency,
      tracing: settings.tracing,
    });
    // The site needs the API's host, the sign-in the site's address, and the API the sign-in: the
    // first of them is known when the others are.
    const site =
      settings.site.by === 'cloudfront'
        ? new Site(this, 'Site', {
            settings: settings.site,
            apiHost: Lazy.string({ produce: () => Fn.parseDomainName(api.url) }),
            connects: [...signInOrigins(signIn), photos.uploadOrigin],
            webAclArn,
          })
        : undefined;
    const webOrigin = settings.site.by === 'own-host' ? settings.site.webOrigin : site?.origin;
    const identity = new Identity(this, 'Identity', {
      ...{ signIn, webOrigin },
      canary: settings.canary,
    });
    const originSecrets = site?.secrets.taken ?? '';
    const { concurrency, throttles, organizationShare, tracing } = settings;
    const api: Api = new Api(this, 'Api', {
      ...{
        data,
        hashKey,
        identity,
        photos,
        originSecrets,
        alarms,
        concurrency,
        throttles,
        organizationShare,
        rollout,
        tracing,
      },
    });
    site?.sendSecretAfter(api.functions);
    site?.publish(identity.configuration, api);
    const measured = {
      ...{ data, alarms, concurrency, rollout, tracing },
      measuring: metricsVariables(settings.watched),
    };
    const cycle = new Cycle(this, 'Cycle', { ...measured, hashKey });
    const metrics = new Projections(this, 'Metrics', { ...measured, photos });
    const searchIndex = new SearchIndex(this, 'Search', {
      ...{ data, alarms, concurrency, rollout, tracing },
    });
    const audit = new Audit(this, 'Audit', { ...measured, photos });
    const founding = new Founding(this, 'Founding', {
      data,
      alarms,
      concurrency,
      rollout,
      tracing,
    });
    const canary =
      settings.canary && webOrigin !== undefined
        ? new Canary(this, 'Canary', {
            address: webOrigin,
            ...{ identity, alarms, concurrency, rollout, tracing },
          })
        : undefined;
    const copy =
      settings.copyTo === undefined
        ? undefined
        : new Copy(this, 'Copy', { data, copyTo: settings.copyTo, alarms });
    if (settings.budget) new Budget(this, 'Budget', settings.budget);
    const dashboard = new Dashboard(this, 'Dashboard', {
      ...{ data, api, metrics, searchIndex, alarms },
    });

    Tags.of(this).add('project', 'golden-ideas');
    for (const capability of [
      ...(site ? [site] : []),
      ...(canary ? [canary] : []),
      ...(copy ? [copy] : []),
      data,
      identity,
      photos,
      api,
      cycle,
      metrics,
      searchIndex,
      audit,
      founding,
      rollout,
      alarms,
      dashboard,
    ])
      Tags.of(capability).add('capability', capability.node.id.toLowerCase());

    new CfnOutput(this, 'Release', { value: RELEASE, description: 'The release that runs' });
    if (site)
      new CfnOutput(this, 'Address', {
        value: site.origin,
        description: 'The address that people open',
      });
    if (site)
      new CfnOutput(this, 'DistributionHost', {
        value: site.host,
        description: 'The name to which the domain must lead (CNAME, or ALIAS in Route 53)',
      });
    else
      new CfnOutput(this, 'UploadOrigin', {
        value: photos.uploadOrigin,
        description: 'Where photos are uploaded to, for the pages’ content security policy',
      });
    new CfnOutput(this, 'ApiUrl', {
      value: api.url,
      description: 'The API’s own address; behind a site it answers nothing itself',
    });
    new CfnOutput(this, 'Issuer', {
      value: identity.issuer,
      description: 'The issuer of the tokens',
    });
    new CfnOutput(this, 'Audience', {
      value: identity.audience,
      description: 'The audience of the tokens; with a user pool, the id of its client',
    });
    new CfnOutput(this, 'Configuration', {
      value: identity.configuration,
      description: 'The content of /config.json beside the pages',
    });
    if (canary?.passwordArn !== undefined)
      new CfnOutput(this, 'CanaryPassword', {
        value: canary.passwordArn,
        description: 'The secret with the canary’s password, for npm run canary -- --stack …',
      });
    new CfnOutput(this, 'AlarmTopic', {
      value: alarms.topicArn,
      description: 'The topic of the alarms; subscribe here',
    });
    new CfnOutput(this, 'UncountedQueue', {
      value: metrics.replay.queueUrl,
      description: 'The dead-letter queue, for npm run replay -- --stack …',
    });
    new CfnOutput(this, 'CountingFunction', {
      value: metrics.replay.functionName,
      description: 'The function that replays it',
    });
    new CfnOutput(this, 'UnindexedQueue', {
      value: searchIndex.replay.queueUrl,
      description: 'The dead-letter queue of the search, for npm run replay -- --stack …',
    });
    new CfnOutput(this, 'SearchIndexFunction', {
      value: searchIndex.replay.functionName,
      description: 'The function that replays it',
    });
    new CfnOutput(this, 'FoundingFunction', {
      value: founding.functionName,
      description: 'The function that founds organizations, for npm run found -- --stack …',
    });
  }
}
