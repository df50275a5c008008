/**
 * The bytes of photos that are not sent yet. They live as long as the draft that names them: on the
 * device, so that a reload loses nothing; with a draft that the device's next user must not find, in
 * the tab alone. Each has the place of its person, so that signing out deletes it.
 */
import { device, tab } from '../../storage/browser-storage.ts';
import { keepBlob, keptBlob, keptNames, removeBlobs } from '../../storage/kept-blobs.ts';

/** What is before a photo's key: a person's own place. */
const PHOTO = /^.*:photo:/;

/** Those that this page has shown: it takes a removal back with them. */
const seen = new Map<string, Blob>();

/** One after another: what is being kept is there when the orphans are looked for. */
let last: Promise<void> = Promise.resolve();
function inTurn(act: () => Promise<void>): Promise<void> {
  last = last.then(act, act);
  return last;
}

/** @param place where a person's photos are; a photo is below it, under its key */
export function keepPhoto(
  place: string,
  key: string,
  blob: Blob,
  { inTab }: { readonly inTab: boolean },
): Promise<void> {
  const name = `${place}:${key}`;
  seen.set(name, blob);
  return inTurn(async () => {
    if (inTab) {
      tab.setItem(name, await dataUrlOf(blob));
      await removeBlobs([name]);
    } else {
      await keepBlob(name, blob);
      tab.removeItem(name);
    }
  });
}

/** Undefined if the browser has not kept it. */
export async function keptPhoto(place: string, key: string): Promise<Blob | undefined> {
  const name = `${place}:${key}`;
  const inTab = tab.getItem(name);
  return seen.get(name) ?? (inTab === null ? keptBlob(name) : blobOf(inTab));
}

/** Deletes the bytes that no draft names any more, whosever they were. */
export const sweepPhotos = (): Promise<void> => inTurn(sweep);

async function sweep(): Promise<void> {
  // The drafts are read after the names: a photo that is being added is in its draft by then.
  const names = [...(await keptNames()), ...tab.names()].filter(name => PHOTO.test(name));
  const drafts = [device, tab].flatMap(kept =>
    kept
      .names()
      .filter(name => !PHOTO.test(name))
      .map(name => kept.getItem(name) ?? ''),
  );
  const orphans = names.filter(
    name => !drafts.some(text => text.includes(name.replace(PHOTO, ''))),
  );
  for (const name of orphans) tab.removeItem(name);
  await removeBlobs(orphans);
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function blobOf(dataUrl: string): Blob {
  const [head = '', base64 = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? 'image/jpeg' });
}
