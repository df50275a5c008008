/**
 * A comment while it is being written. It is stored on the device until it has arrived, with the
 * key that makes one comment of repeated attempts.
 */
import * as z from 'zod/mini';

const draft = z.object({ key: z.string(), text: z.string() });
export type CommentDraft = Readonly<z.output<typeof draft>>;

/** Reads the stored draft; undefined if there is none, or if it is unreadable. */
export function readCommentDraft(text: string | null): CommentDraft | undefined {
  if (text === null) return undefined;
  try {
    return z.parse(draft, JSON.parse(text));
  } catch {
    return undefined;
  }
}
