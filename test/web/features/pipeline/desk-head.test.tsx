/** The head of the desk's pages: their strip counts one round, whatever is listed below. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { DeskHead } from '../../../../web/features/pipeline/index.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { october, secretary } from '../../sample.ts';

it('names the round of the strip, also beside a link', async () => {
  const api = fakeApi();
  api.answer(listIdeas, { items: [] });
  const head = (
    <DeskHead title="跟进" round={october}>
      <a href="/elsewhere">全部</a>
    </DeskHead>
  );
  await renderPage(head, { api, member: secretary, roles: ['secretary'] });
  expect(screen.getByText(zh.roundName(october))).toBeTruthy();
  expect(screen.getByRole('link', { name: '全部' })).toBeTruthy();
});
