/** An idea's history: who did what and when, and the details of each act. */
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { Department, IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { ActDetails } from '../../../../web/features/ideas/components/act-details.tsx';
import { History } from '../../../../web/features/ideas/components/history.tsx';
import { en as enIdea } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdea } from '../../../../web/features/ideas/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { calendarDay, dayOf, moment } from '../../../../web/i18n/moments.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import {
  at,
  author,
  chair,
  colleague,
  detailedIdea,
  huatai,
  safety,
  secretary,
} from '../../sample.ts';

type Entry = ReplyOf<typeof getIdea>['history'][number];

const other = '2026-10-00000000000000000000000009' as IdeaId;
const due = '2026-12-31' as LocalDate;
const entry = {
  at: at('2026-10-16 10:30'),
  by: { kind: 'member', id: secretary },
  to: 'adopted',
} as const;
const decision = { reason: '值得一试。', reply: '下月动工。' };

it.each<[string, Entry, readonly string[]]>([
  [
    'why it was returned',
    { ...entry, act: 'return', reason: '写明型号' },
    [zhIdea.noteToMend, '写明型号'],
  ],
  ['why it was reopened', { ...entry, act: 'reopen', reason: '有新情况' }, [zh.reason, '有新情况']],
  ['what was missing', { ...entry, act: 'send-back', reason: '缺照片' }, [zh.reason, '缺照片']],
  ['why it was given up', { ...entry, act: 'abandon', reason: '太贵' }, [zh.reason, '太贵']],
  [
    'why it was adopted, and the reply',
    { ...entry, act: 'adopt', ...decision },
    [zh.reason, decision.reason, zhIdea.officialReply, decision.reply],
  ],
  ['why it was declined', { ...entry, act: 'decline', reason: '已有' }, [zh.reason, '已有']],
  [
    'the ballot’s rule in words, and no tally',
    { ...entry, act: 'decline', reasonCode: 'not-approved' },
    [zh.reason, zh.reasonCodes['not-approved']],
  ],
  ['the words of an appeal', { ...entry, act: 'appeal', text: '数据有了' }, ['数据有了']],
  [
    'an appeal’s answer',
    { ...entry, act: 'answer-appeal', outcome: 'upheld', reply: '再议' },
    [zhIdea.appealOutcomes.upheld, zhIdea.officialReply, '再议'],
  ],
  ['why it was deferred', { ...entry, act: 'defer', reason: '待查' }, [zh.reason, '待查']],
  [
    'why it was dismissed, and the reply',
    { ...entry, act: 'dismiss', ...decision },
    [zh.reason, decision.reason, zhIdea.officialReply, decision.reply],
  ],
  [
    'the official reply',
    { ...entry, act: 'reply', reply: '已排期' },
    [zhIdea.officialReply, '已排期'],
  ],
  [
    'the owner and the due date',
    { ...entry, act: 'assign', owner: colleague, due },
    [zhIdea.owner, zh.memberNumber(colleague), zhIdea.due, calendarDay(due, 'zh-CN')],
  ],
  [
    'the new owner and due date',
    { ...entry, act: 'reassign', owner: author, due },
    [zhIdea.owner, zh.memberNumber(author), zhIdea.due, calendarDay(due, 'zh-CN')],
  ],
  [
    'the progress and its note',
    { ...entry, act: 'report', progress: 40, note: '已到货' },
    [zhIdea.progress, zhIdea.percent(40), '已到货'],
  ],
  [
    'what was done, and the claimed benefit',
    { ...entry, act: 'complete', done: '已装好', claimedBenefit: 36_000 },
    [zhIdea.done, '已装好', zhIdea.claimedBenefit, zh.yuan('36,000')],
  ],
  [
    'the verified benefit, also without any',
    { ...entry, act: 'accept', verifiedBenefit: 0 },
    [zhIdea.verifiedBenefit, zh.yuan('0')],
  ],
])('shows %s', async (_, shown, texts) => {
  const { container } = await renderPage(<ActDetails people={undefined} entry={shown} />);
  for (const text of texts) expect(container.textContent).toContain(text);
});

