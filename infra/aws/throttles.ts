/** The gateway's limits by class of request, from the settings. */
import {
  type RequestClass,
  type Throttles,
  USUAL_THROTTLES,
} from '../../shared/contract/throttles.ts';

/** The gateway's quota for all requests of an account and region; no route exceeds it. */
const MOST = 10_000;

const isClass = (name: string): name is RequestClass => Object.hasOwn(USUAL_THROTTLES, name);

/**
 * Reads `throttles`, such as `reads=2000,writes=500` in place of the usual rates; a burst is twice
 * its rate. Throws with the reason if it cannot be used.
 */
export function throttlesOf(asked: unknown): Throttles {
  const throttles: Record<RequestClass, Throttles[RequestClass]> = { ...USUAL_THROTTLES };
  for (const part of asked === undefined ? [] : String(asked).split(',')) {
    const [, name = '', rate = ''] = /^([a-z]+)=([1-9]\d{0,4})$/.exec(part) ?? [];
    if (!isClass(name) || Number(rate) > MOST)
      throw new Error(
        `throttles: requests a second of each route, up to ${MOST}, such as reads=2000,writes=500; classes are ${Object.keys(USUAL_THROTTLES).join(', ')}`,
      );
    throttles[name] = { rate: Number(rate), burst: 2 * Number(rate) };
  }
  return throttles;
}
