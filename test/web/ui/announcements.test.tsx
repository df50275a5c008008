/** Announcements: results, failures, and their reasons. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import {
  GatewayFailure,
  NetworkFailure,
  UnexpectedReply,
} from '../../../shared/contract/client-errors.ts';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { Failure } from '../../../web/ui/failure.tsx';
import { RefusedRow } from '../../../web/ui/refused-row.tsx';
import { StatusMessage } from '../../../web/ui/status-message.tsx';
import { refusal } from '../fake-api.ts';
import { press, renderPage } from '../render-page.tsx';

it('is present and empty before an act, so that the first message is announced, and then takes the focus', async () => {
  const { change } = await renderPage(<StatusMessage text={undefined} />);
  const place = screen.getByRole('status');
  expect(place.textContent).toBe('');
  change(<StatusMessage text="handed in" />);
  expect(screen.getByRole('status')).toBe(place);
  expect(place.textContent).toBe('handed in');
  expect(document.activeElement).toBe(place);
});

it('leads keyboard users to a failure, unless they are typing somewhere', async () => {
  const failing = (failed: boolean) => (
    <>
      <input aria-label="title" />
      {failed && <Failure error={new NetworkFailure('gone')} />}
    </>
  );
  const { change } = await renderPage(failing(false));
  screen.getByLabelText('title').focus();
  change(failing(true));
  expect(document.activeElement).toBe(screen.getByLabelText('title'));
  change(failing(false));
  screen.getByLabelText('title').blur();
  change(failing(true));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('explains in %s what failed, by who answered', async (language, words) => {
  const cases: [Error, string][] = [
    [new NetworkFailure('gone'), words.networkFailed],
    [new GatewayFailure(503), words.gatewayFailed[503]],
    [new UnexpectedReply(200), words.unexpectedReply],
    [refusal(500, 'internal'), words.serverTrouble('r-1')],
    [refusal(409, 'ballot-closed'), 'title of ballot-closed'],
  ];
  const { change } = await renderPage(null, { language });
  for (const [error, text] of cases) {
    change(<Failure key={error.message} error={error} />);
    expect(screen.getByRole('alert').textContent).toContain(text);
  }
});

it('formats the instants in the API’s words as on the notice board', async () => {
  const detail = 'until 2026-10-18T10:00:00.000Z';
  await renderPage(<Failure error={refusal(409, 'too-late', { detail })} />);
  expect(screen.getByRole('alert').textContent).toMatch(/until .*18:00/);
});

it('offers a retry only if there is something to retry', async () => {
  const retry = vi.fn();
  const { change } = await renderPage(<Failure error={new NetworkFailure('gone')} />);
  expect(screen.queryByRole('button')).toBeNull();
  change(<Failure error={new NetworkFailure('gone')} onRetry={retry} />);
  await press(zh.retry);
  expect(retry).toHaveBeenCalledOnce();
});

it('names the wrong columns of a file’s row, or the error of the whole row', async () => {
  const { change } = await renderPage(
    <RefusedRow
      problem={refusal(422, 'unknown-author', { detail: 'nobody has that number' }).problem}
    />,
  );
  expect(screen.getByText('nobody has that number')).toBeTruthy();
  const errors = [
    { field: '工号', rule: 'format', detail: 'letters and digits' },
    { field: '部门', rule: 'one-of', detail: 'not on the list' },
  ];
  change(<RefusedRow problem={refusal(400, 'invalid-request', { errors }).problem} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    zh.labelled('工号', 'letters and digits'),
    zh.labelled('部门', 'not on the list'),
  ]);
  change(<RefusedRow problem={refusal(400, 'odd').problem} />);
  expect(screen.getByText('title of odd')).toBeTruthy();
});

it('announces successive failures', async () => {
  const { change } = await renderPage(
    <Failure error={new NetworkFailure('gone')} onRetry={() => undefined} />,
  );
  await fireEvent.click(screen.getByRole('button'));
  change(<Failure error={refusal(409, 'ballot-closed')} onRetry={() => undefined} />);
  expect(screen.getByRole('alert').textContent).toContain('ballot-closed');
});
