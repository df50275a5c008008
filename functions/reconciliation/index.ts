/** Wiring of the `reconciliation` function on Lambda. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pictures } from '../../shared/store/pictures.ts';
import { bucketsOf } from '../buckets.ts';
import { metricsEmitter } from '../metrics-emitter.ts';
import { runtime } from '../runtime.ts';
import { s3Client } from '../s3-client.ts';
import { reconciliationEnv } from './env.ts';
import { reconciliationHandler } from './handler.ts';
import { reconciliationOrder } from './order.ts';

const env = reconciliationEnv.parse(process.env);

/** The stream delivers a change within a second or two. */
const MOMENT_MS = 1000;

const reconcile = reconciliationHandler({
  ...runtime('reconciliation', env),
  emit: metricsEmitter(env),
  pictures: pictures(s3Client(), bucketsOf(env)),
  wait: () => sleep(MOMENT_MS),
});

export const handler = (event: unknown) => reconcile(reconciliationOrder.parse(event ?? {}));
