/** Merging an idea into another: the search, the comparison, and the merge. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { mergeIdea } from '../../../../shared/contract/routes/screening.ts';
import { findSimilarIdeas, searchIdeas } from '../../../../shared/contract/routes/search.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../../../web/api/reading.ts';
import { MergePanel } from '../../../../web/features/screening/components/merge-panel.tsx';
import { en as enScreening } from '../../../../web/features/screening/words.en.ts';
import { zh as zhScreening } from '../../../../web/features/screening/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import * as names from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { author, colleague, huatai, listedIdea, october, secretary } from '../../sample.ts';

const id = (number: number) => `2026-10-${String(number).padStart(26, '0')}` as IdeaId;
const source = listedIdea({ id: id(1), title: '行车加装限位', coAuthors: [colleague] });
const alike = {
  ...listedIdea({ id: id(2), title: '行车装限位', status: 'on-agenda', supports: 5 }),
  number: 7,
};
const different = listedIdea({ id: id(3), title: '食堂加菜', status: 'deferred' });
const closed = listedIdea({ id: id(4), title: '行车限位报警', status: 'declined' });
const items = [different, alike, closed, source];
const path = { organization: source.organization, idea: source.id };

const [onDone, onCancel] = [vi.fn(), vi.fn()];
beforeEach(() => {
  onDone.mockClear();
  onCancel.mockClear();
});
const department = names.department('机加一车间');
const people = {
  [author]: { name: names.name('王建国'), department },
  [colleague]: { department },
};
const panel = (of = source) => (
  <MergePanel source={of} items={items} people={people} onDone={onDone} onCancel={onCancel} />
);
const open = (api: FakeApi = fakeApi(), of = source) =>
  renderPage(panel(of), { api, member: secretary, roles: ['secretary'] });
const searchBox = () => screen.getByRole('searchbox', { name: zhScreening.mergeSearch });
const search = (text: string) => fireEvent.input(searchBox(), { target: { value: text } });
const offered = () =>
  within(screen.getByRole('list', { name: zhScreening.mergeTargets })).queryAllByRole('button');

it('offers the other open ideas, the most similar title first, with the focus in the search', async () => {
  await open();
  expect(document.activeElement).toBe(searchBox());
  const shown = offered().map(({ textContent }) => textContent);
  expect(shown).toHaveLength(2);
  for (const text of [zhScreening.numberShort(7), alike.title, zh.statuses['on-agenda']])
    expect(shown[0]).toContain(text);
  expect(shown[1]).toContain(different.title);
});

/** The titles on offer, once they are these. */
const offers = (...titles: readonly string[]) =>
  waitFor(() =>
    expect(offered().map(({ textContent }) => textContent)).toEqual(
      titles.map(title => expect.stringContaining(title)),
    ),
  );

it('searches by title and by number, and says that nothing was found', async () => {
  await open();
  await search('食堂');
  await offers(different.title);
  await search('7');
  await offers(alike.title);
  await search('没有这条');
  await offers();
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(zhScreening.mergeNone));
});

const earlier = listedIdea({
  id: '2026-09-00000000000000000000000009' as IdeaId,
  round: names.round('2026-09'),
  title: '限位开关移位',
  status: 'deferred',
});
const marks = { title: [] };

it('offers first what is alike in any round, and only what can take another in', async () => {
  const api = fakeApi();
  api.answer(findSimilarIdeas, {
    ideas: [earlier, closed].map(idea => ({ idea, marks })),
    people: {},
  });
  await open(api);
  await offers(earlier.title, alike.title, different.title);
  expect(api.asked(findSimilarIdeas)).toEqual([
    {
      path: { organization: huatai },
      body: { title: source.title, problem: source.problem, except: source.id },
    },
  ]);
});

it('finds ideas of other rounds by their texts, and compares with one of them', async () => {
  const api = fakeApi();
  api.answer(searchIdeas, {
    hits: [earlier, source, closed, alike].map(idea => ({ idea, marks })),
    total: 4,
    people: {},
  });
  await open(api);
  await search('限位');
  await offers(alike.title, earlier.title);
  await press(new RegExp(earlier.title));
  expect(screen.getAllByRole('article')[1]?.textContent).toContain(earlier.title);
});

