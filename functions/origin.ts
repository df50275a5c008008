/** Additional wiring of the functions behind the API; see `shared/http/origin.ts`. */
import * as z from 'zod/mini';

/** The secrets with commas between them; none if the site's host sends none. */
export const originVariables = { ORIGIN_SECRETS: z.string() };

export function originSecrets({
  ORIGIN_SECRETS,
}: {
  readonly ORIGIN_SECRETS: string;
}): readonly string[] {
  return ORIGIN_SECRETS.split(',').filter(secret => secret !== '');
}
