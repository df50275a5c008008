/** Additional wiring of the functions behind the API; see `shared/http/fair-share.ts`. */
import * as z from 'zod/mini';
import { type FairShare, fairShare } from '../shared/http/fair-share.ts';

/** The share of an environment's time that one organization may use, from 0.1 to 1. */
export const shareVariables = {
  ORGANIZATION_SHARE: z.string().check(z.regex(/^(1|0\.[1-9])$/)),
};

export function fairShareOf(env: { readonly ORGANIZATION_SHARE: string }): FairShare {
  return fairShare(Number(env.ORGANIZATION_SHARE));
}
