/** The search from everywhere: its keys, the keys within it, and what it remembers. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { useEffect } from 'preact/hooks';
import { beforeEach, expect, it, vi } from 'vitest';
import { searchIdeas } from '../../../../shared/contract/routes/search.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useSearchPanel } from '../../../../web/app/use-search-panel.tsx';
import { zh as zhSearch } from '../../../../web/features/search/words.zh.ts';
import { zh as shared } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { ownPlace } from '../../../../web/session/own-places.ts';
import { device } from '../../../../web/storage/browser-storage.ts';
import { type FakeApi, fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { author, huatai, listedIdea } from '../../sample.ts';

const zh = { ...shared, ...zhSearch };
const ideas = [1, 2, 3].map(number =>
  listedIdea({
    id: `2026-09-${String(number).padStart(26, '0')}` as IdeaId,
    title: `行车${number}`,
  }),
);

beforeEach(() => {
  // The environment has no layout, and no modal dialogs.
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
});

const marks = { title: [[0, 2]] as [number, number][] };

/** What the page does by other keys. */
const otherKey = vi.fn();
function Page() {
  const { open, panel } = useSearchPanel();
  useEffect(() => {
    addEventListener('keydown', otherKey);
    return () => removeEventListener('keydown', otherKey);
  }, []);
  return (
    <>
      <button type="button" onClick={open}>
        打开
      </button>
      <input aria-label="field" />
      {panel}
    </>
  );
}

async function page(api: FakeApi = fakeApi()): Promise<FakeApi> {
  otherKey.mockClear();
  api.answer(searchIdeas, {
    hits: ideas.map(idea => ({ idea, marks })),
    total: 30,
    people: {},
  });
  await renderPage(<Page />, { api, address: '/o/huatai' });
  return api;
}

const press = (key: string, more = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...more });
const field = () => screen.findByRole<HTMLInputElement>('combobox', { name: zh.searchIdeas });
const options = () => screen.getAllByRole('option');
const selected = () => options().findIndex(one => one.getAttribute('aria-selected') === 'true');
async function find(text: string): Promise<HTMLInputElement> {
  const input = await field();
  await fireEvent.input(input, { target: { value: text } });
  await waitFor(() => expect(options()).toHaveLength(4));
  return input;
}

it.each([
  ['/', {}],
  ['k', { ctrlKey: true }],
  ['K', { metaKey: true }],
])('opens by %s with %o, with the focus in its field', async (key, more) => {
  await page();
  await press(key, more);
  const input = await field();
  await waitFor(() => expect(document.activeElement).toBe(input));
});

it('opens by no key in a field, and keeps what is typed ahead from other keys', async () => {
  await page();
  await press('/', {}, screen.getByLabelText('field'));
  await press('k');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(otherKey).toHaveBeenCalledTimes(2);
  for (const key of ['/', 'a'])
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  expect(otherKey).toHaveBeenCalledTimes(3);
  await field();
});

it('moves by the arrow keys and opens by Enter, but not while an input method composes', async () => {
  await page();
  await press('/');
  const input = await find('行车');
  expect(selected()).toBe(0);
  await press('ArrowDown', {}, input);
  expect(selected()).toBe(1);
  expect(input.getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
  await press('ArrowUp', {}, input);
  await press('ArrowUp', {}, input);
  expect(selected()).toBe(0);
  await press('ArrowDown', {}, input);
  await press('Enter', { isComposing: true }, input);
  await press('Enter', { keyCode: 229 }, input);
  expect(location.pathname).toBe('/o/huatai');
  await press('Enter', {}, input);
  expect(location.pathname).toBe(paths.idea(huatai, ideas[1]?.id as IdeaId));
});

it('closes by one press of Escape, also with something typed', async () => {
  await page();
  await press('/');
  const input = await find('行车');
  await press('Escape', { isComposing: true }, input);
  expect(screen.queryByRole('dialog')).not.toBeNull();
  await press('Escape', {}, input);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('leads to all that was found, in the list with its filters', async () => {
  await page();
  await press('/');
  await find('行车');
  const all = options()[3];
  expect(all?.textContent).toBe(zh.seeAllFound(30));
  await fireEvent.click(all as Element);
  expect(location.pathname).toBe(paths.round(huatai));
  expect(new URLSearchParams(location.search).get('q')).toBe('行车');
});

it('remembers the last five searches that led somewhere, among what signing out deletes', async () => {
  const place = ownPlace(author, huatai, author, 'searches');
  device.setItem(place, JSON.stringify(['a', 'b', 'c', 'd', 'e']));
  await page();
  device.setItem(place, JSON.stringify(['a', 'b', '行车', 'd', 'e']));
  await press('/');
  await press('Enter', {}, await find('行车'));
  expect(JSON.parse(device.getItem(place) ?? '')).toEqual(['行车', 'a', 'b', 'd', 'e']);
});

it('offers the earlier searches before anything is typed', async () => {
  device.setItem(ownPlace(author, huatai, author, 'searches'), JSON.stringify(['限位']));
  const api = await page();
  await press('/');
  const recent = within(await screen.findByRole('listbox', { name: zh.recentSearches }));
  await fireEvent.click(recent.getByRole('option', { name: '限位' }));
  expect(new URLSearchParams(location.search).get('q')).toBe('限位');
  expect(api.asked(searchIdeas)).toEqual([]);
});
