/** Whether the network answers, and of when what is shown without it is. */
import { expect, it, vi } from 'vitest';
import { Network } from '../../../web/api/network.ts';

it('is of the oldest reply on a page, and begins anew on the next', () => {
  const network = new Network();
  network.shows(200, '/o/huatai');
  network.shows(100, '/o/huatai');
  network.shows(300, '/o/huatai');
  expect(network.state).toEqual({ is: 'lost', asOf: 100 });
  network.shows(300, '/o/huatai/rounds');
  expect(network.state).toEqual({ is: 'lost', asOf: 300 });
});

it('tells of changes alone', () => {
  const network = new Network();
  const changed = vi.fn();
  const stop = network.subscribe(changed);
  network.reached();
  expect(changed).not.toHaveBeenCalled();
  network.lost();
  network.lost();
  network.reached();
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  network.lost();
  expect(changed).toHaveBeenCalledTimes(2);
});

it.each([
  ['is back with the configuration', 'application/json', 'reached'],
  ['is not back with the page of a portal', 'text/html', 'lost'],
] as const)('%s', async (_, type, is) => {
  const network = new Network();
  network.lost();
  const fetch = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(new Response('', { headers: { 'content-type': type } }));
  expect(await network.probe()).toBe(is === 'reached');
  fetch.mockRestore();
  expect(network.state.is).toBe(is);
});
