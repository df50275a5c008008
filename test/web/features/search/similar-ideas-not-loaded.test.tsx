/** The form in which an idea is typed, where its line of similar ideas cannot be loaded. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { SimilarIdeas } from '../../../../web/features/search/components/similar-ideas.tsx';
import { renderPage } from '../../render-page.tsx';

const load = vi.hoisted(() => vi.fn());
vi.mock('../../../../web/features/search/components/similar-line.tsx', () => {
  load();
  throw new Error('no network');
});

it('goes on without the line', async () => {
  await renderPage(
    <>
      <input aria-label="title" />
      <SimilarIdeas title="行车限位" problem="" hint="hint" />
    </>,
  );
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await new Promise(done => setTimeout(done));
  expect(screen.getByText('hint')).toBeTruthy();
  expect(screen.getByLabelText('title')).toBeTruthy();
});
