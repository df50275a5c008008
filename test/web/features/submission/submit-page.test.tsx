/** Submitting an idea: stored and offered drafts, and failed attempts. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import {
  getIdea,
  listIdeas,
  listMyIdeas,
  submitIdea,
} from '../../../../shared/contract/routes/ideas.ts';
import { getDirectory } from '../../../../shared/contract/routes/organization.ts';
import { zh as choosing } from '../../../../web/features/photos/choosing/words.zh.ts';
import { zh as photoWords } from '../../../../web/features/photos/words.zh.ts';
import { HandInPage } from '../../../../web/features/submission/pages/submit-page.tsx';
import { zh as own } from '../../../../web/features/submission/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import {
  choose,
  chooseFile,
  press,
  renderPage,
  type,
  typedIn,
  wrongFields,
} from '../../render-page.tsx';
import { author, colleague, detailedIdea, listedIdea, safety } from '../../sample.ts';
import { fakePictures, jpeg } from '../photos/fake-pictures.ts';

const zh = { ...shared, ...own };

type Mine = ReplyOf<typeof listMyIdeas>['items'];

/** The page of somebody with these earlier ideas. */
async function openPage({
  api = fakeApi(),
  mine = [],
}: {
  readonly api?: FakeApi;
  readonly mine?: Mine;
} = {}) {
  api.answer(listMyIdeas, { items: mine });
  return renderPage(<HandInPage />, { api });
}

async function fill(title: string): Promise<void> {
  await type(zh.title, title);
  await choose(zh.category, safety);
  await type(zh.problem, '两台行车同轨。');
  await type(zh.proposal, '加装激光测距。');
}

it('marks every missing field and sends nothing', async () => {
  const { api } = await openPage();
  await press(zh.handIn);
  expect(wrongFields()).toEqual(['title', 'category', 'problem', 'proposal']);
  expect(document.activeElement).toBe(screen.getByLabelText(zh.title));
  expect(api.asked(submitIdea)).toEqual([]);
});

it('keeps the typed text after a failure, and retries under the same key', async () => {
  const api = fakeApi();
  api.answer(submitIdea, new NetworkFailure('gone'));
  await openPage({ api });
  await fill('行车防撞');
  await press(zh.handIn);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  expect(typedIn(zh.title)).toBe('行车防撞');
  await press(zh.handIn);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(2));
  const [first, second] = api.asked(submitIdea).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).toBe(first);
});

it('takes another key only if the author says that it is another idea', async () => {
  const api = fakeApi();
  api.answer(submitIdea, refusal(422, 'key-reused'));
  await openPage({ api });
  await fill('行车防撞');
  await press(zh.handIn);
  await screen.findByText(zh.keyReused);
  await press(zh.handInAsNew);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(2));
  const [first, second] = api.asked(submitIdea).map(({ idempotencyKey }) => idempotencyKey);
  expect(second).not.toBe(first);
});

it('offers the draft that another tab has left, beside this tab’s own', async () => {
  const { change } = await openPage();
  await type(zh.title, '行车防撞');
  change(null);
  // Another tab has its own session storage.
  sessionStorage.clear();
  change(<HandInPage />);
  expect(typedIn(zh.title)).toBe('');
  expect(await screen.findByText('行车防撞')).toBeTruthy();
  await press(zh.goOnWriting);
  expect(typedIn(zh.title)).toBe('行车防撞');
  expect(screen.queryByRole('button', { name: zh.goOnWriting })).toBeNull();
});

it('deletes a draft only after a confirmation', async () => {
  const { change } = await openPage();
  await type(zh.title, '行车防撞');
  change(null);
  sessionStorage.clear();
  change(<HandInPage />);
  await press(zh.deleteDraft);
  expect(screen.getByRole('dialog').textContent).toContain('行车防撞');
  await press(zh.confirm);
  expect(screen.queryByText('行车防撞')).toBeNull();
});

describe('from the last idea', () => {
  const last = listedIdea({ title: '行车加装限位' });

  it('fills an empty draft, and takes it back', async () => {
    const api = fakeApi();
    api.answer(getIdea, detailedIdea({ title: last.title, expectedBenefit: 36_000 }));
    await openPage({ api, mine: [listedIdea({ authorId: colleague, title: '别人的' }), last] });
    await fireEvent.click(await screen.findByRole('button', { name: zh.copyLast }));
    await waitFor(() => expect(typedIn(zh.title)).toBe(last.title));
    expect(api.asked(getIdea)[0]?.path.idea).toBe(last.id);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: safety }).checked).toBe(true);
    // It is unfolded, since it is filled in.
    expect(screen.getByLabelText(zh.expectedBenefit).closest('details')?.open).toBe(true);
    expect(screen.queryByRole('button', { name: zh.copyLast })).toBeNull();
    await press(zh.undo);
    expect(typedIn(zh.title)).toBe('');
  });

  it('is offered to nobody who has none', async () => {
    const { api } = await openPage({ mine: [listedIdea({ authorId: colleague })] });
    await waitFor(() => expect(api.asked(listMyIdeas)).toHaveLength(1));
    expect(screen.queryByRole('button', { name: zh.copyLast })).toBeNull();
  });
});

