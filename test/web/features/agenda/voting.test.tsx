/** Voting: one press is one vote, the next idea comes by itself, and nothing is lost. */
import { useQueryClient } from '@tanstack/preact-query';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { listComments, writeComment } from '../../../../shared/contract/routes/comments.ts';
import { castVote, getAgenda } from '../../../../shared/contract/routes/deliberation.ts';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import { useWaiting } from '../../../../web/app/use-waiting.ts';
import { Agenda } from '../../../../web/features/agenda/components/agenda.tsx';
import { en as enAgenda } from '../../../../web/features/agenda/words.en.ts';
import { zh as zhAgenda } from '../../../../web/features/agenda/words.zh.ts';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, type } from '../../render-page.tsx';
import { at, author, chair, colleague, huatai, october } from '../../sample.ts';
import { idOf, nth, openAgenda } from './agenda-scene.tsx';

const card = () => within(screen.getByRole('article'));
const title = () => card().getByRole('heading', { level: 2 }).textContent;
const isOpen = async (wanted: string) => {
  await waitFor(() => expect(title()).toBe(wanted));
  // A frame later the components have done what they do once they are on screen.
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
};
const vote = (name: string) => press(new RegExp(name), card());
const bar = () => within(screen.getByRole('region', { name: zh.ballot }));

it('opens the next idea by itself after one press, and ends when all are voted on', async () => {
  const { api } = await openAgenda([nth(1), nth(2), nth(3, { mayVote: false })]);
  await isOpen('第 1 条');
  await vote(zh.choices.approve);
  await isOpen('第 2 条');
  expect(document.activeElement?.textContent).toBe('第 2 条');
  expect(new URLSearchParams(location.search).get('idea')).toBe(idOf(2));
  expect(bar().getByRole('status').textContent).toBe(zhAgenda.lastVote(1, zh.choices.approve));
  await vote(zh.choices.oppose);
  const end = await screen.findByRole('heading', { name: zhAgenda.allVotedTitle });
  expect(document.activeElement).toBe(end);
  expect(screen.getByText('赞成 1 · 反对 1 · 弃权 0')).toBeTruthy();
  await waitFor(() =>
    expect(api.asked(castVote)).toMatchObject([
      { path: { idea: idOf(1) }, body: { choice: 'approve' } },
      { path: { idea: idOf(2) }, body: { choice: 'oppose' } },
    ]),
  );
});

it('says that the ballots have closed, by the server, where no answer can say so', async () => {
  await openAgenda([nth(1)], { now: at('2026-10-18 18:01') });
  await isOpen('第 1 条');
  expect(bar().getByRole('status').textContent).toBe(zhAgenda.votingOver);
});

it('leads back to the vote before, to vote otherwise', async () => {
  const { api } = await openAgenda([nth(1), nth(2)]);
  await isOpen('第 1 条');
  await vote(zh.choices.approve);
  await press(zhAgenda.voteAgainOf('第 1 条'));
  await isOpen('第 1 条');
  const pressed = card().getByRole('button', { pressed: true });
  expect(pressed.textContent).toContain(zh.choices.approve);
  await vote(zh.choices.abstain);
  await isOpen('第 2 条');
  await waitFor(() =>
    expect(api.asked(castVote).map(({ body }) => body.choice)).toEqual(['approve', 'abstain']),
  );
});

it('is done by keys, which rest while a comment is typed', async () => {
  const { api } = await openAgenda([nth(1), nth(2), nth(3)], { language: 'en' });
  await isOpen('第 1 条');
  await fireEvent.keyDown(document.body, { key: 'j' });
  await isOpen('第 2 条');
  await fireEvent.keyDown(document.body, { key: '3' });
  await isOpen('第 3 条');
  await fireEvent.keyDown(document.body, { key: 'o', repeat: true });
  await press(enAgenda.voteAside);
  await fireEvent.keyDown(screen.getByLabelText(enAgenda.voteAsideLabel), { key: '1' });
  await fireEvent.keyDown(document.body, { key: 'u' });
  await isOpen('第 2 条');
  expect(api.asked(castVote)).toMatchObject([
    { path: { idea: idOf(2) }, body: { choice: 'abstain' } },
  ]);
  expect(card().getByRole('button', { pressed: true }).textContent).toContain(en.choices.abstain);
});

