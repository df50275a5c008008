/** Putting the chosen ideas on the agenda at once, or declining them with one reason. */
import { screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { dismissIdeas, scheduleIdeas } from '../../../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { BatchBar } from '../../../../web/features/screening/components/batch-bar.tsx';
import { en as enScreening } from '../../../../web/features/screening/words.en.ts';
import { zh as zhScreening } from '../../../../web/features/screening/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { huatai, listedIdea, october, secretary } from '../../sample.ts';

const idea = (number: number, title: string, status: 'submitted' | 'deferred' = 'submitted') =>
  listedIdea({ id: `2026-10-${String(number).padStart(26, '0')}` as IdeaId, title, status });
const [one, other] = [idea(1, '食堂加菜'), idea(2, '食堂多加菜')];
const carriedOver = idea(3, '行车加装限位', 'deferred');
const chosen = [one, other];
const reason = '与上一期的重复。';
const { problem } = refusal(409, 'wrong-state', { detail: 'it is on the agenda' });
const done = 'done' as const;

const [onDone, onClear] = [vi.fn(), vi.fn()];
beforeEach(() => {
  onDone.mockClear();
  onClear.mockClear();
});
const bar = (ideas = chosen) => (
  <BatchBar round={october} chosen={ideas} onDone={onDone} onClear={onClear} />
);
const open = (api: FakeApi = fakeApi(), ideas = chosen) =>
  renderPage(bar(ideas), { api, member: secretary, roles: ['secretary'] });

it('announces how many are chosen, and clears the choice by its button', async () => {
  const { change } = await open();
  const announced = () => screen.getByRole('region', { name: /.+/ }).querySelector('[role=status]');
  expect(announced()?.textContent).toBe(zh.chosen(2));
  change(bar([one]));
  expect(announced()?.textContent).toBe(zh.chosen(1));
  await press(zh.chooseNone);
  expect(onClear).toHaveBeenCalledOnce();
});

it('puts all of them on the agenda after a yes, and tells the outcome of each', async () => {
  const api = fakeApi();
  api.answer(scheduleIdeas, {
    ideas: [
      { idea: one.id, outcome: done },
      { idea: other.id, outcome: 'refused', problem },
    ],
  });
  await open(api);
  await press(zhScreening.listChosen(2));
  expect(api.asked(scheduleIdeas)).toEqual([]);
  await press(zh.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(onDone.mock.calls[0]?.[0]).toMatchObject({
    act: 'list',
    outcomes: [
      { title: one.title, outcome: 'done' },
      { title: other.title, outcome: 'refused', problem },
    ],
  });
  expect(api.asked(scheduleIdeas)).toEqual([
    {
      path: { organization: huatai },
      body: { ideas: [one, other].map(({ id: idea, version }) => ({ idea, version })) },
    },
  ]);
});

it('does each act only with the ideas that it is possible for', async () => {
  const api = fakeApi();
  api.answer(dismissIdeas, { ideas: [{ idea: one.id, outcome: done }] });
  await open(api, [one, carriedOver]);
  expect(screen.getByRole('button', { name: zhScreening.listChosen(2) })).toBeTruthy();
  await press(zhScreening.declineChosen(1));
  await type(zhScreening.declineReason, reason);
  await press(zhScreening.declineChosen(1));
  await press(zh.confirm);
  await waitFor(() =>
    expect(api.asked(dismissIdeas)).toMatchObject([
      { body: { ideas: [{ idea: one.id, version: one.version }], reason } },
    ]),
  );
});

it('requires the reason before it asks whether to decline', async () => {
  await open();
  await press(zhScreening.declineChosen(2));
  expect(document.activeElement).toBe(screen.getByLabelText(zhScreening.declineReason));
  await press(zhScreening.declineChosen(2));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(wrongFields()).toEqual(['reason']);
  expect(screen.getByText(zh.missing)).toBeTruthy();
});

it('declines after a yes only', async () => {
  const api = fakeApi();
  api.answer(dismissIdeas, { ideas: chosen.map(({ id }) => ({ idea: id, outcome: done })) });
  await renderPage(bar(), { api, member: secretary, roles: ['secretary'], language: 'en' });
  await press(enScreening.declineChosen(2));
  await type(enScreening.declineReason, reason);
  await press(enScreening.declineChosen(2));
  await press(en.cancel, within(screen.getByRole('dialog')));
  expect(api.asked(dismissIdeas)).toEqual([]);
});

it('keeps the reason after a failure, and forgets it once the ideas are declined', async () => {
  const api = fakeApi();
  api.answer(dismissIdeas, new NetworkFailure('gone'));
  const { change } = await open(api);
  const decline = async () => {
    await press(zhScreening.declineChosen(2));
    await press(zh.confirm);
  };
  await press(zhScreening.declineChosen(2));
  await type(zhScreening.declineReason, reason);
  await decline();
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  change(null);
  change(bar());
  await press(zhScreening.declineChosen(2));
  expect(typedIn(zhScreening.declineReason)).toBe(reason);
  api.answer(dismissIdeas, { ideas: chosen.map(({ id }) => ({ idea: id, outcome: done })) });
  await decline();
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  change(null);
  change(bar());
  await press(zhScreening.declineChosen(2));
  expect(typedIn(zhScreening.declineReason)).toBe('');
});

it('takes no second press while it waits for the answer', async () => {
  const api = fakeApi();
  api.hold(scheduleIdeas);
  await open(api);
  await press(zhScreening.listChosen(2));
  await press(zh.confirm);
  await waitFor(() =>
    expect(
      screen.getAllByRole<HTMLButtonElement>('button').map(({ disabled }) => disabled),
    ).toEqual([true, true, true]),
  );
});