it('leaves out a reason and a reply that were not given', async () => {
  const { container } = await renderPage(
    <ActDetails people={undefined} entry={{ ...entry, act: 'adopt' }} />,
  );
  expect(container.textContent).toBe('');
});

it.each([
  'submit',
  'withdraw',
  'list',
  'unmerge',
  'claim',
  'acknowledge',
  'approve-reward',
  'pay-reward',
] as const)('shows nothing but the act itself: %s', async act => {
  const { container } = await renderPage(
    <ActDetails people={undefined} entry={{ ...entry, act }} />,
  );
  expect(container.textContent).toBe('');
});

it.each<[Entry['act'], Entry]>([
  ['merge', { ...entry, act: 'merge', into: other }],
  ['absorb', { ...entry, act: 'absorb', idea: other }],
  ['release', { ...entry, act: 'release', idea: other }],
])('links the other idea by its title: %s', async (_, shown) => {
  const api = fakeApi();
  const reading = api.hold(getIdea);
  await renderPage(<ActDetails people={undefined} entry={shown} />, { api, language: 'en' });
  const link = await screen.findByRole('link', { name: enIdea.anotherIdea });
  expect(link.getAttribute('href')).toBe(paths.idea(huatai, other));
  await waitFor(() => expect(reading).toHaveLength(1));
  reading[0]?.answer(detailedIdea({ id: other, title: '天车限位' }));
  expect(await screen.findByRole('link', { name: '天车限位' })).toBe(link);
});

it('folds away the former content of a revision', async () => {
  const former = {
    title: '行车限位',
    problem: '没有提示。',
    proposal: '装报警器。',
    category: safety,
    department: '质检部' as Department,
    expectedBenefit: 12_000,
  };
  await renderPage(<ActDetails people={undefined} entry={{ ...entry, act: 'revise', former }} />, {
    language: 'en',
  });
  const group = screen.getByText(enIdea.formerText).closest('details');
  expect(group?.open).toBe(false);
  const { expectedBenefit: _, ...texts } = former;
  for (const text of [...Object.values(texts), en.yuan('12,000')])
    expect(group?.textContent).toContain(text);
});

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  'lists the acts in order, with their times and actors (%s)',
  async (language, words) => {
    const submitted = { act: 'submit', at: at('2026-10-08 10:00'), to: 'submitted' } as const;
    await renderPage(
      <History
        people={undefined}
        entries={[
          { ...submitted, by: { kind: 'unnamed' } },
          { act: 'list', at: at('2026-10-15 09:00'), to: 'on-agenda', by: { kind: 'cycle' } },
          { ...entry, act: 'adopt', by: { kind: 'member', id: chair } },
        ]}
      />,
      { language },
    );
    expect(screen.getByRole('heading', { name: words.history })).toBeTruthy();
    const entries = within(screen.getByRole('list')).getAllByRole('listitem');
    const shown = [
      [words.acts.submit, words.unnamed, dayOf(submitted.at, 'Asia/Shanghai', language)],
      [words.acts.list, words.byCycle, moment(at('2026-10-15 09:00'), 'Asia/Shanghai', language)],
      [words.acts.adopt, words.memberNumber(chair), moment(entry.at, 'Asia/Shanghai', language)],
    ];
    expect(entries).toHaveLength(shown.length);
    for (const [number, texts] of shown.entries())
      for (const text of texts) expect(entries[number]?.textContent).toContain(text);
  },
);

it('shows no time of day for an unnamed author’s act, since none is stored', async () => {
  const submitted = { act: 'submit', at: at('2026-10-08 00:00'), to: 'submitted' } as const;
  await renderPage(
    <History people={undefined} entries={[{ ...submitted, by: { kind: 'unnamed' } }]} />,
  );
  expect(screen.getByRole('listitem').textContent).not.toMatch(/\d:\d\d/);
});
