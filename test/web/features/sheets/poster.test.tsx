/** The notice-board sheet: its deadline, its numbers, and the code that leads to handing in. */
import { screen } from '@testing-library/preact';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { getRound, getToday } from '../../../../shared/contract/routes/organization.ts';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { squares } from '../../../../web/features/sheets/components/qr-code.tsx';
import { PosterPage } from '../../../../web/features/sheets/pages/poster-page.tsx';
import { fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { at, october } from '../../sample.ts';

const round = {
  id: october,
  state: 'collecting' as const,
  day: '2026-10-15',
  opensAt: at('2026-10-15 09:00'),
  intakeEndsAt: at('2026-10-16 00:00'),
  closesAt: at('2026-10-18 18:00'),
  publishesAt: at('2026-10-19 18:00'),
};

async function open(bulletin: boolean) {
  const api = fakeApi();
  api.answer(getRound, round);
  api.answer(getToday, {
    day: '2026-10-01' as never,
    tasks: [],
    round: { ...round, submitted: 3, target: 60 },
    ...(bulletin && {
      bulletin: { round: october, submitted: 63, adopted: 18, adoptionRate: rate(18, 63) },
    }),
  });
  await renderPage(<PosterPage />, { api });
  await screen.findByRole('article');
}

it('tells the last day, the last numbers and the address behind its code', async () => {
  await open(true);
  expect(await screen.findByText(/63.*18.*28\.6% \(18\/63\)/)).toBeTruthy();
  expect(screen.getByText(/10月15日/)).toBeTruthy();
  const address = `${location.origin}/o/huatai/new`;
  const { data } = encode(address, { ecc: 'M', border: 4 });
  expect(screen.getByRole('img').querySelector('path')?.getAttribute('d')).toBe(squares(data));
  expect(screen.getByText(`${location.host}/o/huatai/new`)).toBeTruthy();
});

it('says nothing of a round before the first', async () => {
  await open(false);
  expect(screen.queryByText(/28\.6%/)).toBeNull();
});

it('draws exactly the dark modules of a code', () => {
  const { data } = encode('https://golden-ideas.example/o/huatai/new', { ecc: 'M', border: 4 });
  const drawn = data.map(row => row.map(() => false));
  for (const [, x, y, width] of squares(data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(width));
  expect(drawn).toEqual(data);
});
