/** Wiring of the `adoption-metrics` function on Lambda. */
import type { Pictures } from '../../shared/store/pictures.ts';
import { bucketsOf } from '../buckets.ts';
import { metricsEmitter } from '../metrics-emitter.ts';
import { runtime } from '../runtime.ts';
import { adoptionMetricsEnv } from './env.ts';
import { adoptionMetricsHandler } from './handler.ts';

const env = adoptionMetricsEnv.parse(process.env);

/** Loaded with the first photo that is removed: most changes concern none. */
let pictures: Promise<Pictures> | undefined;

async function loaded(): Promise<Pictures> {
  const [store, { s3Client }] = await Promise.all([
    import('../../shared/store/pictures.ts'),
    import('../s3-client.ts'),
  ]);
  return store.pictures(s3Client(), bucketsOf(env));
}

export const handler = adoptionMetricsHandler({
  ...runtime('adoption-metrics', env),
  emit: metricsEmitter(env),
  pictures: {
    async remove(organization, photo) {
      pictures ??= loaded();
      await (await pictures).remove(organization, photo);
    },
  },
});
