/**
 * Where to sign in: read from `/config.json`, which is written when the pages are deployed. The same build thus serves every
 * environment and every issuer.
 */
import * as z from 'zod/mini';

const configuration = z.object({ issuer: z.string(), clientId: z.string(), audience: z.string() });
export type Configuration = z.output<typeof configuration>;

/** Throws when the file cannot be had or is not what it should be. */
export async function fetchConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return z.parse(configuration, await response.json());
}
