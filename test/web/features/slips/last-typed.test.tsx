/** The page for typing slips: whom each was credited to, and correcting or taking one back. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getIdea, listIdeas, submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { correctSlip, takeBackSlip } from '../../../../shared/contract/routes/screening.ts';
import type { Department, PersonName } from '../../../../shared/domain/kernel/ids.ts';
import { zh as choosing } from '../../../../web/features/photos/choosing/words.zh.ts';
import { zh as photoWords } from '../../../../web/features/photos/words.zh.ts';
import { SlipPage } from '../../../../web/features/slips/pages/slip-page.tsx';
import { zh as zhSlips } from '../../../../web/features/slips/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { tab } from '../../../../web/storage/browser-storage.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import {
  choose,
  chooseFile,
  press,
  renderPage,
  type,
  typeAndLeave,
  typedIn,
} from '../../render-page.tsx';
import {
  at,
  author,
  colleague,
  detailedIdea,
  huatai,
  photo,
  safety,
  secretary,
} from '../../sample.ts';
import { fakePictures, fakeUploads, jpeg } from '../photos/fake-pictures.ts';

const people = {
  [author]: { name: '王建国' as PersonName, department: '机加一车间' as Department },
  [colleague]: { name: '李海龙' as PersonName, department: '铸造车间' as Department },
};
const slip = detailedIdea({
  status: 'submitted',
  version: 1,
  authorId: author,
  department: '机加一车间' as Department,
  category: safety,
  title: '加装挡板',
  problem: '铁屑飞溅到导轨上',
  proposal: '加一块可以拆的挡板',
  submittedAt: at('2026-10-05 08:12'),
  people,
});

/** What the page has announced; the form's own warnings come after it. */
const said = (): string | null => screen.getAllByRole('status')[0]!.textContent;

/** Names the author by number, as by a name, and leaves the field. */
async function pick(number: string) {
  await typeAndLeave(zhSlips.slipAuthor, number);
}

/** The page after a slip was typed. */
async function afterTyping({
  typed = slip,
  photograph = async (_: FakeApi): Promise<void> => undefined,
} = {}) {
  const api = fakeApi();
  api.answer(submitIdea, { ...typed, people });
  api.answer(listIdeas, { items: [] });
  api.answer(getIdea, typed);
  await renderPage(<SlipPage />, { api, member: secretary, roles: ['secretary'] });
  await photograph(api);
  await type(zhSlips.slipDay, '2026-10-05');
  await pick(author);
  await type(new RegExp(zh.title), slip.title);
  await choose(zh.category, safety);
  await type(new RegExp(zh.problem), slip.problem);
  await type(new RegExp(zh.proposal), slip.proposal);
  await press(zhSlips.slipHandIn);
  await screen.findByRole('button', { name: zhSlips.correctSlip });
  return api;
}

it('says whom a typed slip was credited to, and keeps no more than its id, in this tab', async () => {
  await afterTyping();
  expect(said()).toContain('王建国\u00a0· 机加一车间');
  const stored = tab.names().map(name => tab.getItem(name));
  expect(stored).toContain(JSON.stringify([slip.id]));
  expect(stored.join(' ')).not.toMatch(/王建国|加装挡板/);
});

it('corrects the author alone, with the department to follow, on the version that was read', async () => {
  const api = await afterTyping();
  api.answer(correctSlip, { ...slip, authorId: colleague, version: 2, people });
  await press(zhSlips.correctSlip);
  const form = screen.getByRole('form', { name: zhSlips.correctTitle(slip.title) });
  expect(within(form).queryByLabelText(zhSlips.slipUnnamed)).toBeNull();
  const number = within(form).getByLabelText<HTMLInputElement>(zhSlips.slipAuthor);
  expect(within(form).getByText('王建国')).toBeTruthy();
  await act(() => number.focus());
  fireEvent.input(number, { target: { value: colleague } });
  await act(() => number.blur());
  await press(zhSlips.correctSave);
  await waitFor(() => expect(api.asked(correctSlip)).toHaveLength(1));
  const { title, category, problem, proposal } = slip;
  expect(api.asked(correctSlip)).toEqual([
    {
      path: { organization: huatai, idea: slip.id },
      body: { title, category, problem, proposal, authorId: colleague },
      ifMatch: 1,
    },
  ]);
  await waitFor(() => expect(said()).toContain('李海龙'));
  expect(typedIn(zhSlips.slipAuthor)).toBe('');
});

it('sends a photo of the paper with the slip, and begins the next slip without it', async () => {
  fakePictures();
  const api = await afterTyping({
    photograph: async api => {
      fakeUploads(api);
      await chooseFile(choosing.choosePhotosOf.problem, jpeg('slip.jpg'));
      await screen.findByLabelText(photoWords.photoAltOf(1));
      await type(photoWords.photoAltOf(1), '纸条');
    },
  });
  expect(api.asked(submitIdea).map(({ body }) => body.photos)).toEqual([
    [{ id: expect.any(String), of: 'problem', alt: '纸条' }],
  ]);
  expect(screen.queryByLabelText(photoWords.photoAltOf(1))).toBeNull();
});

it('corrects the photo of the problem, and keeps that of the proposal', async () => {
  const [problem, proposal] = [photo(1, 'problem', '纸条'), photo(2, 'proposal')];
  const api = await afterTyping({ typed: { ...slip, photos: [problem, proposal] } });
  api.answer(correctSlip, { ...slip, version: 2, people });
  await press(zhSlips.correctSlip);
  const form = screen.getByRole('form', { name: zhSlips.correctTitle(slip.title) });
  await within(form).findByAltText('纸条');
  await press(photoWords.photoRemove(1));
  await press(zhSlips.correctSave);
  await waitFor(() => expect(api.asked(correctSlip)).toHaveLength(1));
  expect(api.asked(correctSlip)[0]?.body.photos).toEqual([{ id: proposal.id, of: 'proposal' }]);
});

it('takes a slip back after a yes, and shows the reason where that is refused', async () => {
  const api = await afterTyping();
  api.answer(takeBackSlip, refusal(409, 'ballot-has-votes'));
  await press(zhSlips.takeBackSlip);
  await press(zh.confirm);
  expect(await screen.findByText('title of ballot-has-votes')).toBeTruthy();
  api.answer(takeBackSlip, { ...slip, status: 'withdrawn', version: 2, people });
  await press(zhSlips.takeBackSlip);
  await press(zh.confirm);
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: zhSlips.correctSlip })).toBeNull(),
  );
  expect(said()).toBe(zhSlips.takenBackSaid(slip.title));
});

it('sends co-authors by number, and begins the next slip at its author with the day kept', async () => {
  const api = fakeApi();
  api.answer(submitIdea, { ...slip, people });
  api.answer(listIdeas, { items: [] });
  api.answer(getIdea, slip);
  await renderPage(<SlipPage />, { api, member: secretary, roles: ['secretary'] });
  await pick(author);
  await typeAndLeave(zhSlips.slipCoAuthors, colleague);
  await type(zhSlips.slipDay, '2026-10-05');
  await type(new RegExp(zh.title), slip.title);
  await fireEvent.click(screen.getByLabelText(safety));
  await type(new RegExp(zh.problem), slip.problem);
  await type(new RegExp(zh.proposal), slip.proposal);
  await press(zhSlips.slipHandIn);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByLabelText(zhSlips.slipAuthor)),
  );
  expect(api.asked(submitIdea)).toMatchObject([
    { body: { authorId: author, coAuthorIds: [colleague] } },
  ]);
  expect(typedIn(zhSlips.slipDay)).toBe('2026-10-05');
});
