/** Assigning an adopted idea, and reassigning one under way. */
import { screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { assignIdea } from '../../../../shared/contract/routes/implementation.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { AssignForm } from '../../../../web/features/implementation/components/assign-form.tsx';
import { en as enImplementation } from '../../../../web/features/implementation/words.en.ts';
import { zh as zhImplementation } from '../../../../web/features/implementation/words.zh.ts';
import { calendarDay } from '../../../../web/i18n/moments.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { at, colleague, listedIdea, secretary } from '../../sample.ts';

const adopted = listedIdea({ status: 'adopted' });
const due = '2026-12-31' as LocalDate;
const implementation = {
  owner: colleague,
  due,
  assignedAt: at('2026-10-20 09:00'),
  progress: 0,
  overdue: false,
};
const underWay = listedIdea({ status: 'implementing', version: 4, implementation });

const [onDone, onCancel] = [vi.fn(), vi.fn()];
beforeEach(() => {
  onDone.mockClear();
  onCancel.mockClear();
});
const form = (idea = adopted) => <AssignForm idea={idea} onDone={onDone} onCancel={onCancel} />;
const open = (api: FakeApi = fakeApi(), idea = adopted) =>
  renderPage(form(idea), { api, member: secretary, roles: ['secretary'] });

it('requires an owner and a due date, and focuses the first that is missing', async () => {
  await open();
  await press(zhImplementation.assign);
  expect(wrongFields()).toEqual(['owner', 'due']);
  expect(document.activeElement).toBe(screen.getByLabelText(zhImplementation.owner));
  expect(screen.getByText(zhImplementation.notAMember)).toBeTruthy();
  expect(screen.getByText(zhImplementation.notADay)).toBeTruthy();
  await type(zhImplementation.owner, colleague);
  expect(wrongFields()).toEqual(['due']);
});

it('sends the owner’s number without blanks around it, and says who does it until when', async () => {
  const api = fakeApi();
  api.answer(assignIdea, underWay);
  await renderPage(form(), { api, member: secretary, roles: ['secretary'], language: 'en' });
  await type(enImplementation.owner, ` ${colleague} `);
  await type(enImplementation.due, due);
  await press(enImplementation.assign);
  const said = enImplementation.assignedSaid(adopted.title, colleague, calendarDay(due, 'en'));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(said));
  const path = { organization: adopted.organization, idea: adopted.id };
  expect(api.asked(assignIdea)).toEqual([
    { path, body: { owner: colleague, due }, ifMatch: adopted.version },
  ]);
});

it('begins with the present owner and due date when it reassigns', async () => {
  const api = fakeApi();
  api.hold(assignIdea);
  await open(api, underWay);
  expect([typedIn(zhImplementation.owner), typedIn(zhImplementation.due)]).toEqual([
    colleague,
    due,
  ]);
  await type(zhImplementation.due, '2027-01-31');
  await press(zhImplementation.reassign);
  await waitFor(() =>
    expect(api.asked(assignIdea)).toMatchObject([
      { body: { owner: colleague, due: '2027-01-31' }, ifMatch: 4 },
    ]),
  );
});

it('shows a refused owner at its field, and keeps what was typed', async () => {
  const api = fakeApi();
  const errors = [{ field: 'owner', rule: 'member', detail: 'nobody has this number' }];
  api.answer(assignIdea, refusal(422, 'unknown-owner', { errors }));
  const { change } = await open(api);
  await type(zhImplementation.owner, 'HT9999');
  await type(zhImplementation.due, due);
  await press(zhImplementation.assign);
  await waitFor(() => expect(wrongFields()).toEqual(['owner']));
  expect(screen.getByText('nobody has this number')).toBeTruthy();
  change(null);
  change(form());
  expect([typedIn(zhImplementation.owner), typedIn(zhImplementation.due)]).toEqual(['HT9999', due]);
  expect(onDone).not.toHaveBeenCalled();
});

it('forgets what was typed when it is cancelled', async () => {
  const { change } = await open();
  await type(zhImplementation.owner, 'HT9999');
  await press(zh.cancel);
  expect(onCancel).toHaveBeenCalledOnce();
  change(null);
  change(form());
  expect(typedIn(zhImplementation.owner)).toBe('');
});
