/** Comments on an idea: written, refused, hidden with a reason, taken back and shown again. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import {
  hideComment,
  listComments,
  showComment,
  writeComment,
} from '../../../../shared/contract/routes/comments.ts';
import { Comments } from '../../../../web/features/ideas/components/comments.tsx';
import { en as enIdeas } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { en as enShared } from '../../../../web/i18n/en.ts';
import { zh as zhShared } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { at, author, colleague, listedIdea, secretary } from '../../sample.ts';

type Comment = ReplyOf<typeof listComments>['items'][number];

const zh = { ...zhShared, ...zhIdeas };
const en = { ...enShared, ...enIdeas };
const idea = listedIdea();
const comment = (changes: Partial<Comment> = {}): Comment => ({
  id: '01K7000000000000000000000A' as Comment['id'],
  organization: idea.organization,
  ideaId: idea.id,
  writer: colleague,
  text: '二号跨也要装。',
  writtenAt: at('2026-10-09 08:00'),
  hidden: null,
  trace: [],
  mayHide: false,
  mayShow: false,
  ...changes,
});
const hiddenBySecretary = {
  at: at('2026-10-09 09:00'),
  by: secretary,
  reason: '与金点子无关。',
};

async function open(
  items: readonly Comment[],
  {
    api = fakeApi(),
    of = idea,
    language,
  }: { api?: FakeApi; of?: typeof idea; language?: 'en' } = {},
) {
  api.answer(listComments, { items: [...items] });
  const page = await renderPage(<Comments idea={of} />, {
    api,
    ...(language !== undefined && { language }),
  });
  await waitFor(() => expect(screen.queryAllByRole('listitem')).toHaveLength(items.length));
  return page.api;
}

it('says that there are none, and takes none on a withdrawn idea', async () => {
  await open([], { of: { ...idea, status: 'withdrawn' }, language: 'en' });
  expect(await screen.findByText(en.commentsEmpty)).toBeTruthy();
  expect(screen.getByText(en.commentsClosed)).toBeTruthy();
  expect(screen.queryByLabelText(en.newComment)).toBeNull();
});

it('warns on an unnamed idea that a comment has its writer’s number', async () => {
  await open([], { of: { ...idea, unnamed: true } });
  expect(screen.getByText(zh.commentOnUnnamed)).toBeTruthy();
});

it('requires a text, and sends nothing without one', async () => {
  const api = await open([]);
  await press(zh.writeComment);
  expect(wrongFields()).toEqual(['text']);
  expect(document.activeElement).toBe(screen.getByLabelText(zh.newComment));
  expect(api.asked(writeComment)).toEqual([]);
});

it('lists a written comment, says so, and empties the field', async () => {
  const api = await open([]);
  await type(zh.newComment, '二号跨也要装。');
  const written = comment({ writer: author, mayHide: true });
  api.answer(writeComment, () => {
    api.answer(listComments, { items: [written] });
    return written;
  });
  await press(zh.writeComment);
  expect(await screen.findByText(zh.commentWritten)).toBeTruthy();
  expect(await screen.findByRole('listitem')).toBeTruthy();
  expect(typedIn(zh.newComment)).toBe('');
  expect(api.asked(writeComment)).toMatchObject([{ body: { text: '二号跨也要装。' } }]);
});

it('keeps the text after a failure, and retries under the same key', async () => {
  const api = await open([]);
  api.answer(writeComment, new NetworkFailure('gone'));
  await type(zh.newComment, '二号跨也要装。');
  await press(zh.writeComment);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  expect(typedIn(zh.newComment)).toBe('二号跨也要装。');
  await press(zh.writeComment);
  await waitFor(() => expect(api.asked(writeComment)).toHaveLength(2));
  const [first, second] = api.asked(writeComment).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).toBe(first);
});

it('takes another key only if the writer says that it is another comment', async () => {
  const api = await open([], { language: 'en' });
  api.answer(writeComment, refusal(422, 'key-reused'));
  await type(en.newComment, 'Span two as well.');
  await press(en.writeComment);
  expect((await screen.findByRole('alert')).textContent).toContain(en.commentKeyReused);
  await press(en.writeAsNew);
  await waitFor(() => expect(api.asked(writeComment)).toHaveLength(2));
  const [first, second] = api.asked(writeComment).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).not.toBe(first);
});

const writer = zh.memberNumber(colleague);

it('hides a comment with a reason, at once, and shows it again by the undo', async () => {
  const api = await open([comment({ mayHide: true })]);
  await press(zh.hideCommentOf(writer));
  await press(zh.hideComment);
  expect(wrongFields()).toEqual(['reason']);
  await type(zh.hidingReason, hiddenBySecretary.reason);
  const waiting = api.hold(hideComment);
  await press(zh.hideComment);
  const item = screen.getByRole('listitem');
  await waitFor(() => expect(item.textContent).toContain(hiddenBySecretary.reason));
  expect(api.asked(hideComment)).toMatchObject([{ body: { reason: hiddenBySecretary.reason } }]);
  const { text: _, ...shown } = comment({ hidden: hiddenBySecretary });
  waiting[0]?.answer(shown);
  await waitFor(() => expect(screen.queryByText('二号跨也要装。')).toBeNull());
  api.answer(showComment, comment());
  await press(zh.undo);
  await waitFor(() => expect(screen.getByText('二号跨也要装。')).toBeTruthy());
  expect(api.asked(showComment)).toHaveLength(1);
});

it('has a comment in the list while it is on its way', async () => {
  const api = await open([]);
  const waiting = api.hold(writeComment);
  await type(zh.newComment, '二号跨也要装。');
  await press(zh.writeComment);
  const item = await screen.findByRole('listitem');
  expect(item.textContent).toContain('二号跨也要装。');
  expect(item.getAttribute('aria-busy')).toBe('true');
  await waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.fail(new NetworkFailure('gone'));
  await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull());
  expect(typedIn(zh.newComment)).toBe('二号跨也要装。');
});

it('has a comment that is on its way in view also if the others cannot be read', async () => {
  const api = fakeApi();
  api.answer(listComments, new NetworkFailure('gone'));
  await renderPage(<Comments idea={idea} />, { api });
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  api.hold(writeComment);
  await type(zh.newComment, '二号跨也要装。');
  await press(zh.writeComment);
  expect((await screen.findByRole('listitem')).textContent).toContain('二号跨也要装。');
});

it('names its writer, and says of one who was erased that they were', async () => {
  const api = fakeApi();
  api.answer(listComments, {
    items: [
      comment(),
      comment({ id: '01K7000000000000000000000B' as Comment['id'], writer: author }),
    ],
    people: {
      [colleague]: { name: '李桂英', department: '铸造车间', left: true },
      [author]: { department: '铸造车间', erased: true },
    },
  } as ReplyOf<typeof listComments>);
  await renderPage(<Comments idea={idea} />, { api });
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  const [first, second] = screen.getAllByRole('listitem').map(item => item.textContent ?? '');
  for (const text of ['李桂英', '铸造车间', zh.leftMember]) expect(first).toContain(text);
  expect(second).toContain(zh.erasedMember);
  expect(second).not.toContain(author);
});

it('keeps the reason when hiding is refused', async () => {
  const api = await open([comment({ mayHide: true })]);
  await press(zh.hideCommentOf(writer));
  await type(zh.hidingReason, '与金点子无关。');
  api.answer(hideComment, refusal(409, 'changed-meanwhile'));
  await press(zh.hideComment);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(typedIn(zh.hidingReason)).toBe('与金点子无关。');
  expect(screen.getByText('二号跨也要装。')).toBeTruthy();
});

it('lets writers take back their own comment, in words of their own', async () => {
  await open([comment({ writer: author, mayHide: true })], { language: 'en' });
  await press(en.takeBackOwnComment);
  await type(en.hidingReason, 'A mistake.');
  expect(screen.getByRole('button', { name: en.takeBackComment })).toBeTruthy();
});

it('shows a comment again after a confirmation', async () => {
  const hidden = comment({ hidden: hiddenBySecretary, mayShow: true });
  const api = await open([hidden]);
  expect(screen.getByText(zh.hiddenFromOthers)).toBeTruthy();
  await press(zh.showCommentOf(writer));
  await press(zh.cancel);
  expect(api.asked(showComment)).toEqual([]);
  await press(zh.showCommentOf(writer));
  api.answer(showComment, comment());
  await press(zh.confirm);
  await waitFor(() => expect(screen.queryByText(zh.hiddenFromOthers)).toBeNull());
  expect(screen.getByText('二号跨也要装。')).toBeTruthy();
});

it('leaves a comment hidden when showing it is refused', async () => {
  const api = await open([comment({ hidden: hiddenBySecretary, mayShow: true })]);
  await press(zh.showCommentOf(writer));
  api.answer(showComment, refusal(409, 'shown-too-often'));
  await press(zh.confirm);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByText(zh.hiddenFromOthers)).toBeTruthy();
});
