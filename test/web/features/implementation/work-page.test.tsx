/** An owner's work: its days left in words, and a report in two taps from the list. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import {
  completeIdea,
  listMyWork,
  reportProgress,
} from '../../../../shared/contract/routes/implementation.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { WorkPage } from '../../../../web/features/implementation/pages/work-page.tsx';
import { zh as zhWork } from '../../../../web/features/implementation/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { fakeIndexedDb, fakeLocks } from '../../outbox/fake-browser.ts';
import { press, renderPage, typedIn } from '../../render-page.tsx';
import { at, colleague, listedIdea } from '../../sample.ts';

type Work = ReplyOf<typeof listMyWork>['items'][number];

const work = (daysLeft: number, changes: Partial<Work> = {}): Work => ({
  ...listedIdea({ status: 'implementing' }),
  implementation: {
    owner: colleague,
    due: '2026-10-18' as LocalDate,
    assignedAt: at('2026-10-16 09:00'),
    progress: 40,
    overdue: daysLeft < 0,
    daysLeft,
  },
  ...changes,
});

async function open(...items: Work[]) {
  const api = fakeApi();
  api.answer(listMyWork, ({ query }) => ({ items: query?.duty === 'done' ? [] : items }));
  await renderPage(<WorkPage />, { api, member: colleague });
  await waitFor(() => expect(screen.queryAllByRole('listitem')).toHaveLength(items.length));
  return api;
}

it('says how many days are left or over', async () => {
  await open(
    work(-2),
    work(0, { id: '2026-10-00000000000000000000000002' as IdeaId }),
    work(12, { id: '2026-10-00000000000000000000000003' as IdeaId }),
  );
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  for (const [row, days] of [-2, 0, 12].entries())
    expect(rows[row]).toContain(zhIdeas.daysLeft(days));
});

it('reports in two taps, with a note that is begun already', async () => {
  const api = await open(work(12));
  api.answer(reportProgress, work(12));
  await press(zhWork.percent(75));
  await press(zhWork.reportPercent(75));
  await screen.findByText(zhWork.reported);
  expect(api.asked(reportProgress)).toMatchObject([
    { body: { progress: 75, note: zhWork.noteBegun(75) } },
  ]);
});

it('shows a report that waits for a network as such, and its progress', async () => {
  fakeIndexedDb();
  fakeLocks();
  const api = await open(work(12));
  api.answer(reportProgress, new NetworkFailure('gone'));
  await press(zhWork.percent(75));
  await press(zhWork.reportPercent(75));
  const row = screen.getByRole('listitem');
  await waitFor(() => expect(row.textContent).toContain(zh.waitsToBeSent));
  expect(within(row).getByRole<HTMLProgressElement>('progressbar').value).toBe(75);
  const chosen = await within(row).findByRole('button', { name: zhWork.percent(75) });
  expect(chosen.getAttribute('aria-pressed')).toBe('true');
});

it('completes right after a report, before the list has been read again', async () => {
  const api = await open(work(12));
  api.answer(reportProgress, work(12, { version: 4 }));
  await press(zhWork.percent(75));
  await press(zhWork.reportPercent(75));
  await screen.findByText(zhWork.reported);
  api.answer(completeIdea, work(12, { version: 5 }));
  await press(zhWork.complete);
  for (const [label, value] of [
    [zhWork.doneField, '已装好。'],
    [zhWork.claimedField, '50000'],
  ] as const)
    await fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await press(zhWork.complete);
  await press(zh.confirm);
  await screen.findByText(zhWork.completed);
  expect(api.asked(completeIdea)).toMatchObject([{ ifMatch: 4 }]);
});

it('changes the begun note with the progress, but not what the owner wrote', async () => {
  await open(work(12));
  await press(zhWork.percent(25));
  const form = within(screen.getByRole('listitem'));
  await press(zhWork.percent(50), form);
  expect(typedIn(zhWork.reportNote)).toBe(zhWork.noteBegun(50));
  await fireEvent.input(form.getByLabelText(zhWork.reportNote), { target: { value: '等风机。' } });
  await fireEvent.input(form.getByLabelText(zhWork.progressField), { target: { value: '60' } });
  expect(typedIn(zhWork.reportNote)).toBe('等风机。');
  expect(screen.getByRole('button', { name: zhWork.reportPercent(60) })).toBeTruthy();
});

it('leads from 100 % to the completion', async () => {
  await open(work(12));
  await press(zhWork.percent(100));
  await press(zhWork.complete);
  expect(screen.getByLabelText(zhWork.doneField)).toBeTruthy();
});

it('says so when there is no work', async () => {
  await open();
  expect(await screen.findByText(zhWork.workEmpty)).toBeTruthy();
});
