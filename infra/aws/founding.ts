/**
 * The operator's function: it founds organizations and appoints the people of zones. Nothing calls it but `npm run found -- --stack …`,
 * with the rights of whoever runs that; no route leads to it, and there is no schedule.
 */
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { foundingEnv } from '../../functions/founding/env.ts';
import type { Alarms } from './alarms.ts';
import type { Data } from './data.ts';
import { ServerFunction } from './server-function.ts';

interface FoundingProps {
  readonly data: Data;
  readonly alarms: Alarms;
}

export class Founding extends Construct {
  readonly functionName: string;

  constructor(scope: Construct, id: string, { data, alarms }: FoundingProps) {
    super(scope, id);
    const founding = new ServerFunction(this, 'Founding', {
      name: 'founding',
      whenItFails: 'no organization is founded and nobody is appointed in a zone; what is there goes on.',
      schema: foundingEnv,
      environment: { TABLE_NAME: data.tableName },
      memory: 512,
      // The people of a large zone are written one after another.
      timeout: Duration.seconds(50),
      alarms,
      data,
    });
    this.functionName = founding.lambda.functionName;
  }
}
