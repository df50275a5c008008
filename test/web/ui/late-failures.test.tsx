import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { supportIdea } from '../../../shared/contract/routes/ideas.ts';
import { SupportButton } from '../../../web/features/ideas/components/support-button.tsx';
import { paths } from '../../../web/paths.ts';
import { fakeApi, refusal } from '../fake-api.ts';
import { renderPage } from '../render-page.tsx';
import { huatai, listedIdea } from '../sample.ts';

const idea = listedIdea();

const press = () => fireEvent.click(screen.getByRole('button', { name: new RegExp(idea.title) }));

it('sends a press during an earlier request after it, in the order of the presses', async () => {
  const api = fakeApi();
  const asked = api.hold(supportIdea);
  await renderPage(<SupportButton idea={idea} />, { api });
  await press();
  await press();
  await waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.answer({ supported: true });
  await waitFor(() => expect(asked).toHaveLength(2));
});

it('reports a failure after the user has left the page, with a link back, and none that the user has seen', async () => {
  const api = fakeApi();
  const asked = api.hold(supportIdea);
  const { change } = await renderPage(<SupportButton idea={idea} />, { api });
  await press();
  await waitFor(() => expect(asked).toHaveLength(1));
  asked[0]!.fail(refusal(409, 'not-open-for-support'));
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(1));
  expect(screen.queryByRole('link')).toBeNull();

  await press();
  await waitFor(() => expect(asked).toHaveLength(2));
  change(<p>elsewhere</p>);
  asked[1]!.fail(refusal(409, 'not-open-for-support'));
  const back = await screen.findByRole('link');
  expect(back.getAttribute('href')).toBe(paths.idea(huatai, idea.id));
  await fireEvent.click(back);
  expect(screen.queryByRole('alert')).toBeNull();
});
