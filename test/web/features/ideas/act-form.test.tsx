/** An act on an idea that needs a text. Returning an idea represents all of them. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { returnIdea } from '../../../../shared/contract/routes/screening.ts';
import { ReasonForm } from '../../../../web/features/screening/components/reason-form.tsx';
import { en as enIdeas } from '../../../../web/features/screening/words.en.ts';
import { zh as zhIdeas } from '../../../../web/features/screening/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { listedIdea, secretary } from '../../sample.ts';

const idea = listedIdea();
const [onDone, onCancel] = [vi.fn(), vi.fn()];
beforeEach(() => {
  onDone.mockClear();
  onCancel.mockClear();
});

const form = (
  of = idea,
  words: Pick<typeof zhIdeas, 'returnIdea' | 'returnText' | 'returnHint'> = zhIdeas,
) => (
  <ReasonForm
    idea={of}
    act="return"
    wording={{
      name: words.returnIdea,
      label: words.returnText,
      hint: words.returnHint,
      question: 'Return it?',
    }}
    field="reason"
    send={(call, { body: reason, ...request }) =>
      call(returnIdea, { ...request, body: { reason } })
    }
    onDone={onDone}
    onCancel={onCancel}
  />
);
const open = (api: FakeApi = fakeApi()) =>
  renderPage(form(), { api, member: secretary, roles: ['secretary'] });

it('puts the focus into its first field', async () => {
  await open();
  expect(document.activeElement).toBe(screen.getByLabelText(zhIdeas.returnText));
});

it('sends the typed text after the confirmation, with the version on screen', async () => {
  const api = fakeApi();
  api.answer(returnIdea, { ...idea, status: 'returned' });
  await open(api);
  await type(zhIdeas.returnText, '请写明型号。');
  await press(zhIdeas.returnIdea);
  expect(screen.getByRole('dialog', { name: 'Return it?' })).toBeTruthy();
  expect(api.asked(returnIdea)).toEqual([]);
  await press(zh.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const path = { organization: idea.organization, idea: idea.id };
  expect(api.asked(returnIdea)).toEqual([
    { path, body: { reason: '请写明型号。' }, ifMatch: idea.version },
  ]);
});

it('requires the text before it asks for confirmation', async () => {
  await renderPage(form(idea, enIdeas), {
    member: secretary,
    roles: ['secretary'],
    language: 'en',
  });
  await press(enIdeas.returnIdea);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(wrongFields()).toEqual(['reason']);
  expect(screen.getByText(en.missing)).toBeTruthy();
});

it('keeps the typed text after a failure and when opened again, and forgets it when it is discarded', async () => {
  const api = fakeApi();
  api.answer(returnIdea, new NetworkFailure('gone'));
  const { change } = await open(api);
  await type(zhIdeas.returnText, '请写明型号。');
  await press(zhIdeas.returnIdea);
  await press(zh.confirm);
  expect((await screen.findByRole('alert')).textContent).toContain(zh.networkFailed);
  change(null);
  change(form());
  expect(typedIn(zhIdeas.returnText)).toBe('请写明型号。');
  await press(zh.cancel);
  expect(onCancel).toHaveBeenCalledOnce();
  change(null);
  change(form());
  expect(typedIn(zhIdeas.returnText)).toBe('');
});

it('acts on no newer version than the one on screen, until that one is loaded; the typed text stays', async () => {
  const api = fakeApi();
  api.answer(returnIdea, refusal(412, 'version-mismatch'));
  const { change } = await open(api);
  await type(zhIdeas.returnText, '请写明型号。');
  change(form({ ...idea, version: 4 }));
  await press(zhIdeas.returnIdea);
  await press(zh.confirm);
  await fireEvent.click(await screen.findByRole('button', { name: zh.keepMine }));
  expect(api.asked(returnIdea)).toMatchObject([{ ifMatch: 3 }]);
  expect(typedIn(zhIdeas.returnText)).toBe('请写明型号。');
  await press(zhIdeas.returnIdea);
  await press(zh.confirm);
  await waitFor(() => expect(api.asked(returnIdea)[1]).toMatchObject({ ifMatch: 4 }));
});

it('forgets the typed text on request when the idea has changed', async () => {
  const api = fakeApi();
  api.answer(returnIdea, refusal(412, 'version-mismatch'));
  const { change } = await open(api);
  await type(zhIdeas.returnText, '请写明型号。');
  await press(zhIdeas.returnIdea);
  await press(zh.confirm);
  await fireEvent.click(await screen.findByRole('button', { name: zh.dropMine }));
  expect(onCancel).toHaveBeenCalled();
  change(null);
  change(form());
  expect(typedIn(zhIdeas.returnText)).toBe('');
});

it('shows a refusal of the API at its field', async () => {
  const api = fakeApi();
  const errors = [{ field: 'reason', rule: 'length', detail: 'far too long' }];
  api.answer(returnIdea, refusal(400, 'invalid-request', { errors }));
  await open(api);
  await type(zhIdeas.returnText, '请写明型号。');
  await press(zhIdeas.returnIdea);
  await press(zh.confirm);
  await waitFor(() => expect(wrongFields()).toEqual(['reason']));
  expect(screen.getByText('far too long')).toBeTruthy();
});

it('says that the act is no longer possible after a change of the idea, and keeps the text for copying', async () => {
  const { change } = await open();
  await type(zhIdeas.returnText, '请写明型号。');
  change(form({ ...idea, status: 'on-agenda', version: 4 }));
  expect(screen.getByRole('alert').textContent).toContain(zh.statuses['on-agenda']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: zhIdeas.returnIdea }).disabled).toBe(
    true,
  );
  expect(typedIn(zhIdeas.returnText)).toBe('请写明型号。');
});