describe('unnamed', () => {
  it('comes before the text, stores no draft, and hides co-authors', async () => {
    await openPage();
    await type(zh.title, '食堂晚班留热饭');
    expect(JSON.stringify({ ...localStorage })).toContain('食堂晚班');
    await fireEvent.click(screen.getByRole('radio', { name: zh.anonymous }));
    expect(JSON.stringify({ ...localStorage })).not.toContain('食堂晚班');
    expect(screen.queryByLabelText(zh.coAuthors)).toBeNull();
    expect(screen.queryByText(zh.draftKept)).toBeNull();
    screen.getByText(zh.draftInTab);
    const inOrder = [...document.querySelectorAll('input, textarea')].map(element =>
      element.getAttribute('name'),
    );
    expect(inOrder.indexOf('unnamed')).toBeLessThan(inOrder.indexOf('title'));
  });

  it('shows its code once, and asks before it is lost', async () => {
    const api = fakeApi();
    const { authorId: _, ...nobodys } = detailedIdea({ unnamed: true, claimable: true });
    api.answer(submitIdea, { ...nobodys, claimCode: '2610-0123-4567-89AB-CDEF-GHJK' });
    api.answer(listIdeas, { items: [] });
    await openPage({ api });
    await fireEvent.click(screen.getByRole('radio', { name: zh.anonymous }));
    await fill('食堂晚班留热饭');
    await press(zh.handIn);
    await screen.findByText('2610-0123-4567-89AB-CDEF-GHJK');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    expect(api.asked(submitIdea)[0]?.body).toMatchObject({ unnamed: true });
    expect(screen.queryByRole('button', { name: zh.copyLink })).toBeNull();
    await press(zh.anotherOne);
    await screen.findByText(zh.confirmLeaving);
    await press(zh.cancel);
    await fireEvent.click(screen.getByLabelText(zh.wroteItDown));
    await press(zh.anotherOne);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(zh.title)));
  });
});

describe('afterwards', () => {
  it('says the round and the day of the meeting, and begins the next with an empty draft', async () => {
    const api = fakeApi();
    api.answer(submitIdea, detailedIdea({ title: '行车防撞' }));
    await openPage({ api });
    await fill('行车防撞');
    await press(zh.handIn);
    const heading = await screen.findByRole('heading', { name: zh.handedIn('行车防撞') });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    screen.getByText('2026年10月期');
    screen.getByText(/10月15日/);
    expect(screen.getByRole('link', { name: zh.seeIdea }).getAttribute('href')).toContain(
      detailedIdea().id,
    );
    await press(zh.anotherOne);
    expect(typedIn(zh.title)).toBe('');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(zh.title)));
    expect(api.asked(submitIdea)).toHaveLength(1);
  });
});

it('sends co-authors by number, never the author', async () => {
  const api = fakeApi();
  const people = [author, colleague].map(id => ({ id, department: detailedIdea().department! }));
  api.answer(getDirectory, { members: people });
  api.answer(submitIdea, new NetworkFailure());
  await openPage({ api });
  await fill('行车防撞');
  expect(screen.queryByLabelText(zh.coAuthors)).toBeNull();
  await fireEvent.click(screen.getByText(zh.moreOptional));
  const coAuthors = await screen.findByLabelText(zh.coAuthors);
  coAuthors.focus();
  await type(zh.coAuthors, 'HT0');
  await screen.findByRole('option');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await fireEvent.keyDown(coAuthors, { key: 'Enter' });
  await press(zh.handIn);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(1));
  expect(api.asked(submitIdea)[0]?.body).toMatchObject({ coAuthorIds: [colleague] });
});

it('hands in an idea with its photos, each under a key of its own', async () => {
  fakePictures();
  const api = fakeApi();
  api.answer(submitIdea, new NetworkFailure('gone'));
  await openPage({ api });
  await fill('行车防撞');
  await chooseFile(choosing.choosePhotosOf.problem, jpeg('a.jpg'));
  await screen.findByLabelText(photoWords.photoAltOf(1));
  await type(photoWords.photoAltOf(1), '料架');
  await press(zh.handIn);
  await screen.findByText(zh.networkFailed);
  await press(zh.handIn);
  await waitFor(() => expect(api.asked(submitIdea)).toHaveLength(2));
  // The fake's photos are called by their keys.
  const [first, second] = api.asked(submitIdea).map(({ body }) => body.photos);
  expect(first).toEqual([{ id: expect.any(String), of: 'problem', alt: '料架' }]);
  expect(second).toEqual(first);
});
