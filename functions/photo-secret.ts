/** Additional wiring of the functions that make or check addresses of photos. */
import * as z from 'zod/mini';

/** The secret that signs the addresses; see `shared/http/photo-addresses.ts`. */
export const photoSecretVariables = { PHOTO_SECRET: z.string().check(z.minLength(16)) };

export function photoSecret({ PHOTO_SECRET }: { readonly PHOTO_SECRET: string }): string {
  return PHOTO_SECRET;
}