it('sends a comment with the vote, and forgets it on the device', async () => {
  const { api } = await openAgenda([nth(1), nth(2)]);
  await isOpen('第 1 条');
  expect(screen.queryByLabelText(zhAgenda.voteAsideLabel)).toBeNull();
  await press(zhAgenda.voteAside);
  await type(zhAgenda.voteAsideLabel, '请设备部先看。');
  expect(JSON.stringify({ ...localStorage })).toContain('请设备部先看');
  await vote(zh.choices.approve);
  await waitFor(() =>
    expect(api.asked(castVote)[0]?.body).toEqual({ choice: 'approve', comment: '请设备部先看。' }),
  );
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('请设备部先看'));
});

it('holds a vote back while its comment is too long', async () => {
  const { api } = await openAgenda([nth(1), nth(2)]);
  await isOpen('第 1 条');
  await press(zhAgenda.voteAside);
  await type(zhAgenda.voteAsideLabel, '长'.repeat(2001));
  await vote(zh.choices.approve);
  expect(title()).toBe('第 1 条');
  expect(api.asked(castVote)).toEqual([]);
});

it('returns an idea to the voter if the vote is refused after they have gone on', async () => {
  const api = fakeApi();
  await openAgenda([nth(1), nth(2)], { api });
  await isOpen('第 1 条');
  const held = api.hold(castVote);
  await vote(zh.choices.approve);
  await isOpen('第 2 条');
  await waitFor(() => expect(held).toHaveLength(1));
  held[0]?.fail(refusal(409, 'ballot-closed'));
  expect((await screen.findByRole('alert')).textContent).toContain('title of ballot-closed');
  const rows = within(screen.getByRole('list', { name: zhAgenda.agendaList }));
  const row = () => rows.getByRole('button', { name: /第 1 条/ }).textContent;
  await waitFor(() => expect(row()).toContain(zhAgenda.notYetVoted));
});

it('does not take a double tap for a vote on the next idea', async () => {
  await openAgenda([nth(1), nth(2)]);
  await isOpen('第 1 条');
  const choices = () => card().getByRole('button', { name: /赞成/ }).parentElement?.className;
  expect(choices()).toBe('choices');
  await vote(zh.choices.approve);
  await isOpen('第 2 条');
  expect(choices()).toContain('settling');
  await waitFor(() => expect(choices()).toBe('choices'));
});

it('reads the discussion when it is opened, and says why it was deferred last month', async () => {
  const api = fakeApi();
  const deferral = { round: '2026-09' as never, at: nth(1).submittedAt, reason: '等预算。' };
  await openAgenda([nth(1, {}, { comments: 2, lastDeferral: deferral })], { api });
  const summary = await screen.findByText(zhAgenda.discussion(2));
  expect(screen.getByText('等预算。').closest('details')?.open).toBe(false);
  expect(api.asked(listComments)).toEqual([]);
  api.answer(listComments, { items: [] });
  const details = summary.closest('details');
  if (details === null) throw new Error('no details');
  details.open = true;
  await fireEvent(details, new Event('toggle'));
  await waitFor(() => expect(api.asked(listComments)).toHaveLength(1));
});

