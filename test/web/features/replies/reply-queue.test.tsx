/** The queue of replies: the longest waiting first, answered in place, and then the next. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { replyToIdea } from '../../../../shared/contract/routes/deliberation.ts';
import { answerAppeal, listUnanswered } from '../../../../shared/contract/routes/follow-up.ts';
import { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { RepliesPage } from '../../../../web/features/replies/pages/replies-page.tsx';
import type { UnansweredIdea } from '../../../../web/features/replies/use-unanswered.ts';
import { zh as words } from '../../../../web/features/replies/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import * as names from '../../../sample/names.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn } from '../../render-page.tsx';
import { at, author, chair, listedIdea, october, secretary } from '../../sample.ts';

const people = {
  [author]: { name: names.name('王建国'), department: names.department('机加一车间') },
};
const waiting = (number: number, title: string, changes: Partial<UnansweredIdea> = {}) => ({
  ...listedIdea({
    id: `2026-10-${String(number).padStart(26, '0')}` as IdeaId,
    title,
    status: 'declined',
    appeal: { at: at('2026-10-20 10:00') },
  }),
  waitsFor: 'reply' as const,
  since: at('2026-10-19 18:00'),
  days: 9,
  ...changes,
});
const oldest = waiting(1, '行车加装限位');
const appealed = waiting(2, '食堂加菜', {
  waitsFor: 'appeal',
  days: 0,
  appealText: '请再议一次。',
});

async function open(reader: 'secretary' | 'chair', api: FakeApi = fakeApi()) {
  api.answer(listUnanswered, { items: [oldest, appealed], people });
  api.answer(listIdeas, { items: [] });
  api.answer(listRounds, { items: [] });
  await renderPage(<RepliesPage />, {
    api,
    member: reader === 'chair' ? chair : secretary,
    roles: [reader],
  });
  await screen.findByRole('list', { name: words.repliesTitle });
  return api;
}
const opened = () => screen.getByRole('button', { expanded: true }).textContent;

it('opens the longest waiting, with its author and the days, and takes no focus yet', async () => {
  await open('secretary');
  expect(opened()).toContain(oldest.title);
  expect(opened()).toContain('王建国');
  expect(opened()).toContain(words.waitingDays(9));
  expect(document.activeElement?.tagName).not.toBe('TEXTAREA');
});

it('replies in place, and goes on to the next with the focus there', async () => {
  const api = await open('chair');
  api.answer(replyToIdea, oldest);
  await type(new RegExp(words.replyText), '谢谢，已安排。');
  await press(words.sendReply);
  await waitFor(() => expect(opened()).toContain(appealed.title));
  expect(api.asked(replyToIdea)).toMatchObject([
    { path: { idea: oldest.id }, body: { reply: '谢谢，已安排。' }, ifMatch: oldest.version },
  ]);
  expect(screen.getByText(words.repliedSaid(oldest.title))).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(new RegExp(words.replyText)));
});

it('keeps a typed reply while another idea is looked at, and after a refusal', async () => {
  const api = await open('chair');
  api.answer(replyToIdea, refusal(412, 'version-mismatch'));
  await type(new RegExp(words.replyText), '谢谢，已安排。');
  await press(words.sendReply);
  await screen.findByRole('alert');
  await press(new RegExp(appealed.title));
  await press(new RegExp(oldest.title));
  expect(typedIn(new RegExp(words.replyText))).toBe('谢谢，已安排。');
});

it('leaves appeals to the chair, who upholds one after a yes', async () => {
  const api = await open('chair');
  api.answer(answerAppeal, { ...appealed, status: 'on-agenda', agendaRound: october });
  await press(new RegExp(appealed.title));
  expect(screen.getByText(zh.labelled(words.appealOf, '请再议一次。'))).toBeTruthy();
  await press(words.uphold);
  await type(new RegExp(words.replyText), '同意再议。');
  await press(words.sendReply);
  await press(zh.confirm);
  await screen.findByText(words.upheldSaid(appealed.title, zh.roundName(october)));
  expect(api.asked(answerAppeal)).toMatchObject([
    { body: { outcome: 'upheld', reply: '同意再议。' }, ifMatch: appealed.version },
  ]);
});

it('tells the secretary that the chair answers appeals', async () => {
  await open('secretary');
  await press(new RegExp(appealed.title));
  expect(screen.getByText(words.chairAnswers)).toBeTruthy();
  expect(screen.queryByLabelText(new RegExp(words.replyText))).toBeNull();
});
