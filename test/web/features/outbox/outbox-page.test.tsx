/** The page of what waits: what it is, why it waits, what became of it, and what can be done. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { castVote } from '../../../../shared/contract/routes/deliberation.ts';
import { getIdea, listMyIdeas, submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { OutboxNews } from '../../../../web/features/outbox/index.ts';
import { OutboxPage } from '../../../../web/features/outbox/pages/outbox-page.tsx';
import { useOutboxWords } from '../../../../web/features/outbox/words.ts';
import { zh as own } from '../../../../web/features/outbox/words.zh.ts';
import { HandInPage } from '../../../../web/features/submission/pages/submit-page.tsx';
import { zh as submission } from '../../../../web/features/submission/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';
import type { Act, Entry, State } from '../../../../web/outbox/entry.ts';
import type { Outbox } from '../../../../web/outbox/outbox.ts';
import { useOutbox } from '../../../../web/outbox/outbox-context.tsx';
import { useSignOut } from '../../../../web/ui/sign-out.tsx';
import * as names from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { fakeIndexedDb, fakeLocks } from '../../outbox/fake-browser.ts';
import { letWait } from '../../outbox/let-wait.ts';
import { anAct, anEntry, IDEAS } from '../../outbox/world.ts';
import { press, renderPage, typedIn } from '../../render-page.tsx';
import { author } from '../../sample.ts';
import { serverTimeIs } from '../../server-time.ts';

const zh = { ...shared, ...submission, ...own };
const [IDEA, , , APPROVAL, , COMMENT] = [0, 1, 2, 3, 4, 5] as const;
const offline = new NetworkFailure('no network');

beforeEach(() => {
  fakeIndexedDb();
  fakeLocks();
});

/** The page of somebody who has these entries, oldest first. */
async function open(
  acts: readonly (readonly [title: string, act: Act, state?: State, about?: Entry['about']])[],
  {
    api = fakeApi(),
    address = '/o/huatai/outbox',
    signOut,
  }: { api?: FakeApi; address?: string; signOut?: () => Promise<void> } = {},
) {
  const entries = acts.map(([title, act, state, about]) => ({
    ...anEntry(`key of ${title}`, act),
    member: author,
    about: about ?? { title, address: '/o/huatai/new' },
    ...(state && { state }),
  }));
  await letWait(author, entries);
  let outbox: Outbox | undefined;
  function Page() {
    outbox = useOutbox();
    useOutboxWords();
    const { signOut, question } = useSignOut();
    return (
      <>
        <OutboxPage />
        <OutboxNews />
        <button type="button" onClick={signOut}>
          {zh.signOut}
        </button>
        {question}
      </>
    );
  }
  const rendered = await renderPage(<Page />, { api, address, ...(signOut && { signOut }) });
  for (const [title] of acts) await screen.findByRole('heading', { name: title });
  return { ...rendered, api, outbox: () => outbox?.engine() };
}

const later: State = { is: 'waiting', tries: 1, after: Date.now() + 3_600_000, why: 'limit' };
const entryOf = (title: string) => {
  const row = screen.getByRole('heading', { name: title }).closest('li');
  if (row === null) throw new Error(`no entry of ${title}`);
  return within(row);
};

it('says what waits and why, and sends it when its person asks', async () => {
  const api = fakeApi();
  await open([['行车限位', anAct(COMMENT, 0), later]], { api });
  const entry = entryOf('行车限位');
  expect(entry.getByText(new RegExp(zh.actOf.writeComment))).toBeTruthy();
  expect(entry.getByText(new RegExp(zh.whyWaiting.limit))).toBeTruthy();
  api.answer({ id: 'writeComment' } as never, { id: 'c1' } as never);
  await press(zh.tryNow);
  await screen.findByText(zh.outboxEmpty);
});

it('tells a vote that came after closing, with its idea and what can be done', async () => {
  const api = fakeApi();
  api.answer(castVote, refusal(409, 'ballot-closed', { title: '表决已截止' }));
  api.answer(getIdea, { ballot: { myVote: null } } as never);
  const tried: State = { is: 'waiting', tries: 1, after: 0, why: 'offline' };
  await open([['行车限位', anAct(APPROVAL, 0), tried]], { api });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('表决已截止');
  expect(alert.textContent).toContain(zh.whatToDo['ballot-closed']);
  await press(zh.understood);
  await screen.findByText(zh.outboxEmpty);
});

