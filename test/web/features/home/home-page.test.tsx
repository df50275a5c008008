/** The first page: what waits, the reader's newest ideas, the round and the last bulletin. */
import { screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listMyIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import { HomePage } from '../../../../web/features/home/pages/home-page.tsx';
import type { Today } from '../../../../web/features/home/tasks.ts';
import { en as enHome } from '../../../../web/features/home/words.en.ts';
import { zh as zhHome } from '../../../../web/features/home/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { notePlace } from '../../../../web/outbox/count.ts';
import { paths } from '../../../../web/paths.ts';
import { device } from '../../../../web/storage/browser-storage.ts';
import { date, round } from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { at, author, huatai, listedIdea } from '../../sample.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at('2026-11-10 12:00')) }));
afterEach(() => vi.useRealTimers());

const { id, title } = listedIdea();
const today = (changes: Partial<Today> = {}): Today => ({
  day: date('2026-11-10'),
  tasks: [],
  round: {
    id: round('2026-11'),
    state: 'collecting',
    opensAt: at('2026-11-15 09:00'),
    intakeEndsAt: at('2026-11-16 00:00'),
    closesAt: at('2026-11-17 18:00'),
    publishesAt: at('2026-11-18 18:00'),
    submitted: 12,
    target: 60,
  },
  ...changes,
});

async function open(
  { reply = today(), ideas = [listedIdea()], api = fakeApi() } = {},
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<FakeApi> {
  api.answer(getToday, reply);
  api.answer(listMyIdeas, { items: ideas });
  await renderPage(<HomePage />, { api, language });
  await screen.findByRole('heading', { name: (language === 'en' ? en : zh).mineTitle });
  return api;
}

it('says first what waits, how much of it, until when, and where it is done', async () => {
  const ideas = [{ id, title }];
  await open({
    reply: today({
      tasks: [
        { kind: 'vote', count: 20, more: true, ideas, until: at('2026-11-17 18:00') },
        { kind: 'revise', count: 1, more: false, ideas },
      ],
    }),
  });
  const [list] = screen.getAllByRole('list');
  const tasks = within(list ?? document.body).getAllByRole('link');
  const links = tasks.map(link => link.getAttribute('href'));
  expect(links).toEqual([paths.agenda(huatai, round('2026-11')), paths.idea(huatai, id)]);
  expect(tasks[0]?.textContent).toContain(zhHome.tasks.vote(20, true));
  expect(tasks[0]?.textContent).toContain('11月17日 18:00');
  expect(tasks[1]?.textContent).toContain(title);
});

it('leads a newcomer whose first idea still waits on this device to it, instead of to a first idea', async () => {
  device.setItem(notePlace(author), '1waiting');
  await open({ ideas: [] });
  const name = zh.labelled(zh.navOutbox, '1');
  const link = await screen.findByRole('link', { name });
  expect(link.getAttribute('href')).toBe(paths.outbox(huatai));
  expect(screen.queryByText(zh.mineEmpty)).toBeNull();
});

it('says in words that work is overdue', async () => {
  await open({
    reply: today({
      tasks: [
        {
          kind: 'work',
          count: 3,
          more: false,
          ideas: [{ id, title }],
          due: date('2026-11-01'),
          overdue: 2,
        },
      ],
    }),
  });
  const work = screen.getByRole('link', { name: new RegExp(zhHome.tasks.work(3, false)) });
  expect(work.textContent).toContain(zhHome.overdue(2));
  expect(work.getAttribute('href')).toBe(paths.work(huatai));
});

it('shows how far the newest ideas are, and what comes next', async () => {
  await open({}, 'en');
  expect(screen.getByRole('link', { name: title }).getAttribute('href')).toBe(
    paths.idea(huatai, id),
  );
  const tracker = screen.getByRole('list', { name: en.trackerName });
  expect(tracker.querySelector('[aria-current="step"]')?.textContent).toContain(
    en.trackerSteps.screening,
  );
  expect(screen.getByText(new RegExp(en.nextSteps.screening.text)).textContent).toContain('09:00');
});

it('asks for both replies once, and for no more ideas than it shows', async () => {
  const api = await open();
  expect(api.asked(getToday)).toHaveLength(1);
  expect(api.asked(listMyIdeas)).toEqual([
    { path: { organization: huatai }, query: { limit: '3' } },
  ]);
});

it('counts the days by the server, and the ideas against the target', async () => {
  await open();
  expect(screen.getByText(zhHome.days(5))).toBeTruthy();
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', {
    name: zhHome.againstTarget(12, 60),
  });
  expect([bar.value, bar.max]).toEqual([12, 60]);
});

it('has the last bulletin in a line that leads to it, and none before the first', async () => {
  const last = {
    round: round('2026-10'),
    submitted: 63,
    adopted: 18,
    adoptionRate: { numerator: 18, denominator: 63, value: 18 / 63 },
  };
  await open({ reply: today({ bulletin: last }) });
  const line = screen.getByText(zhHome.bulletinLine(63, 18, '28.6%'));
  expect(line.closest('a')?.getAttribute('href')).toBe(paths.bulletin(huatai, round('2026-10')));
});

it('tells whoever has nothing yet how to begin', async () => {
  await open({ ideas: [] }, 'en');
  expect(screen.getByText(enHome.nothingWaits)).toBeTruthy();
  expect(screen.getByText(enHome.firstIdea)).toBeTruthy();
  expect(screen.getByRole('link', { name: en.navHandIn }).getAttribute('href')).toBe(
    paths.handIn(huatai),
  );
  expect(document.title).toContain(en.navHome);
  expect(document.title).not.toContain(author);
});

it('shows nothing before both replies are there, and then what it has', async () => {
  const api = fakeApi();
  const waiting = api.hold(getToday);
  api.answer(listMyIdeas, { items: [listedIdea()] });
  await renderPage(<HomePage />, { api });
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  expect(screen.queryByRole('link', { name: title })).toBeNull();
  waiting[0]?.fail(refusal(500, 'internal'));
  expect(await screen.findByRole('link', { name: title })).toBeTruthy();
  expect(screen.getByRole('button', { name: zh.retry })).toBeTruthy();
});
