/** The parts that a page is made of. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { zh } from '../../../web/i18n/zh.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { Loading } from '../../../web/ui/loading.tsx';
import { Mark } from '../../../web/ui/mark.tsx';
import { NotFound } from '../../../web/ui/not-found.tsx';
import { PageTitle } from '../../../web/ui/page-title.tsx';
import { Part } from '../../../web/ui/part.tsx';
import { SkeletonRows } from '../../../web/ui/skeleton.tsx';
import { Up } from '../../../web/ui/up.tsx';
import { renderPage } from '../render-page.tsx';

it('a link up leads to the page above, by its words alone, and is not printed', async () => {
  await renderPage(<Up href="/o/huatai/slips">Slips</Up>);
  const up = screen.getByRole('link', { name: 'Slips' });
  expect(up.getAttribute('href')).toBe('/o/huatai/slips');
  expect(up.classList.contains('no-print')).toBe(true);
  expect(up.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

it('a part is a region named by its heading, also where two parts stand together', async () => {
  await renderPage(
    <>
      <Part title="Name" text="What the bulletin says">
        <p>Huatai</p>
      </Part>
      <Part title="Days">
        <p>Twentieth</p>
      </Part>
    </>,
  );
  const name = within(screen.getByRole('region', { name: 'Name' }));
  expect(name.getByRole('heading', { level: 2 }).textContent).toBe('Name');
  expect(name.getByText('What the bulletin says')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Days' })).getByText('Twentieth')).toBeTruthy();
});

it('the mark is an ornament, since its name stands beside it', async () => {
  const { container } = await renderPage(<Mark />);
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(screen.queryByRole('img')).toBeNull();
});

it('what loads is announced once, and is as tall as the screen', async () => {
  const { container } = await renderPage(<Loading />);
  expect(screen.getByRole('status').textContent).toBe(zh.loading);
  expect(container.querySelector('.loading [role="status"]')).not.toBeNull();
});

it('a skeleton has the number and the height of the rows that will come', async () => {
  const { container } = await renderPage(<SkeletonRows count={3} height={80} />);
  const rows = [...container.querySelectorAll<HTMLElement>('.skeleton')];
  expect(
    rows.map(({ style }) => parseInt(style.height, 10) + parseInt(style.marginBottom, 10)),
  ).toEqual([80, 80, 80]);
  expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
});

it('an empty list says so, and what to do next', async () => {
  await renderPage(
    <Empty text="Nothing yet">
      <a href="/new">Begin</a>
    </Empty>,
  );
  expect(screen.getByText('Nothing yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Begin' })).toBeTruthy();
});

it('an unknown address leads back to the start', async () => {
  await renderPage(<NotFound />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(zh.notFoundTitle);
  expect(screen.getByRole('link', { name: zh.toStart }).getAttribute('href')).toBe('/');
});

it('a title names the tab while its page is open, and the product alone once', async () => {
  const { change } = await renderPage(<PageTitle text="Slips" />);
  expect(document.title).toBe(`Slips · ${zh.product}`);
  change(<PageTitle text="Slips of October" tab="October" />);
  expect(document.title).toBe(`October · ${zh.product}`);
  change(<PageTitle text={zh.product} />);
  expect(document.title).toBe(zh.product);
  change(null);
  expect(document.title).toBe(zh.product);
});

it('a title takes the focus on another page', async () => {
  const { change } = await renderPage(<PageTitle key="one" text="One" />);
  change(<PageTitle key="two" text="Two" />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Two' }));
});
