/**
 * Entries lie sealed on the device: without their person's key nobody reads them, not even somebody
 * who opens the browser's storage. The key is one of the person's own things in the browser, which
 * signing out deletes.
 */
import { ownPlace } from '../session/own-places.ts';
import type { KeptTexts } from '../storage/browser-storage.ts';

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export interface Seal {
  /** `of` names what is sealed, so that nothing can be put in its place. */
  readonly close: (plain: Uint8Array<ArrayBuffer>, of: string) => Promise<Sealed>;
  /** `undefined` if it was sealed with another key, or as something else. */
  readonly open: (sealed: Sealed, of: string) => Promise<ArrayBuffer | undefined>;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;

/** Where a person's key lies. */
export const keyPlace = (subject: string): string => ownPlace(subject, 'outbox-key');

/** The seal of a person, with a new key if there is none. `undefined` if the browser stores none. */
export async function sealOf(subject: string, device: KeptTexts): Promise<Seal | undefined> {
  const place = keyPlace(subject);
  let text = device.getItem(place);
  if (text === null) {
    if (!device.works()) return undefined;
    device.setItem(place, textOf(crypto.getRandomValues(new Uint8Array(KEY_BYTES))));
    // Another tab may have made one at the same time.
    text = device.getItem(place) ?? '';
  }
  const key = await crypto.subtle.importKey('raw', bytesOf(text), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const withIv = (iv: Uint8Array<ArrayBuffer>, of: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(of),
  });
  return {
    close: async (plain, of) => {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      return { iv, data: await crypto.subtle.encrypt(withIv(iv, of), key, plain) };
    },
    open: ({ iv, data }, of) =>
      crypto.subtle.decrypt(withIv(iv, of), key, data).catch(() => undefined),
  };
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
