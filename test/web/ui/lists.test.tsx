/**
 * The common parts of pages with lists: more items, a choice of rounds, tabs, and content wider
 * than the screen.
 */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { listRounds } from '../../../shared/contract/routes/organization.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import type { Pages } from '../../../web/api/reading.ts';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { MoreButton } from '../../../web/ui/more-button.tsx';
import { RoundSelect } from '../../../web/ui/round-select.tsx';
import { Scrollable } from '../../../web/ui/scrollable.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { fakeApi } from '../fake-api.ts';
import { choose, press, renderPage } from '../render-page.tsx';
import { at, october } from '../sample.ts';

it('requests the next page of a list while there is one, and once', async () => {
  const fetchNextPage = vi.fn();
  const pages = (changes: Partial<Pages<unknown>>): Pages<unknown> => ({
    data: undefined,
    error: null,
    refetch: () => undefined,
    hasNextPage: true,
    isFetchingNextPage: false,
    fetchNextPage,
    ...changes,
  });
  const { change } = await renderPage(<MoreButton of={pages({})} />);
  await press(zh.more);
  expect(fetchNextPage).toHaveBeenCalledOnce();
  change(<MoreButton of={pages({ isFetchingNextPage: true })} />);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: zh.loading }).disabled).toBe(true);
  change(<MoreButton of={pages({ hasNextPage: false })} />);
  expect(screen.queryByRole('button')).toBeNull();
});

const round = (
  id: string,
  state: ReplyOf<typeof listRounds>['items'][number]['state'],
): ReplyOf<typeof listRounds>['items'][number] => ({
  id: id as RoundId,
  state,
  day: `${id}-15`,
  opensAt: at('2026-09-15 09:00'),
  intakeEndsAt: at('2026-09-16 00:00'),
  closesAt: at('2026-09-17 18:00'),
  publishesAt: at('2026-09-18 18:00'),
});
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const select = <RoundSelect round={'2026-09' as RoundId} to={chosen => `/rounds/${chosen}`} />;

it('offers the rounds from the newest on with their states; a choice leads to its address', async () => {
  const api = fakeApi();
  api.answer(listRounds, {
    items: [round('2026-08', 'published'), round('2026-09', 'deliberating')],
  });
  await renderPage(select, { api, language: 'en' });
  await waitFor(() => expect(options()).toHaveLength(3));
  expect(options()).toEqual([
    en.roundName(october),
    `${en.roundName('2026-09')}\u00a0· ${en.roundStates.deliberating}`,
    `${en.roundName('2026-08')}\u00a0· ${en.roundStates.published}`,
  ]);
  await choose(en.round, '2026-08');
  expect(location.pathname).toBe('/rounds/2026-08');
});

it('offers the present round and the one on display before the list has arrived', async () => {
  const api = fakeApi();
  api.hold(listRounds);
  await renderPage(select, { api });
  expect(options()).toEqual([zh.roundName(october), zh.roundName('2026-09')]);
  expect(screen.getByLabelText<HTMLSelectElement>(zh.round).value).toBe('2026-09');
});

it('marks the tab of the open page', async () => {
  const tabs = [
    { href: '/members', name: 'Members' },
    { href: '/settings', name: 'Settings' },
  ];
  await renderPage(<Tabs name="Administration" tabs={tabs} />, { address: '/settings' });
  expect(screen.getByRole('navigation', { name: 'Administration' })).toBeTruthy();
  const current = () => document.querySelector('[aria-current="page"]')?.textContent;
  expect(current()).toBe('Settings');
  await fireEvent.click(screen.getByRole('link', { name: 'Members' }));
  await waitFor(() => expect(current()).toBe('Members'));
});

it('can be scrolled by keyboard if it is wider than the screen', async () => {
  await renderPage(<Scrollable label="Numbers">a table</Scrollable>);
  const region = screen.getByRole('region', { name: 'Numbers' });
  region.focus();
  expect(document.activeElement).toBe(region);
});
