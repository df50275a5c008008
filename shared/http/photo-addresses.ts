/**
 * Addresses of pictures: signed, for a browser's `<img>` sends no token, and short-lived. All
 * functions make the same address for the same hour, so a browser finds a picture in its cache.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { addressOf } from '../contract/route.ts';
import type { PhotoSize } from '../domain/idea/photo.ts';
import type { OrganizationId, PhotoId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';

/** An address is made anew with each hour, and works until the end of the next. */
const WINDOW_SECONDS = 3_600;

/** Of `showPhoto`; its route would load every schema of photos into each function. */
const PATH = '/photos/{organization}/{photo}/{size}';

interface Picture {
  readonly organization: OrganizationId;
  readonly photo: PhotoId;
  readonly size: PhotoSize;
}

export type PhotoAddresses = ReturnType<typeof photoAddresses>;

export function photoAddresses(secret: string, clock: Clock) {
  const now = (): number => Math.floor(Date.parse(clock.now()) / 1000);
  const sign = ({ organization, photo, size }: Picture, until: number): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([organization, photo, size, until]))
      .digest('base64url');

  return {
    /** The present address of a picture. */
    of(picture: Picture): string {
      const until = (Math.floor(now() / WINDOW_SECONDS) + 2) * WINDOW_SECONDS;
      const { organization, photo, size } = picture;
      return addressOf(
        { path: PATH },
        { organization, photo, size },
        { until: String(until), signature: sign(picture, until) },
      );
    },

    /** The seconds for which a picture's address still works; undefined if it does not. */
    secondsLeft(
      picture: Picture,
      given: { readonly until: string; readonly signature: string },
    ): number | undefined {
      const until = Number(given.until);
      const expected = Buffer.from(sign(picture, until));
      const signature = Buffer.from(given.signature);
      const genuine = signature.length === expected.length && timingSafeEqual(signature, expected);
      return genuine && until > now() ? until - now() : undefined;
    },
  };
}
