/** Ideas like the one that is being typed: when they are looked for, and supporting one instead. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import {
  listIdeas,
  listMyIdeas,
  submitIdea,
  supportIdea,
} from '../../../../shared/contract/routes/ideas.ts';
import { findSimilarIdeas } from '../../../../shared/contract/routes/search.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { zh as photoWords } from '../../../../web/features/photos/words.zh.ts';
import { zh as zhSearch } from '../../../../web/features/search/words.zh.ts';
import { SlipPage } from '../../../../web/features/slips/pages/slip-page.tsx';
import { RevisionForm } from '../../../../web/features/submission/components/revision-form.tsx';
import { HandInPage } from '../../../../web/features/submission/pages/submit-page.tsx';
import { zh as zhSubmission } from '../../../../web/features/submission/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi } from '../../fake-api.ts';
import { press, renderPage, type, typedIn } from '../../render-page.tsx';
import {
  author,
  colleague,
  detailedIdea,
  huatai,
  listedIdea,
  photo,
  secretary,
} from '../../sample.ts';

const zh = { ...shared, ...zhSubmission, ...zhSearch };
const near = listedIdea({
  id: '2026-09-00000000000000000000000001' as IdeaId,
  title: '行车加装限位',
  authorId: colleague,
  photos: [photo(1, 'problem', '料架')],
});
const own = listedIdea({
  id: '2026-09-00000000000000000000000002' as IdeaId,
  title: '行车限位',
  authorId: author,
});
const decided = listedIdea({
  id: '2026-08-00000000000000000000000003' as IdeaId,
  title: '行车装限位',
  authorId: colleague,
  status: 'withdrawn',
});
const returned = detailedIdea({ status: 'returned' });
const marks = { title: [[0, 2]] as [number, number][] };
const usual = zh.similarNearest(3, near.title);

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});

async function handIn(api: FakeApi = fakeApi()): Promise<FakeApi> {
  api.answer(findSimilarIdeas, {
    ideas: [near, own, decided].map(idea => ({ idea, marks })),
    people: {},
  });
  api.answer(listMyIdeas, { items: [] });
  await renderPage(<HandInPage />, { api });
  return api;
}

async function unfold(line = usual): Promise<void> {
  await fireEvent.click(await screen.findByText(line));
  const details = screen.getByText(line).closest('details');
  if (details !== null) details.open = true;
}

it('asks once the typing of four characters has rested, and says so without unfolding', async () => {
  const api = await handIn();
  await type(zh.title, '行车限');
  await type(zh.title, '行车限位');
  await type(zh.title, '行车限位器');
  const told = await screen.findByText(usual);
  expect(api.asked(findSimilarIdeas)).toEqual([
    { path: { organization: huatai }, body: { title: '行车限位器' } },
  ]);
  expect(told.closest('details')?.open).toBe(false);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
    zh.similarCount(3),
  );
});

it('no longer says that there are some once none is like the new title', async () => {
  const api = await handIn();
  await type(zh.title, '行车限位');
  await screen.findByText(usual);
  api.answer(findSimilarIdeas, { ideas: [], people: {} });
  await type(zh.title, '料架移到墙边');
  await waitFor(() => expect(screen.queryByText(usual)).toBeNull());
  expect(screen.queryByText(zh.similarCount(3))).toBeNull();
});

it('does not ask for what an input method is composing', async () => {
  const api = await handIn();
  await type(zh.title, '行车限位');
  await screen.findByText(usual);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const title = screen.getByLabelText(zh.title);
  await fireEvent.compositionStart(title);
  await type(zh.title, '行车限位kai guan');
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(api.asked(findSimilarIdeas)).toHaveLength(1);
  await type(zh.title, '行车限位开关');
  await fireEvent.compositionEnd(title);
  await waitFor(() => expect(api.asked(findSimilarIdeas)).toHaveLength(2));
});

it('asks of an unnamed idea exactly what it asks of a named one', async () => {
  const api = await handIn();
  await fireEvent.click(screen.getByRole('radio', { name: new RegExp(zh.anonymous) }));
  await type(zh.title, '行车限位');
  await screen.findByText(usual);
  expect(api.asked(findSimilarIdeas)).toEqual([
    { path: { organization: huatai }, body: { title: '行车限位' } },
  ]);
});

it('supports one instead, offers to delete the draft, and brings it back', async () => {
  const api = fakeApi();
  api.hold(supportIdea);
  await handIn(api);
  await type(zh.title, '行车限位');
  await type(zh.problem, '常常相撞。');
  await unfold();
  // Not one's own, nor what is closed.
  expect(screen.getAllByRole('button', { name: new RegExp(zh.supportInstead) })).toHaveLength(1);
  await press(zh.supportInsteadOf(near.title));
  await screen.findByText(zh.supportedInstead(near.title));
  await waitFor(() =>
    expect(api.asked(supportIdea)).toEqual([{ path: { organization: huatai, idea: near.id } }]),
  );
  expect(api.asked(submitIdea)).toEqual([]);
  await press(zh.dropDraft);
  expect([typedIn(zh.title), typedIn(zh.problem)]).toEqual(['', '']);
  await press(zh.undo);
  expect([typedIn(zh.title), typedIn(zh.problem)]).toEqual(['行车限位', '常常相撞。']);
});

it('shows one to read, with its photos, without leaving what is typed', async () => {
  await handIn();
  await type(zh.title, '行车限位');
  await unfold();
  const row = screen.getAllByRole('listitem').find(item => item.textContent?.includes(near.title));
  await fireEvent.click(within(row as HTMLElement).getAllByRole('button')[0] as Element);
  const dialog = await screen.findByRole('dialog', { name: near.title });
  for (const text of [near.problem, near.proposal, zh.roundName(near.round)])
    expect(dialog.textContent).toContain(text);
  const photos = await within(dialog).findByRole('list', { name: photoWords.photosOf.problem });
  await press(/料架/, within(photos));
  expect(await screen.findByAltText('料架')).toBeTruthy();
  expect(typedIn(zh.title)).toBe('行车限位');
});

it('says nothing where nothing is near, or nothing can be asked', async () => {
  const api = fakeApi();
  await handIn(api);
  api.answer(findSimilarIdeas, new Error('gone'));
  await type(zh.title, '行车限位');
  await waitFor(() => expect(api.asked(findSimilarIdeas)).toHaveLength(1));
  expect(screen.getByText(zh.similarHint)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('lets a secretary who types a slip read, and not support', async () => {
  const api = fakeApi();
  api.answer(findSimilarIdeas, {
    ideas: [{ idea: near, marks: { title: [] } }],
    people: {},
  });
  api.answer(listIdeas, { items: [] });
  await renderPage(<SlipPage />, { api, member: secretary, roles: ['secretary'] });
  await type(zh.title, '行车限位');
  await screen.findByText(zh.similarNearest(1, near.title));
  expect(screen.queryByRole('button', { name: new RegExp(zh.supportInstead) })).toBeNull();
});

it('shows, beside an idea that is revised, others like it and not the idea itself', async () => {
  const api = fakeApi();
  api.answer(findSimilarIdeas, { ideas: [{ idea: near, marks }], people: {} });
  const done = () => undefined;
  await renderPage(<RevisionForm idea={returned} onDone={done} onCancel={done} />, { api });
  await screen.findByText(zh.similarNearest(1, near.title));
  expect(api.asked(findSimilarIdeas)).toMatchObject([
    { body: { title: returned.title, except: returned.id } },
  ]);
  await unfold(zh.similarNearest(1, near.title));
  expect(screen.queryByRole('button', { name: zh.supportInsteadOf(near.title) })).toBeNull();
});
