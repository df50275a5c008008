/** Deciding: what the ballot allows is one press with an undo; anything else needs its words. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  castVote,
  decideIdea,
  getAgenda,
  publishRound,
} from '../../../../shared/contract/routes/deliberation.ts';
import type { DecisionOutcome } from '../../../../shared/domain/idea/decision.ts';
import { en as enChairing } from '../../../../web/features/agenda/chairing/words.en.ts';
import { zh as zhChairing } from '../../../../web/features/agenda/chairing/words.zh.ts';
import { UNDO_MILLIS } from '../../../../web/features/agenda/use-announcements.ts';
import { zh as zhAgenda } from '../../../../web/features/agenda/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, type, typedIn, wrongFields } from '../../render-page.tsx';
import { at, chair, huatai, listedIdea, october } from '../../sample.ts';
import { type AgendaItem, idOf, nth, openAgenda } from './agenda-scene.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

const full = { cast: 4, eligible: 4 };
const adopting = { myVote: 'approve', tally: { approve: 4, oppose: 0, abstain: 0 } } as const;
const ready = (number: number, ballot: Partial<AgendaItem['ballot']> = adopting) =>
  nth(number, { turnout: full, ...ballot });
const decided = (outcome: DecisionOutcome) =>
  listedIdea({
    status: outcome,
    decision: {
      outcome,
      at: at('2026-10-16 15:00'),
      by: { kind: 'member', id: chair },
      round: october,
    },
  });
const roles = ['chair', 'committee'] as const;
const inList = () => within(screen.getByRole('list', { name: zhAgenda.showDecide }));
const rows = () =>
  inList()
    .getAllByRole('listitem')
    .map(row => row.textContent ?? '');
const inCard = () => within(screen.getByRole('article'));
const wait = (millis: number) =>
  act(() => {
    vi.advanceTimersByTime(millis);
  });

it('lists what can be announced first, with turnout, quorum and what is missing', async () => {
  const few = { approve: 1, oppose: 0, abstain: 0 };
  await openAgenda(
    [
      nth(1, { turnout: { cast: 1, eligible: 4 }, myVote: 'approve', tally: few }),
      ready(2),
      ready(3, { myVote: 'oppose', tally: { approve: 1, oppose: 3, abstain: 0 } }),
    ],
    { roles },
  );
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  const [first, second, third] = rows();
  expect(first).toContain(zhAgenda.announceTally(zh.outcomes.adopted, 4, 0));
  expect(first).toContain(zhAgenda.turnout(4, 4));
  expect(first).toContain(zhAgenda.quorate);
  expect(second).toContain(zhAgenda.announceTally(zh.outcomes.declined, 1, 3));
  expect(third).toContain(zhAgenda.notQuorate);
  expect(third).toContain(zhAgenda.missingVotes(2));
});

it('moves the focus from the announcement to its undo, and back', async () => {
  await openAgenda([ready(1)], { roles });
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  const label = zhAgenda.announceTally(zh.outcomes.adopted, 4, 0);
  const announce = () =>
    inList().getByRole('button', { name: zhAgenda.announceOf('第 1 条', label) });
  const undo = () => inList().getByRole('button', { name: zhAgenda.undoOf('第 1 条') });
  fireEvent.click(announce());
  expect(document.activeElement).toBe(undo());
  fireEvent.click(undo());
  expect(document.activeElement).toBe(announce());
});

it('counts the chair’s own vote everywhere at once, in the turnout as in the tally', async () => {
  const api = fakeApi();
  await openAgenda([nth(1, { turnout: { cast: 3, eligible: 4 } })], { api, roles });
  await screen.findByRole('article');
  api.answer(castVote, ({ body: { choice } }) => ({
    choice,
    tally: { approve: 4, oppose: 0, abstain: 0 },
  }));
  await press(new RegExp(zh.choices.approve), inCard());
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  await waitFor(() => expect(rows()[0]).toContain(zhAgenda.turnout(4, 4)));
  expect(rows()[0]).toContain(zhAgenda.announceTally(zh.outcomes.adopted, 4, 0));
});

it('opens on what can be announced where its task leads, also with votes of one’s own left', async () => {
  const { search } = new URL(paths.toDecide(huatai, october), location.href);
  await openAgenda([nth(1), ready(2)], { roles, address: `/${search}` });
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  const label = zhAgenda.announceTally(zh.outcomes.adopted, 4, 0);
  const button = inList().getByRole('button', { name: new RegExp(`^${label}`) });
  expect(button.textContent).toBe(label);
  expect(inList().getByRole('button', { name: zhAgenda.announceOf('第 2 条', label) })).toBe(
    button,
  );
});

it('announces by one press, and sends it when nobody has undone it', async () => {
  const api = fakeApi();
  api.answer(decideIdea, decided('adopted'));
  await openAgenda([ready(1), ready(2)], { api, roles });
  const label = zhAgenda.announceTally(zh.outcomes.adopted, 4, 0);
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  await press(zhAgenda.announceOf('第 1 条', label), inList());
  await press(zhAgenda.announceOf('第 2 条', label), inList());
  await press(zhAgenda.undoOf('第 1 条'), inList());
  expect(api.asked(decideIdea)).toEqual([]);
  await wait(UNDO_MILLIS);
  await waitFor(() =>
    expect(api.asked(decideIdea)).toMatchObject([
      { path: { idea: idOf(2) }, body: { outcome: 'adopted' } },
    ]),
  );
});

it('sends an announcement at once when the page is left', async () => {
  const api = fakeApi();
  api.answer(decideIdea, decided('declined'));
  const against = { myVote: 'oppose', tally: { approve: 1, oppose: 3, abstain: 0 } } as const;
  const { change } = await openAgenda([ready(1, against)], { api, roles });
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  const label = zhAgenda.announceTally(zh.outcomes.declined, 1, 3);
  await press(zhAgenda.announceOf('第 1 条', label), inList());
  change(null);
  expect(api.asked(decideIdea)).toMatchObject([{ body: { outcome: 'as-balloted' } }]);
});

it('leaves the focus to the next row as an announced idea leaves the list', async () => {
  const api = fakeApi();
  await openAgenda([ready(1), ready(2)], { api, roles });
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  api.answer(decideIdea, decided('adopted') as never);
  api.answer(getAgenda, { items: [ready(2)], total: 2 });
  await press(
    zhAgenda.announceOf('第 1 条', zhAgenda.announceTally(zh.outcomes.adopted, 4, 0)),
    inList(),
  );
  expect(document.activeElement).toBe(
    inList().getByRole('button', { name: zhAgenda.undoOf('第 1 条') }),
  );
  await wait(UNDO_MILLIS);
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(document.activeElement).toBe(inList().getByRole('button', { name: /^2/ }));
});

it('says why an announcement is refused, and offers it again', async () => {
  const api = fakeApi();
  api.answer(decideIdea, refusal(409, 'against-the-ballot'));
  await openAgenda([ready(1)], { api, roles });
  const label = zhAgenda.announceTally(zh.outcomes.adopted, 4, 0);
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  await press(zhAgenda.announceOf('第 1 条', label), inList());
  await wait(UNDO_MILLIS);
  const alert = (await inList().findByRole('alert')).textContent;
  expect(alert).toContain('title of against-the-ballot');
  expect(
    inList().getByRole('button', { name: zhAgenda.announceOf('第 1 条', label) }),
  ).toBeTruthy();
});

it('asks for a secret ballot’s own outcome, whose tally nobody knows', async () => {
  const api = fakeApi();
  api.answer(decideIdea, decided('adopted'));
  const secret = { rule: 'secret', myVote: 'approve', tally: null } as const;
  await openAgenda([ready(1, secret), nth(2, { ...secret, turnout: null })], { api, roles });
  await screen.findByRole('list', { name: zhAgenda.showDecide });
  expect(rows()[1]).not.toContain(zhAgenda.missingVotes(3));
  await press(zhAgenda.announceOf('第 1 条', zhAgenda.announceSecret), inList());
  await wait(UNDO_MILLIS);
  await waitFor(() =>
    expect(api.asked(decideIdea)).toMatchObject([{ body: { outcome: 'as-balloted' } }]),
  );
  await fireEvent.click(inList().getByRole('button', { name: /^2/ }));
  await screen.findByRole('article');
  const form = (await inCard().findByText(zhChairing.decideWithReason)).closest('details');
  expect(
    within(form ?? document.body)
      .getAllByRole('radio', { hidden: true })
      .map(radio => radio.closest('label')?.textContent),
  ).toEqual([zhChairing.asBalloted, zh.outcomes.deferred]);
});

const ofFirst = `/?idea=${idOf(1)}`;
const select = (name: string) =>
  fireEvent.click(inCard().getByRole('radio', { name, hidden: true }));

it('brings its form into view and gives its first field the focus as it is opened', async () => {
  await openAgenda([ready(1)], { roles, address: ofFirst });
  const summary = await screen.findByText(zhChairing.decideWithReason);
  const form = summary.closest('details');
  if (form === null) throw new Error('no form');
  const scrolled = vi.fn();
  form.scrollIntoView = scrolled;
  form.open = true;
  await waitFor(() => expect(scrolled).toHaveBeenCalledOnce());
  expect(document.activeElement).toBe(
    within(form).getByRole('radio', { name: zh.outcomes.adopted, hidden: true }),
  );
});

it('gives the focus to what is said once the chair publishes', async () => {
  const api = fakeApi();
  api.answer(publishRound, {} as never);
  await openAgenda([nth(1, { state: 'closed', mayVote: false })], { api, roles, state: 'decided' });
  await screen.findByRole('button', { name: zhChairing.publishNow });
  await press(zhChairing.publishNow);
  await press(zh.confirm);
  const said = await screen.findByText(zhChairing.publishing);
  expect(said.parentElement).toBe(document.activeElement);
});

it('requires a reason to defer, and a reply to be long enough', async () => {
  const api = fakeApi();
  await openAgenda([ready(1)], { api, roles, language: 'en', address: ofFirst });
  await screen.findByText(enChairing.decideWithReason);
  await select(en.outcomes.deferred);
  await type(enChairing.officialReply, '好');
  await press(enChairing.decide);
  expect(wrongFields()).toEqual(['reason', 'reply']);
  await wait(UNDO_MILLIS);
  expect(api.asked(decideIdea)).toEqual([]);
});

it('names what was chosen while it waits, not what the ballot allows', async () => {
  await openAgenda([ready(1)], { roles, address: ofFirst });
  await screen.findByText(zhChairing.decideWithReason);
  await select(zh.outcomes.deferred);
  await type(zhChairing.reasonFor, '先小范围试。');
  inCard().getByRole('button', { name: zhChairing.decide }).focus();
  await press(zhChairing.decide, inCard());
  expect(inCard().getByText(zhAgenda.announcing(zh.outcomes.deferred))).toBeTruthy();
  expect(document.activeElement).toBe(
    inCard().getByRole('button', { name: zhAgenda.undoOf('第 1 条') }),
  );
  await press(zhAgenda.undoOf('第 1 条'), inCard());
});

it('keeps the words of a refused decision, and forgets them once it is made', async () => {
  const api = fakeApi();
  api.answer(decideIdea, refusal(409, 'no-quorum'));
  await openAgenda([ready(1)], { api, roles, address: ofFirst });
  await screen.findByText(zhChairing.decideWithReason);
  await select(zh.outcomes.declined);
  await type(zhChairing.reasonFor, '已有同类设备。');
  await press(zhChairing.decide);
  await press(zhAgenda.undoOf('第 1 条'), inCard());
  expect(typedIn(zhChairing.reasonFor)).toBe('已有同类设备。');
  await press(zhChairing.decide);
  await wait(UNDO_MILLIS);
  await waitFor(() => expect(typedIn(zhChairing.reasonFor)).toBe('已有同类设备。'));
  expect(JSON.stringify({ ...localStorage })).toContain('已有同类设备');
  api.answer(decideIdea, decided('declined'));
  await press(zhChairing.decide);
  await wait(UNDO_MILLIS);
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('已有同类设备'));
  expect(api.asked(decideIdea)[1]?.body).toEqual({ outcome: 'declined', reason: '已有同类设备。' });
});
