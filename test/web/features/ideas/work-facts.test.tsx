/** The facts of an idea's implementation, at each of its stages. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import { WorkFacts } from '../../../../web/features/ideas/components/work-facts.tsx';
import { en as enIdea } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdea } from '../../../../web/features/ideas/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { calendarDay, moment } from '../../../../web/i18n/moments.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { renderPage } from '../../render-page.tsx';
import { at, chair, colleague } from '../../sample.ts';

const implementation = {
  owner: colleague,
  due: '2026-12-31' as LocalDate,
  assignedAt: at('2026-10-20 09:00'),
  progress: 40,
  note: '材料已到货。',
  reportedAt: at('2026-11-02 09:30'),
  overdue: false,
};
const completion = { at: at('2026-12-01 16:00'), done: '两台都已加装。', claimedBenefit: 36_000 };
const acceptance = { at: at('2026-12-03 10:00'), by: chair, verifiedBenefit: 30_000 };
const abandonment = { at: at('2026-11-20 08:00'), by: chair, reason: '设备要报废。' };

it.each([
  ['zh-CN', zhIdea],
  ['en', enIdea],
] as const)('shows who does it until when, and how far it is (%s)', async (language, words) => {
  const { container } = await renderPage(
    <WorkFacts people={undefined} idea={{ implementation }} />,
    {
      language,
    },
  );
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: words.progress }).value).toBe(
    40,
  );
  for (const text of [
    colleague,
    calendarDay(implementation.due, language),
    words.percent(40),
    implementation.note,
    words.reportedOn(moment(implementation.reportedAt, 'Asia/Shanghai', language)),
  ])
    expect(container.textContent).toContain(text);
  expect(container.textContent).not.toContain(words.overdue);
});

it('says that it is overdue, and what a manager found missing', async () => {
  await renderPage(
    <WorkFacts
      people={undefined}
      idea={{ implementation: { ...implementation, overdue: true } }}
      missing="缺照片"
    />,
  );
  expect(screen.getByText(new RegExp(zhIdea.overdue))).toBeTruthy();
  expect(screen.getByText(zh.labelled(zhIdea.sentBack, '缺照片'))).toBeTruthy();
});

it('shows the result instead of the progress once it is completed', async () => {
  const { container } = await renderPage(
    <WorkFacts people={undefined} idea={{ implementation, completion }} />,
  );
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(container.textContent).not.toContain(implementation.note);
  for (const text of [completion.done, zh.yuan('36,000'), colleague])
    expect(container.textContent).toContain(text);
  expect(screen.queryByText(zhIdea.verifiedBenefit)).toBeNull();
});

it('shows the verified benefit beside the claimed one, and who accepted the work', async () => {
  const { container } = await renderPage(
    <WorkFacts people={undefined} idea={{ implementation, completion, acceptance }} />,
    { language: 'en' },
  );
  const terms = [...container.querySelectorAll('dt')].map(({ textContent, nextSibling }) => [
    textContent,
    nextSibling?.textContent,
  ]);
  expect(terms).toEqual([
    [enIdea.done, completion.done],
    [enIdea.completedOn, moment(completion.at, 'Asia/Shanghai', 'en')],
    [enIdea.claimedBenefit, en.yuan('36,000')],
    [enIdea.verifiedBenefit, en.yuan('30,000')],
    [
      enIdea.acceptedBy,
      `${en.memberNumber(chair)}\u00a0· ${moment(acceptance.at, 'Asia/Shanghai', 'en')}`,
    ],
  ]);
});

it('says why it was given up', async () => {
  await renderPage(<WorkFacts people={undefined} idea={{ implementation, abandonment }} />);
  expect(screen.getByText(zhIdea.abandoned)).toBeTruthy();
  expect(screen.getByText(abandonment.reason)).toBeTruthy();
});

it('shows nothing of an idea without an owner', async () => {
  const { container } = await renderPage(<WorkFacts people={undefined} idea={{}} />);
  expect(container.textContent).toBe('');
});