it('says before it is sent that the ballot has closed, by the time of the server', async () => {
  serverTimeIs(names.instant('2026-10-18T10:00:00.000Z'));
  const about = (until: string) => ({ title: until, address: '/', until: names.instant(until) });
  const [open1, over] = ['2026-10-18T10:30:00.000Z', '2026-10-18T09:30:00.000Z'] as const;
  await open([
    [open1, anAct(APPROVAL, 0), later, about(open1)],
    [over, anAct(APPROVAL, 1), later, about(over)],
  ]);
  expect(entryOf(open1).queryByText(zh.voteOver)).toBeNull();
  expect(entryOf(open1).getByText(/18:30/)).toBeTruthy();
  expect(entryOf(over).getByText(zh.voteOver)).toBeTruthy();
});

it('says that an idea arrived after its round had ended', async () => {
  const arrived = { idea: IDEAS[0], round: '2026-11' };
  const about = { title: '行车限位', address: '/', round: '2026-10' };
  await open([['行车限位', anAct(IDEA, 0), { is: 'sent', arrived }, about]]);
  const [made, counted] = ['2026-10', '2026-11'].map(shared.roundName);
  expect(screen.getByText(zh.arrivedLate(made ?? '', counted ?? ''))).toBeTruthy();
});

it('tells what was refused on any other page too, until it is seen', async () => {
  const refusal = { status: 409, code: 'ballot-closed', title: '表决已截止' };
  const refused: State = { is: 'refused', tries: 2, refusal };
  await open([['行车限位', anAct(APPROVAL, 0), refused]], { address: '/o/huatai' });
  const alerts = () => screen.getAllByRole('alert').map(alert => alert.textContent);
  await waitFor(() => expect(alerts()).toHaveLength(2));
  expect(alerts().join()).toContain(
    zh.notSent(zh.actOf.castVote, '行车限位', zh.whatToDo['ballot-closed'] ?? ''),
  );
  await fireEvent.click(screen.getByRole('link', { name: zh.seeOutbox }));
  await waitFor(() => expect(alerts()).toHaveLength(1));
  expect(location.pathname).toBe('/o/huatai/outbox');
});

it('shows the claim code of an idea that has arrived until it is written down', async () => {
  const arrived = { idea: IDEAS[0], round: '2026-10', claimCode: '2610-0123-4567' };
  const { outbox } = await open([['食堂热饭', anAct(IDEA, 0), { is: 'sent', arrived }]]);
  expect(screen.getByText('2610-0123-4567')).toBeTruthy();
  expect((await outbox())?.entries()).toHaveLength(1);
  screen.getByRole('checkbox', { name: zh.wroteItDown }).click();
  await waitFor(async () => expect((await outbox())?.entries()).toEqual([]));
});

it('takes an entry out, and puts it back by the undo', async () => {
  const api = fakeApi();
  api.answer({ id: 'writeComment' } as never, offline as never);
  await open([['行车限位', anAct(COMMENT, 0), later]], { api });
  await press(zh.dropEntry);
  await screen.findByText(zh.outboxEmpty);
  await screen.findByRole('button', { name: zh.undo });
  await press(zh.undo);
  await screen.findByRole('heading', { name: '行车限位' });
});

it('opens the form with what was written, under the same key', async () => {
  const api = fakeApi();
  api.answer(listMyIdeas, { items: [] } as never);
  const { change, outbox } = await open([['行车限位', anAct(IDEA, 0), later]], { api });
  await press(zh.changeEntry);
  await waitFor(() => expect(location.pathname).toBe('/o/huatai/new'));
  expect((await outbox())?.entries()).toEqual([]);
  change(<HandInPage />);
  expect(await screen.findByLabelText(shared.title)).toBeTruthy();
  expect([typedIn(shared.title), typedIn(shared.problem)]).toEqual([
    '行车限位',
    '没有限位，去年擦碰过一次。',
  ]);
  api.answer(submitIdea, offline as never);
  await press(submission.handIn);
  await screen.findByRole('heading', { name: submission.ideaWaits('行车限位') });
  expect(api.asked(submitIdea)).toMatchObject([{ idempotencyKey: 'key of 行车限位' }]);
});

it('asks before signing out deletes what waits', async () => {
  const left: string[] = [];
  const api = fakeApi();
  api.answer({ id: 'writeComment' } as never, offline as never);
  await open([['行车限位', anAct(COMMENT, 0), later]], {
    api,
    signOut: async () => void left.push('signed out'),
  });
  await press(zh.signOut);
  await screen.findByRole('button', { name: zh.signOutSending });
  await press(zh.signOutSending);
  await screen.findByText(zh.signOutNotSent);
  expect(left).toEqual([]);
  api.answer({ id: 'writeComment' } as never, { id: 'c1' } as never);
  await press(zh.signOutSending);
  await waitFor(() => expect(left).toEqual(['signed out']));
});
