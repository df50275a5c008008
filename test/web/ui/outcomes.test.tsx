/** The outcome of an act on many ideas, by title. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { type Outcome, Outcomes, withTitles } from '../../../web/ui/outcomes.tsx';
import { refusal } from '../fake-api.ts';
import { press, renderPage } from '../render-page.tsx';
import { listedIdea } from '../sample.ts';

const ideas = ['食堂加菜', '食堂多加菜', '行车加装限位'].map((title, at) =>
  listedIdea({ id: `2026-10-${String(at).padStart(26, '0')}` as IdeaId, title }),
);
const { problem } = refusal(409, 'wrong-state', { detail: 'it is on the agenda' });
const outcomes = (of: readonly Outcome['outcome'][]): Outcome[] =>
  withTitles(
    of.map((outcome, at) => ({
      idea: ideas[at]!.id,
      outcome,
      ...(outcome === 'refused' && { problem }),
    })),
    ideas,
  );
const act = '列入议程';

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  'counts each kind, and gives refused ones with their reasons (%s)',
  async (language, words) => {
    await renderPage(<Outcomes act={act} outcomes={outcomes(['done', 'refused', 'not-done'])} />, {
      language,
    });
    expect(screen.getByText(words.labelled(act, words.outcomesOf(1, 1, 1)))).toBeTruthy();
    const titles = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(titles).toEqual([words.labelled('食堂多加菜', 'it is on the agenda'), '食堂加菜']);
  },
);

it('offers to go on with those that were not done, and with no others', async () => {
  const onAgain = vi.fn();
  const { change } = await renderPage(
    <Outcomes act={act} outcomes={outcomes(['done', 'not-done', 'not-done'])} onAgain={onAgain} />,
  );
  await press(zh.doTheRest(2));
  expect(onAgain).toHaveBeenCalledWith([ideas[1]!.id, ideas[2]!.id]);
  change(<Outcomes act={act} outcomes={outcomes(['done', 'done', 'done'])} onAgain={onAgain} />);
  expect(screen.queryByRole('button')).toBeNull();
});
