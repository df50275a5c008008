import { fireEvent, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Link } from 'wouter-preact';
import { zh } from '../../../web/i18n/zh.ts';
import { useAskedToStay } from '../../../web/ui/navigation-blocker.tsx';
import { press, renderPage } from '../render-page.tsx';

function Order({ unsaved }: { readonly unsaved: boolean }) {
  const leave = useAskedToStay(unsaved ? 'Lose the new order?' : undefined);
  return (
    <>
      <Link href="/elsewhere">elsewhere</Link>
      <button
        type="button"
        onClick={() => leave(() => history.replaceState(null, '', '/given-up'))}
      >
        give up
      </button>
    </>
  );
}

const follow = () => fireEvent.click(screen.getByRole('link', { name: 'elsewhere' }));
const question = () => screen.queryByRole('dialog', { name: 'Lose the new order?' });
/** Whether the browser would ask before it closes or reloads the page. */
const wouldAsk = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('lets everybody go if nothing would be lost', async () => {
  await renderPage(<Order unsaved={false} />, { address: '/agenda' });
  await follow();
  expect(question()).toBeNull();
  expect(location.pathname).toBe('/elsewhere');
  expect(wouldAsk()).toBe(false);
});

it('asks before a link is followed, and stays on a no', async () => {
  await renderPage(<Order unsaved />, { address: '/agenda' });
  await follow();
  expect(question()).not.toBeNull();
  expect(location.pathname).toBe('/agenda');
  await press(zh.cancel);
  expect(question()).toBeNull();
  expect(location.pathname).toBe('/agenda');
});

it('leaves on a yes', async () => {
  await renderPage(<Order unsaved />, { address: '/agenda' });
  await follow();
  await press(zh.confirm);
  expect(question()).toBeNull();
  expect(location.pathname).toBe('/elsewhere');
});

it('asks before a button of the page itself leaves', async () => {
  await renderPage(<Order unsaved />, { address: '/agenda' });
  await press('give up');
  expect(location.pathname).toBe('/agenda');
  await press(zh.confirm);
  expect(location.pathname).toBe('/given-up');
});

it('asks when the page is closed or reloaded, and when the user goes back', async () => {
  await renderPage(<Order unsaved />, { address: '/agenda' });
  expect(wouldAsk()).toBe(true);
  await fireEvent(window, new PopStateEvent('popstate'));
  expect(question()).not.toBeNull();
  expect(location.pathname).toBe('/agenda');
});

it('asks no more once the content is saved', async () => {
  const { change } = await renderPage(<Order unsaved />, { address: '/agenda' });
  change(<Order unsaved={false} />);
  expect(wouldAsk()).toBe(false);
  await follow();
  expect(location.pathname).toBe('/elsewhere');
});