it('counts a comment in the discussion’s own line as soon as it is written', async () => {
  const api = fakeApi();
  await openAgenda([nth(1, {}, { comments: 2 })], { api });
  api.answer(listComments, { items: [] });
  const details = (await screen.findByText(zhAgenda.discussion(2))).closest('details');
  if (details === null) throw new Error('no details');
  details.open = true;
  await fireEvent(details, new Event('toggle'));
  const label = await screen.findByLabelText(zhIdeas.newComment);
  api.answer(writeComment, ({ path, body: { text } }) => ({
    id: '01K7000000000000000000000A' as never,
    organization: path.organization,
    ideaId: path.idea,
    writer: chair,
    text,
    writtenAt: at('2026-10-15 10:00'),
    hidden: null,
    trace: [],
    mayHide: true,
    mayShow: false,
  }));
  await fireEvent.input(label, { target: { value: '二号跨也要装。' } });
  await press(zhIdeas.writeComment);
  expect(await screen.findByText(zhAgenda.discussion(3))).toBeTruthy();
});

it.each([
  ['whose idea it is', author, nth(1, { mayVote: false }), zhAgenda.recused],
  ['who is no elector', colleague, nth(1, { mayVote: false }), zhAgenda.notElector],
  [
    'everybody before it opens',
    colleague,
    nth(1, { state: 'not-open', mayVote: false }),
    zh.ballotStates['not-open'],
  ],
])('offers no vote to %s, and says why', async (_, member, item, why) => {
  await openAgenda([item], { member });
  await isOpen('第 1 条');
  expect(bar().getByText(why)).toBeTruthy();
  expect(bar().queryByRole('button')).toBeNull();
});

/** Opens an agenda of two ideas, beside the count of what waits. */
async function openWithCount(api: ReturnType<typeof fakeApi>): Promise<void> {
  const { change } = await openAgenda([nth(1), nth(2)], { api });
  await isOpen('第 1 条');
  change(
    <>
      <Waiting />
      <Agenda round={october} listed={undefined} />
    </>,
  );
}

it('counts anew what waits, where more did than was counted, as few are left', async () => {
  const api = fakeApi();
  const tasks = [{ kind: 'vote', count: 20, more: true, ideas: [], until: at('2026-10-18 18:00') }];
  api.answer(getToday, { tasks } as never);
  await openWithCount(api);
  expect(await screen.findByText('20+')).toBeTruthy();
  api.answer(getToday, { tasks: [] } as never);
  await vote(zh.choices.approve);
  expect(await screen.findByText('0')).toBeTruthy();
});

it('counts a vote once, also where what waits was read before its answer came', async () => {
  const api = fakeApi();
  const tasks = (count: number) => ({
    tasks: [{ kind: 'vote', count, more: false, ideas: [], until: at('2026-10-18 18:00') }],
  });
  api.answer(getToday, tasks(12) as never);
  await openWithCount(api);
  await screen.findByText('12');
  const votes = api.hold(castVote);
  await vote(zh.choices.approve);
  await waitFor(() => expect(votes).toHaveLength(1));
  api.answer(getToday, tasks(11) as never);
  await press('read');
  await screen.findByText('11');
  const asked = api.asked(getToday).length;
  votes[0]?.answer({ choice: 'approve', comment: undefined, tally: null });
  await waitFor(() => expect(api.asked(getToday).length).toBeGreaterThan(asked));
  expect(screen.getByText('11')).toBeTruthy();
});

function Waiting() {
  const { count, more } = useWaiting(huatai)(['vote']);
  const queryClient = useQueryClient();
  return (
    <>
      <output>
        {count}
        {more && '+'}
      </output>
      <button type="button" onClick={() => void queryClient.invalidateQueries()}>
        read
      </button>
    </>
  );
}

it('shows the tally only as far as the API tells it', async () => {
  const tally = { approve: 2, oppose: 1, abstain: 0 };
  const api = fakeApi();
  await openAgenda([nth(1)], { api });
  expect(await screen.findByText(new RegExp(zhAgenda.tallyHidden))).toBeTruthy();
  api.answer(castVote, ({ body: { choice } }) => ({ choice, tally }));
  api.answer(getAgenda, { items: [nth(1, { myVote: 'oppose', tally })], total: 1 });
  await vote(zh.choices.oppose);
  await press(zhAgenda.voteAgainOf('第 1 条'));
  expect(await screen.findByText(/赞成 2 · 反对 1/)).toBeTruthy();
});
