/** A part of a page that is loaded later, and without which the page can do. */
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { FunctionComponent } from 'preact';
import { Suspense } from 'preact/compat';
import { useErrorBoundary } from 'preact/hooks';
import { expect, it, vi } from 'vitest';
import { Network, NetworkProvider } from '../../../web/api/network.ts';
import { lazilyOr } from '../../../web/i18n/lazily.ts';
import { Nothing } from '../../../web/ui/not-loaded.tsx';
import { renderPage } from '../render-page.tsx';

interface Props {
  readonly name: string;
}
const Instead = ({ name }: Props) => <p>no {name}</p>;

/** A page with the part, or with what is thrown. */
function Page({ load }: { readonly load: () => Promise<FunctionComponent<Props>> }) {
  const [failure] = useErrorBoundary();
  const Part = PARTS.get(load) ?? lazilyOr(Instead, load);
  PARTS.set(load, Part);
  if (failure !== undefined) return <p>broken by {String(failure)}</p>;
  return (
    <Suspense fallback={null}>
      <Part name="photo" />
    </Suspense>
  );
}
const PARTS = new Map<unknown, FunctionComponent<Props>>();

it('is shown once it is loaded', async () => {
  await renderPage(
    <Page
      load={async () =>
        ({ name }) => <p>a {name}</p>}
    />,
  );
  expect(await screen.findByText('a photo')).toBeTruthy();
});

it('that cannot be loaded leaves its place to another', async () => {
  await renderPage(<Page load={() => Promise.reject(new TypeError('no network'))} />);
  expect(await screen.findByText('no photo')).toBeTruthy();
});

it('is loaded by another try', async () => {
  let isCut = true;
  const Part = lazilyOr(
    ({ onRetry }) => (
      <button type="button" onClick={() => onRetry()}>
        again
      </button>
    ),
    async () => {
      if (isCut) throw new TypeError('no network');
      return ({ name }: Props) => <p>a {name}</p>;
    },
  );
  await renderPage(
    <Suspense fallback={null}>
      <Part name="photo" />
    </Suspense>,
  );
  await fireEvent.click(await screen.findByText('again'));
  await fireEvent.click(await screen.findByText('again'));
  isCut = false;
  await fireEvent.click(await screen.findByText('again'));
  expect(await screen.findByText('a photo')).toBeTruthy();
});

it('that nobody has to miss comes with the network', async () => {
  const network = new Network();
  const listening = vi.spyOn(network, 'subscribe');
  let isCut = true;
  const Part = lazilyOr(Nothing, async () => {
    if (isCut) throw new TypeError('no network');
    return ({ name }: Props) => <p>a {name}</p>;
  });
  await renderPage(
    <NetworkProvider value={network}>
      <Suspense fallback={null}>
        <Part name="photo" />
      </Suspense>
    </NetworkProvider>,
  );
  await waitFor(() => expect(listening).toHaveBeenCalled());
  await act(() => network.lost());
  isCut = false;
  await act(() => network.reached());
  expect(await screen.findByText('a photo')).toBeTruthy();
});

it('that has a fault of its own is not passed over', async () => {
  const Faulty = (): never => {
    throw new Error('a fault');
  };
  await renderPage(<Page load={async () => Faulty} />);
  expect(await screen.findByText('broken by Error: a fault')).toBeTruthy();
});
