/** Searching in the list of ideas: typing, the address, filters, marks, and what nothing is found for. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { getIdea, listIdeas, supportIdea } from '../../../../shared/contract/routes/ideas.ts';
import { getToday, listRounds } from '../../../../shared/contract/routes/organization.ts';
import { searchIdeas } from '../../../../shared/contract/routes/search.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { RoundPage } from '../../../../web/features/ideas/pages/round-page.tsx';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { zh as zhSearch } from '../../../../web/features/search/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { ownPlace } from '../../../../web/session/own-places.ts';
import { device } from '../../../../web/storage/browser-storage.ts';
import { category, department, round } from '../../../sample/names.ts';
import { type FakeApi, fakeApi } from '../../fake-api.ts';
import { choose, press, renderPage } from '../../render-page.tsx';
import { author, colleague, detailedIdea, huatai, listedIdea, october } from '../../sample.ts';

const zh = { ...shared, ...zhSearch };
const september = round('2026-09');
const hoist = listedIdea({
  id: '2026-09-00000000000000000000000001' as IdeaId,
  round: september,
  title: '行车加装限位',
  authorId: colleague,
  department: department('质检部'),
});
const hit = (idea = hoist) => ({
  idea,
  marks: { title: [[0, 2]] as [number, number][] },
  snippet: {
    of: 'problem' as const,
    text: '…同轨行车相撞。',
    marks: [[3, 5]] as [number, number][],
  },
});
const found = (...ideas: (typeof hoist)[]) => ({
  hits: ideas.map(idea => hit(idea)),
  total: ideas.length,
  people: {},
});

async function open(address = '', api: FakeApi = fakeApi()): Promise<FakeApi> {
  api.answer(listIdeas, { items: [listedIdea({})] });
  api.answer(listRounds, { items: [{ id: september, state: 'published' } as never] });
  api.hold(getToday);
  await renderPage(<RoundPage fromAddress={october} />, {
    api,
    address: paths.round(huatai, october) + address,
  });
  return api;
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: zh.searchIdeas });
const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
const query = () => Object.fromEntries(new URLSearchParams(location.search));
const list = (text: string) => screen.findByRole('list', { name: zh.foundList(text) });
const asked = (api: FakeApi) => api.asked(searchIdeas).map(request => request.query);

it('finds while somebody types, and marks what was found', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, found(hoist));
  await open('', api);
  await write('行');
  await write(' 行车 ');
  const row = within(await list('行车')).getByRole('listitem');
  expect(asked(api)).toEqual([{ q: '行车' }]);
  expect([...row.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    '行车',
    '行车',
  ]);
  for (const text of [hoist.title, '…同轨行车相撞。', zh.roundName(september), '质检部'])
    expect(row.textContent).toContain(text);
  expect(within(row).getByText(zh.statuses[hoist.status], { exact: false })).toBeTruthy();
  expect(screen.getByText(zh.found(1))).toBeTruthy();
});

it('keeps a search in the address, as one step from the list', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, found(hoist));
  const steps = history.length;
  await open('?status=returned', api);
  await write('行车');
  await list('行车');
  expect(query()).toEqual({ q: '行车' });
  await write('行车限位');
  await list('行车限位');
  expect(history.length - steps).toBe(1);
  await act(() => history.back());
  await waitFor(() => expect(query()).toEqual({ status: 'returned' }));
  await waitFor(() => expect(field().value).toBe(''));
});

it('finds again what an address says, with filters that combine', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, found(hoist));
  await open('?q=行车&in=2026-09&category=安全', api);
  await list('行车');
  expect(field().value).toBe('行车');
  await choose(zh.status, 'declined');
  await choose(zh.department, '质检部');
  const filters = { round: september, category: category('安全'), status: 'declined' };
  await waitFor(() =>
    expect(asked(api).pop()).toEqual({ q: '行车', ...filters, department: '质检部' }),
  );
  expect(query()).toEqual({
    q: '行车',
    in: '2026-09',
    status: 'declined',
    category: '安全',
    department: '质检部',
  });
});

it('does not look for what an input method is composing', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, found(hoist));
  await open('', api);
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  await fireEvent.compositionStart(field());
  await write('xing che');
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(asked(api)).toEqual([]);
  await write('行车');
  await fireEvent.compositionEnd(field());
  await list('行车');
  expect(asked(api)).toEqual([{ q: '行车' }]);
});

it('keeps what was found until the next is there, and ignores an answer that comes too late', async () => {
  const api = fakeApi();
  const waiting = api.hold(searchIdeas);
  await open('?q=行', api);
  await waitFor(() => expect(waiting).toHaveLength(1));
  await write('行车');
  await waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.answer(found(hoist));
  await list('行车');
  waiting[0]?.answer(found({ ...hoist, title: '太迟的' }));
  await write('行车限位');
  await waitFor(() => expect(waiting).toHaveLength(3));
  expect(screen.getByText(zh.found(1))).toBeTruthy();
  expect(screen.queryByText('太迟的')).toBeNull();
});

it('says what to do where nothing is found', async () => {
  await open('?q=行车&status=declined');
  await screen.findByText(zh.nothingFound('行车'));
  await press(zh.clearFilters);
  await screen.findByText(zh.fewerWords);
  expect(query()).toEqual({ q: '行车' });
  const handIn = screen.getByRole('link', { name: zh.navHandInShort });
  expect(handIn.getAttribute('href')).toBe(paths.handIn(huatai));
  await press(zhIdeas.clearSearch);
  await screen.findByRole('list', { name: zh.roundTitle(october) });
});

it('finds an idea by its number, also in its address', async () => {
  const api = fakeApi();
  api.answer(getIdea, detailedIdea({ title: '按编号找到的' }));
  await open('', api);
  const { id } = detailedIdea({});
  await write(`/o/huatai/ideas/${id.toUpperCase()}`);
  await screen.findByText('按编号找到的');
  expect(api.asked(getIdea)).toEqual([{ path: { organization: huatai, idea: id } }]);
  expect(asked(api)).toEqual([]);
});

it('shows more on request, and support at once', async () => {
  const api = fakeApi();
  const other = { ...hoist, id: '2026-09-00000000000000000000000002' as IdeaId, title: '另一条' };
  api.answer(searchIdeas, ({ query }) =>
    'cursor' in query ? found(other) : { ...found(hoist), total: 2, nextCursor: '100_x' as never },
  );
  api.hold(supportIdea);
  await open('?q=行车', api);
  await press(zh.more, within((await list('行车')).parentElement as HTMLElement));
  const rows = async () => within(await list('行车')).getAllByRole('listitem');
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  await press(new RegExp(zh.supportOf(hoist.title)));
  await screen.findByRole('button', { name: new RegExp(zh.supportedOf(hoist.title)) });
});

it('says why a search failed, and tries again', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, new NetworkFailure('gone'));
  await open('?q=行车', api);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  api.answer(searchIdeas, found(hoist));
  await press(zh.retry);
  await list('行车');
});

it('offers the last searches below the empty field, which a press repeats', async () => {
  device.setItem(ownPlace(author, huatai, author, 'searches'), JSON.stringify(['限位', '食堂']));
  const api = fakeApi();
  api.answer(searchIdeas, found(hoist));
  await open('', api);
  expect(screen.queryByRole('list', { name: zh.recentSearches })).toBeNull();
  await act(() => field().focus());
  const recent = await screen.findByRole('list', { name: zh.recentSearches });
  const [first] = within(recent).getAllByRole('button');
  await act(() => first?.focus());
  expect(recent.isConnected).toBe(true);
  await fireEvent.click(within(recent).getByRole('button', { name: '食堂' }));
  expect(query()).toEqual({ q: '食堂' });
  expect(await list('食堂')).toBeTruthy();
  expect(screen.queryByRole('list', { name: zh.recentSearches })).toBeNull();
});