it('compares both, names the consequences, and puts the focus on the heading', async () => {
  await open();
  await press(new RegExp(alike.title));
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: zhScreening.mergeTitle(source.title) }),
  );
  const sides = screen.getAllByRole('article').map(({ textContent }) => textContent);
  expect(sides).toEqual([
    expect.stringContaining(zhScreening.mergeSource),
    expect.stringContaining(zhScreening.mergeTarget),
  ]);
  expect(sides[0]).toContain(source.title);
  expect(sides[1]).toContain(alike.title);
  for (const text of [
    zhScreening.mergeSupport(source.supports, alike.supports),
    zhScreening.mergeAuthors(`王建国、${zh.memberNumber(colleague)}`),
    zhScreening.mergeUndoVoting,
  ])
    expect(screen.getByText(text)).toBeTruthy();
});

it('names no co-author of an unnamed idea', async () => {
  const { authorId: _, ...facts } = source;
  await open(fakeApi(), { ...facts, unnamed: true, coAuthors: [] });
  await press(new RegExp(different.title));
  expect(screen.getByText(zhScreening.mergeUnnamed)).toBeTruthy();
  expect(screen.getByText(zhScreening.mergeUndo)).toBeTruthy();
});

it('says that hidden authors become co-authors, not that there are none', async () => {
  const { authorId: _, ...facts } = source;
  await open(fakeApi(), { ...facts, authorHidden: true, coAuthors: [] });
  await press(new RegExp(different.title));
  expect(screen.getByText(zhScreening.mergeHidden)).toBeTruthy();
});

it('merges the compared version, and says into which', async () => {
  const api = fakeApi();
  api.answer(mergeIdea, { ...source, status: 'merged', into: alike.id });
  await renderPage(panel(), { api, member: secretary, roles: ['secretary'], language: 'en' });
  await press(new RegExp(alike.title));
  expect(api.asked(mergeIdea)).toEqual([]);
  await press(enScreening.mergeNow);
  const said = enScreening.mergedSaid(source.title, alike.title);
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(said));
  expect(api.asked(mergeIdea)).toEqual([
    { path, body: { into: alike.id }, ifMatch: source.version },
  ]);
});

it('is over once the list has the version that the merge left of the other one', async () => {
  const api = fakeApi();
  api.answer(mergeIdea, { ...source, status: 'merged', into: alike.id });
  const request = { path: { organization: huatai, round: october }, query: {} };
  api.answer(listIdeas, { items: [source, alike], people: {} });
  function List() {
    useReading(listIdeas, request);
    return panel();
  }
  await renderPage(<List />, { api, member: secretary, roles: ['secretary'] });
  await waitFor(() => expect(api.asked(listIdeas)).toHaveLength(1));
  const readAgain = api.hold(listIdeas);
  await press(new RegExp(alike.title));
  await press(zhScreening.mergeNow);
  await waitFor(() => expect(readAgain).toHaveLength(1));
  expect(onDone).not.toHaveBeenCalled();
  for (const { answer } of readAgain) answer({ items: [source, alike], people: {} });
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

it('says where it went if the chosen one has been merged on since', async () => {
  const api = fakeApi();
  api.answer(mergeIdea, { ...source, status: 'merged', into: different.id });
  await open(api);
  await press(new RegExp(alike.title));
  await press(zhScreening.mergeNow);
  const said = zhScreening.mergedOnSaid(source.title, alike.title, different.title);
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(said));
});

it('says why a merge is refused, and merges the newer version once that is loaded', async () => {
  const api = fakeApi();
  api.answer(mergeIdea, refusal(412, 'version-mismatch'));
  const { change } = await open(api);
  await press(new RegExp(alike.title));
  change(panel({ ...source, version: 4 }));
  await press(zhScreening.mergeNow);
  expect((await screen.findByRole('alert')).textContent).toContain('version-mismatch');
  await press(zh.loadAgain);
  await press(zhScreening.mergeNow);
  await waitFor(() =>
    expect(api.asked(mergeIdea).map(({ ifMatch }) => ifMatch)).toEqual([source.version, 4]),
  );
  expect(onDone).not.toHaveBeenCalled();
});

it('goes back to the search for another', async () => {
  await open();
  await press(new RegExp(alike.title));
  await press(zhScreening.chooseAnother);
  expect(offered()).toHaveLength(2);
  expect(document.activeElement).toBe(searchBox());
});

it('is cancelled by its button and by Escape', async () => {
  await open();
  await press(zh.cancel);
  await fireEvent.keyDown(searchBox(), { key: 'Escape' });
  expect(onCancel).toHaveBeenCalledTimes(2);
});
