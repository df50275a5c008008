/** Assigning adopted ideas, one or many, and reassigning one under way. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { assignIdea, assignIdeas } from '../../../../shared/contract/routes/implementation.ts';
import { getDirectory, listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { serverNow } from '../../../../web/api/server-clock.ts';
import { AssignForm } from '../../../../web/features/implementation/components/assign-form.tsx';
import { Unassigned } from '../../../../web/features/implementation/components/unassigned.tsx';
import { usualDue } from '../../../../web/features/implementation/due.ts';
import { en as enImplementation } from '../../../../web/features/implementation/words.en.ts';
import { zh as words } from '../../../../web/features/implementation/words.zh.ts';
import { calendarDay } from '../../../../web/i18n/moments.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import * as names from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typeAndLeave, typedIn, wrongFields } from '../../render-page.tsx';
import { at, colleague, huatai, listedIdea, sampleOrganization, secretary } from '../../sample.ts';

const workshop = names.department('机加一车间');
const people = { [colleague]: { name: names.name('李桂英'), department: workshop } };
const adopted = listedIdea({ status: 'adopted' });
const due = names.date('2026-12-31');
const usual = usualDue(serverNow(), sampleOrganization);
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
const form = (idea = adopted) => (
  <AssignForm idea={idea} people={people} onDone={onDone} onCancel={onCancel} />
);
function withDirectory(): FakeApi {
  const api = fakeApi();
  api.answer(getDirectory, { members: [{ id: colleague, ...people[colleague]! }] });
  return api;
}
const open = (api: FakeApi = withDirectory(), idea = adopted) =>
  renderPage(form(idea), { api, member: secretary, roles: ['secretary'] });
it('starts with the organization’s usual due day, and requires an owner', async () => {
  await open();
  expect(typedIn(words.due)).toBe(usual);
  await press(words.assign);
  expect(wrongFields()).toEqual(['owner']);
  expect(document.activeElement).toBe(screen.getByLabelText(words.owner));
  expect(screen.getByText(words.notAMember)).toBeTruthy();
});

it('counts the organization’s usual days in its time zone', () => {
  const lateInLondon = new Date('2026-10-15T20:00:00Z');
  const { calendar } = sampleOrganization;
  const london = { dueDays: 45, calendar: { ...calendar, timeZone: 'Europe/London' } };
  expect(usualDue(lateInLondon, sampleOrganization)).toBe('2026-11-15');
  expect(usualDue(lateInLondon, london)).toBe('2026-11-29');
});

it('assigns the chosen owner, and says by name who does it until when', async () => {
  const api = withDirectory();
  api.answer(assignIdea, { ...underWay, people });
  await renderPage(form(), { api, member: secretary, roles: ['secretary'], language: 'en' });
  await typeAndLeave(enImplementation.owner, colleague);
  await type(enImplementation.due, due);
  await press(enImplementation.assign);
  const said = enImplementation.assignedSaid(adopted.title, '李桂英', calendarDay(due, 'en'));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(said));
  const path = { organization: adopted.organization, idea: adopted.id };
  expect(api.asked(assignIdea)).toEqual([
    { path, body: { owner: colleague, due }, ifMatch: adopted.version },
  ]);
});

it('begins with the present owner and due day when it reassigns', async () => {
  const api = withDirectory();
  api.hold(assignIdea);
  await open(api, underWay);
  expect(screen.getByText('李桂英')).toBeTruthy();
  expect(typedIn(words.due)).toBe(due);
  await type(words.due, '2027-01-31');
  await press(words.reassignNow);
  await waitFor(() =>
    expect(api.asked(assignIdea)).toMatchObject([
      { body: { owner: colleague, due: '2027-01-31' }, ifMatch: 4 },
    ]),
  );
});

it('shows a refused owner at its field, and keeps what was typed', async () => {
  const api = withDirectory();
  const errors = [{ field: 'owner', rule: 'member', detail: 'nobody has this number' }];
  api.answer(assignIdea, refusal(422, 'unknown-owner', { errors }));
  const { change } = await open(api);
  await typeAndLeave(words.owner, 'HT9999');
  await type(words.due, due);
  await press(words.assign);
  await waitFor(() => expect(wrongFields()).toEqual(['owner']));
  expect(screen.getByText('nobody has this number')).toBeTruthy();
  change(null);
  change(form());
  expect(typedIn(words.due)).toBe(due);
  expect(screen.getByText(zh.memberNumber('HT9999'))).toBeTruthy();
  expect(onDone).not.toHaveBeenCalled();
});

it('forgets what was typed when it is cancelled', async () => {
  const { change } = await open();
  await type(words.due, due);
  await press(zh.cancel);
  expect(onCancel).toHaveBeenCalledOnce();
  change(null);
  change(form());
  expect(typedIn(words.due)).toBe(usual);
});

const numbered = ['一', '二', '三'].map((title, number) =>
  listedIdea({
    id: `2026-10-${String(number).padStart(26, '0')}` as IdeaId,
    title: `第${title}条`,
    status: 'adopted',
  }),
) as [typeof adopted, typeof adopted, typeof adopted];

it('leaves the focus to the row after an assigned one', async () => {
  const [one, other] = numbered;
  const api = withDirectory();
  api.answer(assignIdea, { ...one, status: 'implementing', implementation });
  api.answer(listRounds, { items: [] });
  const table = (ideas: readonly (typeof adopted)[]) => (
    <Unassigned ideas={ideas} people={people} onSaid={onDone} />
  );
  const { change } = await renderPage(table([one, other]), {
    api,
    member: secretary,
    roles: ['secretary'],
  });
  const buttonOf = ({ title }: typeof adopted) => zh.labelled(words.assign, title);
  await press(buttonOf(one));
  await typeAndLeave(words.owner, colleague);
  await press(words.assign, within(screen.getByLabelText(words.due).closest('form')!));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  change(table([other]));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: buttonOf(other) }));
});

it('assigns many at once, tells what became of each, and goes on with those not done', async () => {
  const [one, other, third] = numbered;
  const api = withDirectory();
  const { problem } = refusal(409, 'wrong-state', { detail: 'it was given up' });
  api.answer(assignIdeas, {
    ideas: [
      { idea: one.id, outcome: 'done' },
      { idea: other.id, outcome: 'refused', problem },
      { idea: third.id, outcome: 'not-done' },
    ],
  });
  await renderPage(<Unassigned ideas={[one, other, third]} people={people} onSaid={onDone} />, {
    api,
    member: secretary,
    roles: ['secretary'],
  });
  fireEvent.click(screen.getByLabelText(zh.chooseAll(3)));
  await press(words.assign, within(await screen.findByRole('region', { name: zh.chosen(3) })));
  await typeAndLeave(words.owner, colleague);
  await press(words.assign, within(screen.getByRole('form', { name: words.assignChosen(3) })));
  await screen.findByText(zh.labelled(words.assign, zh.outcomesOf(1, 1, 1)));
  expect(screen.getByText(zh.labelled(other.title, 'it was given up'))).toBeTruthy();
  expect(api.asked(assignIdeas)).toEqual([
    {
      path: { organization: huatai },
      body: {
        ideas: [one, other, third].map(({ id: idea, version }) => ({ idea, version })),
        owner: colleague,
        due: usual,
      },
    },
  ]);
  await press(zh.doTheRest(1));
  expect(screen.getByRole('form', { name: words.assignChosen(1) })).toBeTruthy();
});
