/** Supporting an idea in a list: shown at once, and reverted if the API refuses. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import {
  listIdeas,
  supportIdea,
  withdrawSupport,
} from '../../../../shared/contract/routes/ideas.ts';
import { usePages } from '../../../../web/api/reading.ts';
import { SupportButton } from '../../../../web/features/ideas/components/support-button.tsx';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { QueryView } from '../../../../web/ui/query-view.tsx';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { huatai, listedIdea, october } from '../../sample.ts';

const idea = listedIdea();

function List() {
  const ideas = usePages<ReplyOf<typeof listIdeas>>([listIdeas.id, huatai], call =>
    call(listIdeas, { path: { organization: huatai, round: october }, query: {} }),
  );
  return (
    <QueryView of={ideas}>
      {({ pages }) =>
        pages.flatMap(({ items }) => items).map(one => <SupportButton key={one.id} idea={one} />)
      }
    </QueryView>
  );
}

async function open(api: FakeApi, of = idea, language: 'zh-CN' | 'en' = 'zh-CN') {
  api.answer(listIdeas, { items: [of] });
  await renderPage(<List />, { api, language });
  const words = language === 'en' ? en : zh;
  await screen.findByText(words.supports(of.supports));
}

it('shows the support before the answer arrives, and withdraws it on another press', async () => {
  const api = fakeApi();
  const waiting = api.hold(supportIdea);
  await open(api);
  await press(zh.supportOf(idea.title));
  const button = await screen.findByRole('button', { name: zh.supportedOf(idea.title) });
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText(zh.supports(3))).toBeTruthy();
  await waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.answer({ supported: true });

  api.answer(withdrawSupport, { supported: false });
  await press(zh.supportedOf(idea.title));
  expect(await screen.findByText(zh.supports(2))).toBeTruthy();
  await waitFor(() => expect(api.asked(withdrawSupport)).toHaveLength(1));
});

it('reverts a refused support, and says why', async () => {
  const api = fakeApi();
  api.answer(supportIdea, refusal(409, 'not-open-for-support'));
  await open(api, idea, 'en');
  await press(en.supportOf(idea.title));
  expect(await screen.findByRole('alert')).toBeTruthy();
  const button = screen.getByRole('button', { name: en.supportOf(idea.title) });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  expect(screen.getByText(en.supports(2))).toBeTruthy();
});

it('has only the count once an idea is not open for support', async () => {
  await open(fakeApi(), listedIdea({ status: 'withdrawn', supports: 7 }));
  expect(screen.queryByRole('button')).toBeNull();
});
