/** The list of a round's ideas: all of them, with true counts, and a view that the address keeps. */
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listIdeas, supportIdea } from '../../../../shared/contract/routes/ideas.ts';
import { getToday, listRounds } from '../../../../shared/contract/routes/organization.ts';
import { RoundPage } from '../../../../web/features/ideas/pages/round-page.tsx';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { date, department, name, round } from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { choose, press, renderPage } from '../../render-page.tsx';
import { at, author, colleague, huatai, listedIdea, october } from '../../sample.ts';

type Idea = ReturnType<typeof listedIdea>;

const idea = (number: number, changes: Partial<Idea> = {}): Idea =>
  listedIdea({
    id: `2026-10-${String(number).padStart(26, '0')}` as Idea['id'],
    title: `第${number}条`,
    authorId: colleague,
    ...changes,
  });

const today = (of: Partial<ReplyOf<typeof getToday>['round']>): ReplyOf<typeof getToday> => ({
  day: date('2026-11-02'),
  tasks: [],
  round: {
    id: october,
    state: 'collecting',
    opensAt: at('2026-11-15 09:00'),
    intakeEndsAt: at('2026-11-16 00:00'),
    closesAt: at('2026-11-17 18:00'),
    publishesAt: at('2026-11-18 18:00'),
    submitted: 0,
    target: 60,
    ...of,
  },
});

