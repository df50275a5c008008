/** What a founding is asked for: the file as it was read, and whether only to say what it would do. */
import * as z from 'zod/mini';

export const foundingOrder = z.object({ file: z.unknown(), preview: z.boolean() });

export type FoundingOrder = z.output<typeof foundingOrder>;
