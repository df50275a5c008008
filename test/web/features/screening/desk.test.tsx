/** The desk of screening: the list beside the open idea, its acts, and what comes next. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { referIdea } from '../../../../shared/contract/routes/opinions.ts';
import { getDirectory } from '../../../../shared/contract/routes/organization.ts';
import {
  mergeIdea,
  returnIdea,
  scheduleIdea,
  unmergeIdea,
} from '../../../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { Desk } from '../../../../web/features/screening/components/desk.tsx';
import { zh as words } from '../../../../web/features/screening/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import * as names from '../../../sample/names.ts';
import { type FakeApi, fakeApi } from '../../fake-api.ts';
import { press, renderPage, typeAndLeave } from '../../render-page.tsx';
import {
  at,
  author,
  colleague,
  detailedIdea,
  listedIdea,
  october,
  secretary,
} from '../../sample.ts';

const workshop = names.department('机加一车间');
const personOf = (name: string) => ({ name: names.name(name), department: workshop });
const people = { [author]: personOf('王建国') };
const contact = { [colleague]: personOf('李桂英') };
const idea = (number: number, title: string) =>
  listedIdea({ id: `2026-10-${String(number).padStart(26, '0')}` as IdeaId, title });
const [first, second, third] = [idea(1, '行车加装限位'), idea(2, '食堂加菜'), idea(3, '更换灯具')];

async function open(api: FakeApi = fakeApi(), address = '/') {
  api.answer(getIdea, ({ path }) => detailedIdea({ id: path.idea }));
  await renderPage(<Desk round={october} items={[first, second, third]} people={people} />, {
    api,
    member: secretary,
    roles: ['secretary'],
    address,
    organization: {
      contacts: [{ department: workshop, member: colleague }],
      people: contact,
    },
  });
  return api;
}
const list = () => within(screen.getByRole('list', { description: words.screeningKeys }));
const openTitle = () => screen.getByRole('heading', { level: 2 }).textContent;

it('opens the first that waits, with its author by name', async () => {
  await open();
  expect(openTitle()).toBe(first.title);
  expect(screen.getByRole('article').textContent).toContain('王建国');
  expect(list().getAllByRole('button')[0]?.textContent).toContain('王建国');
});

it('goes to the open idea by the first arrow key, from where the page begins', async () => {
  await open();
  await fireEvent.keyDown(document.body, { key: 'r' });
  expect(document.activeElement).toBe(document.body);
  await fireEvent.keyDown(document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(list().getAllByRole('button')[0]);
  expect(openTitle()).toBe(first.title);
});

it('returns an idea with a common note by keys, and goes on to the next with the focus there', async () => {
  const api = await open();
  api.answer(returnIdea, { ...first, status: 'returned' });
  const row = list().getAllByRole('button')[0]!;
  row.focus();
  await fireEvent.keyDown(row, { key: 'r' });
  const [phrase = ''] = words.returnPhrases;
  await press(phrase);
  await press(words.returnIdea);
  await waitFor(() => expect(openTitle()).toBe(second.title));
  expect(api.asked(returnIdea)).toMatchObject([
    { path: { idea: first.id }, body: { reason: phrase }, ifMatch: first.version },
  ]);
  expect(screen.getByText(words.returnedSaid(first.title))).toBeTruthy();
});

it('asks before it puts an idea on the agenda, which nothing takes back', async () => {
  const api = await open();
  api.answer(scheduleIdea, { ...first, status: 'on-agenda' });
  await press(words.scheduleIdea);
  expect(api.asked(scheduleIdea)).toEqual([]);
  await press(zh.confirm);
  await waitFor(() => expect(openTitle()).toBe(second.title));
});

it('takes a merge back from the message that says that it was done', async () => {
  const api = await open(fakeApi(), `/?idea=${first.id}&do=merge`);
  api.answer(mergeIdea, { ...first, status: 'merged', into: second.id });
  api.answer(unmergeIdea, first);
  await press(
    new RegExp(second.title),
    within(screen.getByRole('list', { name: words.mergeTargets })),
  );
  await press(words.mergeNow);
  await screen.findByText(words.mergedSaid(first.title, second.title));
  await press(zh.undo);
  await screen.findByText(words.unmergedSaid(first.title, zh.statuses.submitted));
  expect(api.asked(unmergeIdea)).toMatchObject([{ path: { idea: first.id } }]);
});

it('asks the contact of its department for an opinion, and stays', async () => {
  const api = await open();
  api.answer(referIdea, first);
  await press(words.referIdea);
  await press(words.referToContact('李桂英', workshop));
  await screen.findByText(words.referredSaid(first.title, '李桂英'));
  expect(openTitle()).toBe(first.title);
  expect(api.asked(referIdea)).toMatchObject([
    { body: { adviser: colleague }, ifMatch: first.version },
  ]);
});

it('asks another member for an opinion, and nobody where nobody is chosen', async () => {
  const api = await open();
  const other = names.member('HT0041');
  api.answer(getDirectory, { members: [{ id: other, ...personOf('张新田') }] });
  api.answer(referIdea, first);
  await press(words.referIdea);
  await press(words.refer);
  expect(api.asked(referIdea)).toEqual([]);
  await typeAndLeave(words.adviser, other);
  await press(words.refer);
  await screen.findByText(words.referredSaid(first.title, '张新田'));
  expect(api.asked(referIdea)).toMatchObject([{ body: { adviser: other } }]);
});

it('shows the opinion that was given', async () => {
  const api = fakeApi();
  await open(api);
  api.answer(getIdea, ({ path }) =>
    detailedIdea({
      id: path.idea,
      opinion: { by: colleague, at: at('2026-10-09 10:00'), text: '可以做。' },
      people: contact,
    }),
  );
  await press(new RegExp(second.title), list());
  const opinion = await screen.findByRole('region', { name: words.opinion });
  expect(opinion.textContent).toContain('可以做。');
  expect(opinion.textContent).toContain('李桂英');
});
