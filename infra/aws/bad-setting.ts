/** A setting that cannot be used. Its message says why, and a command shows nothing else of it. */
import * as z from 'zod/mini';

export class BadSetting extends Error {}

/** Runs what reads settings, and turns its errors into sentences about them. */
export function withSentences<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof z.core.$ZodError)
      throw new BadSetting(error.issues.map(({ message }) => message).join('\n'), { cause: error });
    if (error instanceof Error) throw new BadSetting(error.message, { cause: error });
    throw error;
  }
}
