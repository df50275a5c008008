import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { castVote } from '../../../../shared/contract/routes/deliberation.ts';
import { BallotBox } from '../../../../web/features/agenda/components/ballot-box.tsx';
import { en as enAgenda } from '../../../../web/features/agenda/words.en.ts';
import { zh as zhAgenda } from '../../../../web/features/agenda/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { agendaItem, author, chair, colleague, october } from '../../sample.ts';

const box = (item = agendaItem()) => (
  <BallotBox round={october} item={item} onBeforeVote={() => undefined} />
);
const tally = { approve: 2, oppose: 1, abstain: 0 };
const said = () => screen.getByRole('status').textContent;

it('takes a vote, and says which one was recorded', async () => {
  const api = fakeApi();
  api.answer(castVote, { choice: 'approve', tally });
  await renderPage(box(), { api, member: chair, language: 'en' });
  expect(screen.getByText(enAgenda.tallyHidden)).toBeTruthy();
  await press(en.choices.approve);
  await waitFor(() => expect(said()).toBe(enAgenda.voteRecorded(en.choices.approve)));
  expect(api.asked(castVote)).toMatchObject([{ body: { choice: 'approve' } }]);
});

it('marks the voter’s own vote, and shows them the tally', async () => {
  await renderPage(box(agendaItem({ myVote: 'oppose', tally })), { member: chair });
  const pressed = screen.getAllByRole('button', { pressed: true });
  expect(pressed.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining(zh.choices.oppose),
  ]);
  expect(screen.getByText(new RegExp(`${zh.choices.approve} 2`))).toBeTruthy();
});

it('says why a vote is refused', async () => {
  const api = fakeApi();
  api.answer(castVote, refusal(409, 'ballot-closed'));
  await renderPage(box(), { api, member: chair });
  await press(zh.choices.approve);
  expect((await screen.findByRole('alert')).textContent).toContain('ballot-closed');
  expect(said()).toBe('');
});

it.each([
  ['whose idea it is', author, agendaItem({ mayVote: false }), zhAgenda.recused],
  ['who is no elector', colleague, agendaItem({ mayVote: false }), zhAgenda.notElector],
  [
    'everybody before it opens',
    chair,
    agendaItem({ state: 'not-open', mayVote: false }),
    zh.ballotStates['not-open'],
  ],
  [
    'everybody once it is closed',
    chair,
    agendaItem({ state: 'closed', mayVote: false }),
    zh.ballotStates.closed,
  ],
])('offers no vote to %s, and says why', async (_, member, item, why) => {
  await renderPage(box(item), { member });
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText(why)).toBeTruthy();
});
