/** The event of a founding: the parsed file, and whether it is only a preview. */
import * as z from 'zod/mini';

export const foundingOrder = z.object({ file: z.unknown(), preview: z.boolean() });

export type FoundingOrder = z.output<typeof foundingOrder>;