async function open(
  items: readonly Idea[],
  { search = '', api = fakeApi(), roles = [] as readonly 'secretary'[] } = {},
): Promise<FakeApi> {
  api.answer(listIdeas, { items: [...items] });
  api.hold(listRounds);
  api.hold(getToday);
  await renderPage(<RoundPage fromAddress={october} />, {
    api,
    roles,
    address: paths.round(huatai, october) + search,
  });
  if (items.length > 0) await screen.findByRole('region', { name: zh.filters });
  return api;
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent);
const chips = (group: string) =>
  within(screen.getByRole('list', { name: group }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('the rows', () => {
  it('have title, excerpt, author with department, comments and status, and one link', async () => {
    const api = fakeApi();
    api.answer(listIdeas, {
      items: [idea(1, { comments: 4, status: 'adopted', excerpt: '行车没有限位。' })],
      people: { [colleague]: { name: name('李桂英'), department: department('铸造车间') } },
    });
    api.hold(listRounds);
    api.hold(getToday);
    await renderPage(<RoundPage fromAddress={october} />, { api });
    const link = await screen.findByRole('link', { name: '第1条' });
    const row = link.closest('li');
    for (const text of ['行车没有限位。', '李桂英', '铸造车间', '4', zh.statuses.adopted])
      expect(row?.textContent).toContain(text);
    expect(row?.querySelectorAll('a')).toHaveLength(1);
    expect(row?.textContent).not.toContain(colleague);
  });

  it('tell nothing of an author who is unnamed or hidden but the department', async () => {
    const { authorId: _, ...anonymous } = idea(1, { unnamed: true });
    const { authorId: __, ...hidden } = idea(2, {
      authorHidden: true,
      authorDepartment: department('质检部'),
    });
    await open([anonymous, hidden]);
    const rows = screen.getAllByRole('heading', { level: 2 }).map(one => one.closest('li'));
    expect(rows[0]?.textContent).toContain(zh.unnamed);
    expect(rows[1]?.textContent).toContain(zh.hiddenAuthorOf('质检部'));
  });

  it('mark my own, also as a co-author', async () => {
    await open([idea(1), idea(2, { authorId: author }), idea(3, { coAuthors: [author] })]);
    const marked = screen
      .getAllByRole('heading', { level: 2 })
      .map(one => one.closest('li')?.textContent?.includes(zhIdeas.ownIdea));
    expect(marked).toEqual([false, true, true]);
  });

  it('take support, and say why it was refused', async () => {
    const api = fakeApi();
    api.answer(supportIdea, refusal(409, 'not-open-for-support'));
    await open([idea(1)], { api });
    await press(`${zh.supportOf('第1条')} 2`);
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(api.asked(supportIdea)).toHaveLength(1);
  });

  it('fold away what was withdrawn or merged', async () => {
    await open([idea(1), idea(2, { status: 'withdrawn' }), idea(3, { status: 'merged' })]);
    const fold = screen.getByText(zhIdeas.foldedIdeas(2)).closest('details');
    expect(fold?.open).toBe(false);
    expect(within(fold ?? document.body).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(zhIdeas.inTheList(1, false))).toBeTruthy();
  });
});

describe('the filters', () => {
  const ideas = [
    idea(1, { status: 'adopted', supports: 1 }),
    idea(2, { status: 'adopted', authorId: author, carriedOver: true }),
    idea(3, { supports: 8 }),
  ];

  it('count every status that there is', async () => {
    await open(ideas);
    expect(chips(zh.status)).toEqual([
      `${zh.all} 3`,
      `${zh.statuses.submitted} 1`,
      `${zh.statuses.adopted} 2`,
    ]);
    expect(chips(zhIdeas.moreFilters)).toEqual([
      `${zhIdeas.ownIdeas} 1`,
      `${zhIdeas.carriedOverIdeas} 1`,
    ]);
  });

  it('are taken from the address', async () => {
    await open(ideas, { search: '?status=adopted&mine=yes' });
    expect(titles()).toEqual(['第2条']);
    const pressed = screen.getAllByRole('button', { pressed: true }).map(one => one.textContent);
    expect(pressed).toEqual([`${zh.statuses.adopted} 1`, `${zhIdeas.ownIdeas} 1`]);
  });

  it('are put into the address, in place of the entry, and cleared from it', async () => {
    await open(ideas);
    const entries = history.length;
    await press(`${zh.statuses.adopted} 2`);
    await choose(zhIdeas.sort, 'oldest');
    await waitFor(() => expect(titles()).toEqual(['第2条', '第1条']));
    expect(location.search).toBe('?status=adopted&sort=oldest');
    expect(history.length).toBe(entries);
    await press(zh.clearFilters);
    await waitFor(() => expect(titles()).toHaveLength(3));
    expect(location.search).toBe('?sort=oldest');
  });

  it('say so when nothing is left, and keep what was chosen in view', async () => {
    await open(ideas, { search: '?status=declined' });
    expect(screen.getByText(zh.filteredEmpty)).toBeTruthy();
    expect(chips(zh.status)).toContain(`${zh.statuses.declined} 0`);
  });
});

describe('a round', () => {
  it('is read to its end, so that the counts are true', async () => {
    const api = fakeApi();
    api.answer(listIdeas, ({ query }) =>
      query?.cursor === undefined
        ? { items: [idea(1)], nextCursor: 'next' as never }
        : { items: [idea(2, { status: 'adopted' })] },
    );
    api.hold(listRounds);
    api.hold(getToday);
    await renderPage(<RoundPage fromAddress={october} />, { api });
    await screen.findByText(zhIdeas.inTheList(2, false));
    expect(chips(zh.status)[0]).toBe(`${zh.all} 2`);
    expect(api.asked(listIdeas).map(({ query }) => query?.limit)).toEqual(['100', '100']);
  });

  it('is the one that is voted on, if the address has none', async () => {
    const api = fakeApi();
    const waiting = api.hold(getToday);
    api.answer(listIdeas, { items: [idea(1)] });
    api.hold(listRounds);
    await renderPage(<RoundPage fromAddress={undefined} />, {
      api,
      organization: { currentRound: round('2026-11') },
    });
    await waitFor(() => expect(waiting).toHaveLength(1));
    expect(api.asked(listIdeas)).toEqual([]);
    waiting[0]?.answer(today({ id: october, state: 'deliberating' }));
    await screen.findByRole('link', { name: '第1条' });
    expect(api.asked(listIdeas)[0]?.path.round).toBe(october);
  });

  it('that is empty leads to the last one that was published', async () => {
    const api = fakeApi();
    api.answer(getToday, {
      ...today({ id: round('2026-11') }),
      bulletin: {
        round: october,
        submitted: 63,
        adopted: 18,
        adoptionRate: { numerator: 18, denominator: 63, value: 18 / 63 },
      },
    });
    api.answer(listIdeas, { items: [] });
    api.hold(listRounds);
    await renderPage(<RoundPage fromAddress={undefined} />, { api });
    const earlier = await screen.findByRole('link', { name: zh.roundTitle(october) });
    expect(earlier.getAttribute('href')).toBe(paths.round(huatai, october));
  });

  it('without ideas invites to submit one', async () => {
    await open([]);
    expect(await screen.findByText(zh.roundEmpty)).toBeTruthy();
    expect(screen.getByRole('link', { name: zh.navHandIn }).getAttribute('href')).toBe(
      paths.handIn(huatai),
    );
  });

  it('is exported by the office alone', async () => {
    await open([idea(1)]);
    expect(screen.queryByRole('button', { name: zh.exportCsv })).toBeNull();
  });

  it('is exported from its head by a secretary', async () => {
    await open([idea(1)], { roles: ['secretary'] });
    expect(screen.getByRole('button', { name: zh.exportCsv })).toBeTruthy();
  });
});
