/**
 * A comment while it is being written. It is kept on the device until it has arrived, with the key that makes it one comment
 * however often it is tried.
 */
import * as z from 'zod/mini';

const draft = z.object({ key: z.string(), text: z.string() });
export type CommentDraft = Readonly<z.output<typeof draft>>;

/** Reads what was kept; undefined if there is nothing, or nothing that can be read. */
export function readCommentDraft(text: string | null): CommentDraft | undefined {
  if (text === null) return undefined;
  try {
    return z.parse(draft, JSON.parse(text));
  } catch {
    return undefined;
  }
}
