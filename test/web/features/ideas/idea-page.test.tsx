/** An idea's page: people by name, what the reader may do, and the committee's acts on it. */
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listComments } from '../../../../shared/contract/routes/comments.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { giveOpinion } from '../../../../shared/contract/routes/opinions.ts';
import { listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { Department } from '../../../../shared/domain/kernel/ids.ts';
import { IdeaPage } from '../../../../web/features/ideas/pages/idea-page.tsx';
import { en as enIdeas } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdeas } from '../../../../web/features/ideas/words.zh.ts';
import { zh as zhScreening } from '../../../../web/features/screening/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type } from '../../render-page.tsx';
import { at, author, chair, colleague, detailedIdea, october, secretary } from '../../sample.ts';

type Changes = Parameters<typeof detailedIdea>[0];
type Scene = Parameters<typeof renderPage>[1];

async function open(changes: Changes, scene: Scene = {}) {
  const api = fakeApi();
  const idea = detailedIdea(changes);
  api.answer(getIdea, idea);
  api.answer(listComments, { items: [] });
  api.answer(listRounds, { items: [] });
  const page = await renderPage(<IdeaPage fromAddress={idea.id} />, { api, ...scene });
  await screen.findByRole('heading', { level: 1, name: idea.title });
  return { ...page, api, idea };
}

const people = {
  [author]: { name: '王建国', department: '机加一车间' as Department },
  [colleague]: { name: '李桂英', department: '铸造车间' as Department, left: true as const },
  [chair]: { department: '财务部' as Department, erased: true as const },
} as NonNullable<ReplyOf<typeof getIdea>['people']>;

it('has people by name; of those who left or were erased it says so, and no number is shown', async () => {
  const { container } = await open(
    {
      status: 'declined',
      coAuthors: [colleague],
      people,
      decision: {
        outcome: 'declined',
        at: at('2026-10-16 15:00'),
        by: { kind: 'member', id: chair },
        round: october,
        reason: '已有',
      },
      history: [
        {
          act: 'submit',
          at: at('2026-10-08 10:00'),
          to: 'submitted',
          by: { kind: 'member', id: author },
        },
        {
          act: 'decline',
          at: at('2026-10-16 15:00'),
          to: 'declined',
          by: { kind: 'member', id: chair },
        },
      ],
    },
    { member: secretary },
  );
  for (const text of ['王建国', '李桂英', zh.leftMember, zh.erasedMember])
    expect(container.textContent).toContain(text);
  for (const id of [author, colleague, chair]) expect(container.textContent).not.toContain(id);
});

it('hides the author under blind screening, and says from which department', async () => {
  const { authorId: _, ...blind } = detailedIdea();
  const api = fakeApi();
  api.answer(getIdea, {
    ...blind,
    authorHidden: true,
    authorDepartment: '机加一车间' as Department,
  });
  api.answer(listComments, { items: [] });
  api.answer(listRounds, { items: [] });
  const { container } = await renderPage(<IdeaPage fromAddress={blind.id} />, {
    api,
    member: colleague,
  });
  await screen.findByRole('heading', { level: 1 });
  expect(container.textContent).toContain(zh.hiddenAuthorOf('机加一车间'));
});

it('has no place for acts where there are none', async () => {
  await open({}, { member: colleague });
  expect(screen.queryByRole('region', { name: zhIdeas.youMay })).toBeNull();
});

it('shows what to change before the button that does it', async () => {
  const { container } = await open({ status: 'returned', note: '写明型号' });
  const text = container.textContent ?? '';
  expect(text.indexOf('写明型号')).toBeGreaterThan(-1);
  expect(text.indexOf('写明型号')).toBeLessThan(text.indexOf(zhIdeas.reviseAndHandIn));
});

it('loads the acts of the committee for its members, one form at a time', async () => {
  await open({}, { member: secretary, roles: ['secretary'] });
  const acts = await screen.findByRole('region', { name: zhIdeas.youMay });
  const returning = await within(acts).findByRole('button', { name: zhScreening.returnIdea });
  expect(within(acts).getByRole('button', { name: zhScreening.mergeIdea })).toBeTruthy();
  returning.click();
  await within(acts).findByLabelText(zhScreening.returnText);
  expect(within(acts).queryByRole('button', { name: zhScreening.mergeIdea })).toBeNull();
});

it('takes the one opinion of whom the secretary asked', async () => {
  const referral = { adviser: colleague, at: at('2026-10-10 09:00') };
  const { api, idea } = await open({ referral }, { member: colleague });
  await press(zhIdeas.giveOpinion);
  await type(zhIdeas.opinionText, '图纸两周就行。');
  api.answer(giveOpinion, idea);
  await press(zhIdeas.giveOpinion);
  await press(zh.confirm);
  await screen.findByText(zhIdeas.opinionSaid);
  expect(api.asked(giveOpinion)).toMatchObject([{ body: { text: '图纸两周就行。' }, ifMatch: 3 }]);
});

it('offers the certificate of an excellent idea, and of no other', async () => {
  const named = {
    act: 'name-excellent',
    at: at('2026-10-20 09:00'),
    to: 'adopted',
    by: { kind: 'member', id: chair },
  } as const;
  await open(
    { status: 'adopted', excellent: true, history: [named], people },
    { language: 'en', member: colleague },
  );
  expect(screen.getByRole('link', { name: enIdeas.printCertificate }).getAttribute('href')).toMatch(
    /\/certificate$/,
  );
  expect(screen.getAllByText(new RegExp(enIdeas.excellent)).length).toBeGreaterThan(0);
});

it('copies its link, or says that it cannot', async () => {
  const { idea } = await open({});
  const writeText = vi.fn<(text: string) => Promise<void>>();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  writeText.mockRejectedValueOnce(new Error('not allowed'));
  await press(zhIdeas.copyLink);
  await screen.findByText(zhIdeas.linkNotCopied);
  writeText.mockResolvedValueOnce();
  await press(zhIdeas.copyLink);
  await screen.findByText(zhIdeas.linkCopied);
  expect(writeText).toHaveBeenLastCalledWith(expect.stringContaining(idea.id));
});

it('says that it is not there', async () => {
  const api = fakeApi();
  api.answer(getIdea, refusal(404, 'not-found'));
  api.hold(listRounds);
  await renderPage(<IdeaPage fromAddress={detailedIdea().id} />, { api });
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
});
