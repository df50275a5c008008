/**
 * The operator's function: it founds organizations and appoints the people of zones. Only
 * `npm run found -- --stack …` invokes it, with the rights of the person who runs the command; no
 * route and no schedule leads to it.
 */
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { foundingEnv } from '../../functions/founding/env.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';

interface FoundingProps {
  readonly data: Data;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

export class Founding extends Construct {
  readonly functionName: string;

  constructor(
    scope: Construct,
    id: string,
    { data, alarms, concurrency, rollout, tracing }: FoundingProps,
  ) {
    super(scope, id);
    const founding = new ServerFunction(this, 'Founding', {
      name: 'founding',
      whenItFails:
        'operators cannot found organizations or appoint people; existing organizations are not affected.',
      schema: foundingEnv,
      environment: { TABLE_NAME: data.tableName },
      memory: 512,
      // It writes the people of a large zone one after another.
      timeout: Duration.seconds(50),
      alarms,
      concurrency,
      rollout,
      tracing,
      data,
    });
    this.functionName = founding.liveName;
  }
}
