/** A part of a page that is loaded later, and without which the page can do. */
import { screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { Suspense } from 'preact/compat';
import { useErrorBoundary } from 'preact/hooks';
import { expect, it } from 'vitest';
import { lazilyOr } from '../../../web/i18n/lazily.ts';
import { renderPage } from '../render-page.tsx';

interface Props {
  readonly name: string;
}
const Instead = ({ name }: Props) => <p>no {name}</p>;

/** A page with the part, or with what is thrown. */
function Page({ load }: { readonly load: () => Promise<ComponentType<Props>> }) {
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
const PARTS = new Map<unknown, ComponentType<Props>>();

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

it('that has a fault of its own is not passed over', async () => {
  const Faulty = (): never => {
    throw new Error('a fault');
  };
  await renderPage(<Page load={async () => Faulty} />);
  expect(await screen.findByText('broken by Error: a fault')).toBeTruthy();
});
