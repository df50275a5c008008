/** An act without input: the question before it, and the version it applies to. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { scheduleIdea } from '../../../../shared/contract/routes/screening.ts';
import { ActButton } from '../../../../web/features/ideas/components/act-button.tsx';
import { en as enScreening } from '../../../../web/features/screening/words.en.ts';
import { zh as zhScreening } from '../../../../web/features/screening/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { listedIdea } from '../../sample.ts';

const idea = listedIdea();
const path = { organization: idea.organization, idea: idea.id };
const question = 'Put it on the agenda?';

const button = (
  version = idea.version,
  onDone: (reply: unknown) => void = () => undefined,
  name = zhScreening.scheduleIdea,
) => (
  <ActButton
    name={name}
    question={question}
    seen={version}
    act={(call, ifMatch) => call(scheduleIdea, { path, ifMatch })}
    onDone={onDone}
    shortcut="a"
  />
);
const theButton = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: zhScreening.scheduleIdea });

it('asks first, and acts on a yes', async () => {
  const api = fakeApi();
  const onDone = vi.fn();
  const listed = listedIdea({ status: 'on-agenda', version: 4 });
  api.answer(scheduleIdea, listed);
  await renderPage(button(3, onDone, enScreening.scheduleIdea), { api, language: 'en' });
  await press(enScreening.scheduleIdea);
  expect(screen.getByRole('dialog', { name: question })).toBeTruthy();
  expect(api.asked(scheduleIdea)).toEqual([]);
  await press(en.confirm);
  await waitFor(() => expect(onDone.mock.calls[0]?.[0]).toEqual(listed));
  expect(api.asked(scheduleIdea)).toEqual([{ path, ifMatch: 3 }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('does nothing on a no', async () => {
  const api = fakeApi();
  await renderPage(button(), { api });
  await press(zhScreening.scheduleIdea);
  await press(zh.cancel);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(api.asked(scheduleIdea)).toEqual([]);
});

it('applies to the version that was on screen when it asked', async () => {
  const api = fakeApi();
  api.hold(scheduleIdea);
  const { change } = await renderPage(button(3), { api });
  await press(zhScreening.scheduleIdea);
  change(button(4));
  await press(zh.confirm);
  await waitFor(() => expect(api.asked(scheduleIdea)).toEqual([{ path, ifMatch: 3 }]));
});

it('is busy until the answer, so that it acts once', async () => {
  const api = fakeApi();
  const waiting = api.hold(scheduleIdea);
  await renderPage(button(), { api });
  expect(theButton().getAttribute('aria-keyshortcuts')).toBe('a');
  await press(zhScreening.scheduleIdea);
  await press(zh.confirm);
  await waitFor(() => expect(theButton().disabled).toBe(true));
  expect(theButton().getAttribute('aria-busy')).toBe('true');
  waiting[0]?.fail(new NetworkFailure('gone'));
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  expect(theButton().disabled).toBe(false);
});

it('says why the act is refused, and applies to the newer version once that is loaded', async () => {
  const api = fakeApi();
  api.answer(scheduleIdea, refusal(412, 'version-mismatch'));
  const { change } = await renderPage(button(3), { api });
  await press(zhScreening.scheduleIdea);
  await press(zh.confirm);
  expect((await screen.findByRole('alert')).textContent).toContain('version-mismatch');
  await fireEvent.click(screen.getByRole('button', { name: zh.loadAgain }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  change(button(4));
  await press(zhScreening.scheduleIdea);
  await press(zh.confirm);
  await waitFor(() => expect(api.asked(scheduleIdea)[1]).toEqual({ path, ifMatch: 4 }));
});
