/**
 * Pages whose parts cannot be loaded, as without a network before they are kept on the device: each
 * goes on without them, loses nothing, and has them at another try.
 */
import { globSync, readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { zh as agendaWords } from '../../web/features/agenda/words.zh.ts';
import { zh as choosing } from '../../web/features/photos/choosing/words.zh.ts';
import { zh as submissionWords } from '../../web/features/submission/words.zh.ts';
import { zh as common } from '../../web/i18n/zh.ts';

const zh = { ...common, ...agendaWords, ...submissionWords };
const LAZILY = '../../web/i18n/lazily.ts';
let isCut = true;

/** What loads parts, over a network that is cut. */
async function cutOff() {
  const real = await vi.importActual<typeof import('../../web/i18n/lazily.ts')>(LAZILY);
  const lazilyOr: typeof real.lazilyOr = (instead, load, ...others) =>
    real.lazilyOr(
      instead,
      () => (isCut ? Promise.reject(new TypeError('no network')) : load()),
      ...others,
    );
  return { ...real, lazilyOr };
}

/** The pages, anew: parts that another test has loaded stay loaded. */
async function freshPages() {
  const [rendering, { openAgenda, nth }, { HandInPage }, { fakeApi }, { detailedIdea }] =
    await Promise.all([
      import('./render-page.tsx'),
      import('./features/agenda/agenda-scene.tsx'),
      import('../../web/features/submission/pages/submit-page.tsx'),
      import('./fake-api.ts'),
      import('./sample.ts'),
    ]);
  return { ...rendering, openAgenda, nth, HandInPage, fakeApi, detailedIdea };
}
let pages: Awaited<ReturnType<typeof freshPages>>;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock(LAZILY, cutOff);
  pages = await freshPages();
});
afterEach(() => {
  isCut = true;
});
afterAll(() => {
  vi.doUnmock(LAZILY);
  vi.resetModules();
});

it('is what every part of a page has: what replaces the whole page are pages alone', () => {
  const loading = globSync('web/**/*.{ts,tsx}').filter(file =>
    /\b(lazy|lazily)\(/.test(readFileSync(file, 'utf8').replaceAll(/function lazily\b/g, '')),
  );
  expect(loading.sort()).toEqual(['web/app/page.ts', 'web/i18n/lazily.ts']);
});

it('submits an idea, says so, and shows the rest at another try', async () => {
  const { HandInPage, renderPage, fakeApi, detailedIdea, type, choose, press } = pages;
  const api = fakeApi();
  api.answer(listMyIdeas, { items: [] });
  api.answer(submitIdea, detailedIdea({ title: '行车防撞' }));
  await renderPage(<HandInPage />, { api });
  await type(zh.title, '行车防撞');
  await choose(zh.category, detailedIdea().category);
  await type(zh.problem, '两台行车同轨。');
  await pages.chooseFile(choosing.choosePhotosOf.problem, new File(['…'], 'a.jpg'));
  await screen.findByText(choosing.photoNotLoaded);
  await fireEvent.click(screen.getByText(zh.moreOptional));
  await screen.findByText(zh.partNotLoaded);
  await type(zh.proposal, '加装激光测距。');
  await press(zh.handIn);
  await screen.findByText(zh.handedIn('行车防撞'));
  expect(api.asked(submitIdea)[0]?.body).toMatchObject({ problem: '两台行车同轨。' });
  isCut = false;
  await press(zh.retry);
  await screen.findByText(zh.afterwards);
});

it('takes votes on an agenda, and shows the chair’s part at another try', async () => {
  const { openAgenda, nth, press } = pages;
  const roles = ['committee', 'chair', 'secretary'] as const;
  const { api } = await openAgenda([nth(1), nth(2)], { roles });
  await screen.findByRole('heading', { name: '第 1 条' });
  await screen.findByText(zh.partNotLoaded);
  await press(new RegExp(zh.choices.approve));
  await waitFor(() => expect(api.asked(castVote)).toHaveLength(1));
  isCut = false;
  await press(zh.retry);
  await screen.findByRole('heading', { name: zh.decision });
});

it('shows an agenda that cannot be arranged, and the way back to it', async () => {
  const { openAgenda, nth, press } = pages;
  await openAgenda([nth(1), nth(2)], { roles: ['secretary'], address: '/?view=list' });
  await fireEvent.click(await screen.findByRole('button', { name: zh.arrange }));
  await screen.findByText(zh.partNotLoaded);
  await press(zh.cancel);
  expect(screen.getByRole('button', { name: zh.arrange })).toBeTruthy();
});

it('shows a claim code, which no press may lose', async () => {
  const { HandInPage, renderPage, fakeApi, detailedIdea, type, choose, press } = pages;
  const api = fakeApi();
  api.answer(listMyIdeas, { items: [] });
  const claimCode = '2610-0123-4567-89AB-CDEF-GHJK';
  api.answer(submitIdea, { ...detailedIdea({ unnamed: true, claimable: true }), claimCode });
  await renderPage(<HandInPage />, { api });
  await type(zh.title, '行车防撞');
  await choose(zh.category, detailedIdea().category);
  await type(zh.problem, '两台行车同轨。');
  await type(zh.proposal, '加装激光测距。');
  await press(zh.handIn);
  await screen.findByText(claimCode);
  expect(screen.queryByRole('button', { name: zh.retry })).toBeNull();
});
