/** Finding an unnamed idea by its claim code: where the focus is as the form comes and goes. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { openUnnamedIdea } from '../../../../shared/contract/routes/unnamed.ts';
import { UnnamedPage } from '../../../../web/features/submission/pages/unnamed-page.tsx';
import { zh as words } from '../../../../web/features/submission/words.zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage, type } from '../../render-page.tsx';
import { detailedIdea } from '../../sample.ts';

it('offers a claim only where the rules allow one', async () => {
  const { authorId: _, ...unnamed } = detailedIdea({ unnamed: true, title: '食堂加菜' });
  const api = fakeApi();
  await renderPage(<UnnamedPage />, { api });
  for (const status of ['submitted', 'withdrawn'] as const) {
    api.answer(openUnnamedIdea, { ...unnamed, status } as never);
    await type(words.claimCode, '2610-0000-0000-0000-0000-0000');
    await fireEvent.submit(
      screen.getByLabelText(words.claimCode).closest('form') as HTMLFormElement,
    );
    await screen.findByRole('heading', { level: 2, name: '食堂加菜' });
    expect(screen.queryByRole('button', { name: words.claim }) !== null).toBe(
      status === 'submitted',
    );
    await press(words.closeUnnamed);
  }
});

it('goes to the idea that a code has opened, and back to the field when it is closed', async () => {
  const api = fakeApi();
  const { authorId: _, ...unnamed } = detailedIdea({ unnamed: true, title: '食堂加菜' });
  api.answer(openUnnamedIdea, unnamed as never);
  await renderPage(<UnnamedPage />, { api });
  const field = () => screen.getByLabelText(words.claimCode);
  await type(words.claimCode, '2610-0000-0000-0000-0000-0000');
  await fireEvent.submit(field().closest('form') as HTMLFormElement);
  const heading = await screen.findByRole('heading', { level: 2, name: '食堂加菜' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await press(words.closeUnnamed);
  await waitFor(() => expect(document.activeElement).toBe(field()));
});
