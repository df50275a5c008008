/**
 * A comment while it is being written. It is stored on the device until it has arrived, with the
 * key that makes one comment of repeated attempts.
 */
import { readFields } from '../../ui/form/draft-fields.ts';
import type { DraftKind } from '../../ui/form/kept-draft.ts';

export type CommentDraft = Readonly<Record<'key' | 'text', string>>;

/** Reads the stored draft; undefined if there is none, or if it is unreadable. */
export function readCommentDraft(text: string | null): CommentDraft | undefined {
  const read = readFields(text, { key: '', text: '' });
  return read.key === '' || read.text === '' ? undefined : read;
}

export const NEW_COMMENT: DraftKind<CommentDraft> = {
  read: readCommentDraft,
  start: () => ({ key: crypto.randomUUID(), text: '' }),
};
