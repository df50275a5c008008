/** Declining the chosen ideas at once, and the result of each. */
import { screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { dismissIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import {
  DeclineBar,
  type Declined,
  DeclineResult,
} from '../../../../web/features/screening/components/decline-bar.tsx';
import { en as enScreening } from '../../../../web/features/screening/words.en.ts';
import { zh as zhScreening } from '../../../../web/features/screening/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { huatai, listedIdea, october, secretary } from '../../sample.ts';

const [one, other] = ['食堂加菜', '食堂多加菜'].map((title, at) =>
  listedIdea({ id: `2026-10-${String(at).padStart(26, '0')}` as IdeaId, title }),
) as [ReturnType<typeof listedIdea>, ReturnType<typeof listedIdea>];
const chosen = [one, other];
const reason = '与上一期的重复。';
const { problem } = refusal(409, 'wrong-state', { detail: 'it is on the agenda' });

const [onDone, onClear] = [vi.fn(), vi.fn()];
beforeEach(() => {
  onDone.mockClear();
  onClear.mockClear();
});
const bar = (ideas = chosen) => (
  <DeclineBar round={october} chosen={ideas} onDone={onDone} onClear={onClear} />
);
const open = (api: FakeApi = fakeApi()) =>
  renderPage(bar(), { api, member: secretary, roles: ['secretary'] });

it('announces how many are chosen', async () => {
  const { change } = await open();
  expect(screen.getByRole('status').textContent).toBe(zhScreening.chosen(2));
  change(bar([one]));
  expect(screen.getByRole('status').textContent).toBe(zhScreening.chosen(1));
  expect(screen.getByRole('button', { name: zhScreening.declineChosen(1) })).toBeTruthy();
});

it('requires the reason before it asks for confirmation', async () => {
  await open();
  await press(zhScreening.declineChosen(2));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(wrongFields()).toEqual(['reason']);
  expect(document.activeElement).toBe(screen.getByLabelText(zhScreening.declineReason));
  expect(screen.getByText(zh.missing)).toBeTruthy();
});

it('declines all of them after a yes, and reports each by its title', async () => {
  const api = fakeApi();
  api.answer(dismissIdeas, {
    ideas: [
      { idea: one.id, outcome: 'done' },
      { idea: other.id, outcome: 'refused', problem },
    ],
  });
  await renderPage(bar(), { api, member: secretary, roles: ['secretary'], language: 'en' });
  await type(enScreening.declineReason, reason);
  await press(enScreening.declineChosen(2));
  expect(screen.getByRole('dialog', { name: enScreening.confirmDecline(2) })).toBeTruthy();
  expect(api.asked(dismissIdeas)).toEqual([]);
  await press(en.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(onDone.mock.calls[0]?.[0]).toMatchObject([
    { title: one.title, outcome: 'done' },
    { title: other.title, outcome: 'refused', problem },
  ]);
  expect(api.asked(dismissIdeas)).toEqual([
    { path: { organization: huatai }, body: { ideas: [one.id, other.id], reason } },
  ]);
});

it('declines nothing on a no, and clears the choice by its button', async () => {
  const api = fakeApi();
  await open(api);
  await type(zhScreening.declineReason, reason);
  await press(zhScreening.declineChosen(2));
  await press(zh.cancel);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(api.asked(dismissIdeas)).toEqual([]);
  await press(zhScreening.chooseNone);
  expect(onClear).toHaveBeenCalledOnce();
});

it('keeps the reason after a failure, and forgets it once the ideas are declined', async () => {
  const api = fakeApi();
  api.answer(dismissIdeas, new NetworkFailure('gone'));
  const { change } = await open(api);
  await type(zhScreening.declineReason, reason);
  await press(zhScreening.declineChosen(2));
  await press(zh.confirm);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  change(null);
  change(bar());
  expect(typedIn(zhScreening.declineReason)).toBe(reason);
  const outcome = 'done' as const;
  api.answer(dismissIdeas, { ideas: chosen.map(({ id }) => ({ idea: id, outcome })) });
  await press(zhScreening.declineChosen(2));
  await press(zh.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  change(null);
  change(bar());
  expect(typedIn(zhScreening.declineReason)).toBe('');
});

it('takes no second press while it waits for the answer', async () => {
  const api = fakeApi();
  api.hold(dismissIdeas);
  await open(api);
  await type(zhScreening.declineReason, reason);
  await press(zhScreening.declineChosen(2));
  await press(zh.confirm);
  await waitFor(() =>
    expect(
      screen.getAllByRole<HTMLButtonElement>('button').map(({ disabled }) => disabled),
    ).toEqual([true, true]),
  );
});

it.each([
  ['zh-CN', zhScreening, zh],
  ['en', enScreening, en],
] as const)(
  'lists the refused ones with their reasons before the declined ones (%s)',
  async (language, words, common) => {
    const declined: Declined = [
      { idea: one.id, title: one.title, outcome: 'done' },
      { idea: other.id, title: other.title, outcome: 'refused', problem },
    ];
    await renderPage(<DeclineResult declined={declined} />, { language });
    expect(screen.getByText(words.declinedSaid(1, 1))).toBeTruthy();
    const titles = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(titles).toEqual([common.labelled(other.title, 'it is on the agenda'), one.title]);
  },
);

it('lists no refused ones if all are declined', async () => {
  await renderPage(
    <DeclineResult declined={[{ idea: one.id, title: one.title, outcome: 'done' }]} />,
  );
  expect(screen.getByText(zhScreening.declinedSaid(1, 0))).toBeTruthy();
  expect(screen.getByText(zhScreening.declinedTitles)).toBeTruthy();
  expect(document.querySelectorAll('li')).toHaveLength(1);
});
