/** The author's rating of the outcome, and their appeal: offered when they are possible. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { appealDecision, rateOutcome } from '../../../../shared/contract/routes/follow-up.ts';
import { listRounds } from '../../../../shared/contract/routes/organization.ts';
import { IdeaActs } from '../../../../web/features/ideas/components/idea-acts.tsx';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { choose, press, renderPage, type, wrongFields } from '../../render-page.tsx';
import { at, author, detailedIdea, october } from '../../sample.ts';

const decision = {
  outcome: 'declined',
  at: at('2026-10-18 18:00'),
  by: { kind: 'cycle' },
  round: october,
  reasonCode: 'not-approved',
} as const;
const declined = detailedIdea({ status: 'declined', decision });

const round = {
  id: october,
  day: '2026-10-15',
  opensAt: at('2026-10-15 09:00'),
  intakeEndsAt: at('2026-10-16 00:00'),
  closesAt: at('2026-10-18 18:00'),
  publishesAt: at('2026-10-19 18:00'),
} as const;
const RATE = '评价结果';
const APPEAL = '申诉';

async function shown(state: 'decided' | 'published', idea = declined) {
  const api = fakeApi();
  api.answer(listRounds, { items: [{ ...round, state }] });
  const onSaid = vi.fn();
  await renderPage(<IdeaActs idea={idea} onSaid={onSaid} />, { api, member: author });
  await waitFor(() => expect(api.asked(listRounds)).toHaveLength(1));
  return { api, onSaid };
}

it('is offered once the round is published', async () => {
  await shown('published');
  await waitFor(() => expect(screen.getByText(APPEAL)).toBeTruthy());
  expect(screen.getByText(RATE)).toBeTruthy();
});

it('is not offered before, nor twice', async () => {
  await shown('decided');
  expect(screen.queryByText(APPEAL)).toBeNull();
  expect(screen.queryByText(RATE)).toBeNull();
});

it('of an appeal asks for its reason and for certainty, and sends it', async () => {
  const { api, onSaid } = await shown('published');
  api.answer(appealDecision, declined);
  await waitFor(() => expect(screen.getByText(APPEAL)).toBeTruthy());
  await press(APPEAL);
  await press(APPEAL);
  expect(wrongFields()).toEqual(['text']);
  await type(/重新表决/, '数据有了');
  await press(APPEAL);
  await press(zh.confirm);
  await waitFor(() => expect(onSaid).toHaveBeenCalledWith(expect.stringContaining('申诉已提出')));
  expect(api.asked(appealDecision)).toMatchObject([{ body: { text: '数据有了' }, ifMatch: 3 }]);
});

it('of a rating needs a choice, and no word', async () => {
  const { api, onSaid } = await shown('published');
  api.answer(rateOutcome, declined);
  await waitFor(() => expect(screen.getByText(RATE)).toBeTruthy());
  await press(RATE);
  await press(RATE);
  expect(wrongFields()).toEqual(['satisfaction']);
  await choose(/满意吗/, 'neutral');
  await press(RATE);
  await press(zh.confirm);
  await waitFor(() => expect(onSaid).toHaveBeenCalledWith(expect.stringContaining('评价已记下')));
  expect(api.asked(rateOutcome)).toMatchObject([{ body: { satisfaction: 'neutral' } }]);
});
