/**
 * The environment of the `canary` function; the infrastructure's type comes from the same schema.
 */
import * as z from 'zod/mini';

const text = z.string();

export const canaryEnv = z.object({
  /** The origin that people open. */
  ADDRESS: z.url(),
  ISSUER: z.url(),
  /** Its client at the user pool, and its password there; empty with an issuer of the firm's own. */
  CLIENT_ID: text,
  CLIENT_SECRET: text,
  PASSWORD: text,
});
