/** Arranging: by the arrow keys and by number, and two who arrange at once. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getAgenda } from '../../../../shared/contract/routes/deliberation.ts';
import { arrangeAgenda } from '../../../../shared/contract/routes/screening.ts';
import { zh as zhChairing } from '../../../../web/features/agenda/chairing/words.zh.ts';
import { zh as zhAgenda } from '../../../../web/features/agenda/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press } from '../../render-page.tsx';
import { secretary } from '../../sample.ts';
import { idOf, nth, openAgenda } from './agenda-scene.tsx';

const items = [1, 2, 3].map(number => nth(number, { mayVote: false }));
const ids = (...numbers: number[]) => numbers.map(idOf);
const arrange = async (api = fakeApi()) => {
  await openAgenda(items, { api, member: secretary, roles: ['secretary'] });
  await screen.findAllByRole('article');
  await press(zhAgenda.arrange);
  await screen.findByText(zhChairing.arrangeSave);
  return api;
};
const numberOf = (title: string) =>
  screen.getByRole<HTMLInputElement>('spinbutton', { name: zhChairing.moveTo(title) });

it('moves an idea by the arrow keys, keeps the focus on it, and saves what was seen', async () => {
  const api = await arrange();
  api.answer(arrangeAgenda, { order: ids(2, 1, 3) });
  const handle = () => screen.getByRole('button', { name: zhChairing.dragHandle('第 1 条') });
  await fireEvent.keyDown(handle(), { key: 'ArrowUp' });
  await fireEvent.keyDown(handle(), { key: 'ArrowDown' });
  expect(numberOf('第 1 条').value).toBe('2');
  expect(document.activeElement).toBe(handle());
  expect(screen.getByText(zhChairing.movedSaid('第 1 条', 2))).toBeTruthy();
  await press(zhChairing.arrangeSave);
  await waitFor(() =>
    expect(api.asked(arrangeAgenda)).toMatchObject([
      { body: { order: ids(2, 1, 3), seen: ids(1, 2, 3) } },
    ]),
  );
  const arrangeAgain = await screen.findByRole('button', { name: zhAgenda.arrange });
  await waitFor(() => expect(document.activeElement).toBe(arrangeAgain));
});

it('shows another secretary’s order, and saves over it only when asked to', async () => {
  const api = await arrange();
  api.answer(arrangeAgenda, refusal(409, 'changed-meanwhile'));
  numberOf('第 1 条').value = '3';
  await fireEvent.change(numberOf('第 1 条'));
  api.answer(getAgenda, {
    items: [3, 2, 1].map((number, at) => ({ ...nth(number, { mayVote: false }), number: at + 1 })),
    total: 3,
  });
  await press(zhChairing.arrangeSave);
  const conflict = within(await screen.findByRole('alert'));
  expect(conflict.getByText(zhChairing.arrangeConflict)).toBeTruthy();
  await waitFor(() =>
    expect(
      conflict.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent),
    ).toEqual(['第 3 条', '第 2 条', '第 1 条']),
  );
  expect(numberOf('第 1 条').value).toBe('3');
  api.answer(arrangeAgenda, { order: ids(2, 3, 1) });
  await press(zh.keepMine);
  await press(zhChairing.arrangeSave);
  await waitFor(() =>
    expect(api.asked(arrangeAgenda)[1]).toMatchObject({
      body: { order: ids(2, 3, 1), seen: ids(3, 2, 1) },
    }),
  );
});

it('takes the other order, and has nothing left to save', async () => {
  const api = await arrange();
  api.answer(arrangeAgenda, refusal(409, 'changed-meanwhile'));
  await press(zhChairing.arrangeBy.support);
  await press(zhChairing.arrangeSave);
  await screen.findByRole('alert');
  await press(zh.dropMine);
  expect(screen.queryByRole('alert')).toBeNull();
  const save = screen.getByRole<HTMLButtonElement>('button', { name: zhChairing.arrangeSave });
  expect(save.disabled).toBe(true);
});
