/** The stored draft of a comment, and a list after an act on one of its comments. */
import { describe, expect, it } from 'vitest';
import { readCommentDraft } from '../../../../web/features/ideas/comment-draft.ts';
import { withComment } from '../../../../web/features/ideas/use-comments.ts';

describe('the draft of a comment', () => {
  it('is read back as it was stored, and anything else is discarded', () => {
    const draft = { key: 'k1', text: '挡板要可拆' };
    expect(readCommentDraft(JSON.stringify(draft))).toEqual(draft);
    for (const other of ['{"text":"挡板"}', '{"key":"k1","text":7}', 'not json', null])
      expect(readCommentDraft(other)).toBeUndefined();
  });
});

describe('a list in pages', () => {
  const pages = [
    {
      items: [
        { id: 'a', hidden: false },
        { id: 'b', hidden: false },
      ],
      nextCursor: 'b',
    },
    { items: [{ id: 'c', hidden: false }] },
  ];

  it('shows the new state of one comment, and leaves the others and its pages unchanged', () => {
    expect(withComment(pages, { id: 'b', hidden: true })).toEqual([
      {
        items: [
          { id: 'a', hidden: false },
          { id: 'b', hidden: true },
        ],
        nextCursor: 'b',
      },
      { items: [{ id: 'c', hidden: false }] },
    ]);
  });

  it('does not grow by a comment that it does not have', () => {
    expect(withComment(pages, { id: 'd', hidden: true })).toEqual(pages);
  });
});
