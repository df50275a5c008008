/** The photos of a draft with their bytes, ready to be sent; and their upload. */
import type { Call } from '../../../shared/contract/client.ts';
import type { Photo, PhotoSubject } from '../../../shared/domain/idea/photo.ts';
import type { OrganizationId } from '../../../shared/domain/kernel/ids.ts';
import { uploadPhoto } from '../../api/upload-photo.ts';
import { type DraftPhoto, isNew, type NewPhoto, photosIn, photosText } from './draft-photos.ts';
import { keepPhoto, keptPhoto } from './kept-photos.ts';

/** A new photo with its bytes; `alt` is left out if nothing was written. */
export interface WaitingPhoto<Of extends PhotoSubject> {
  readonly key: string;
  readonly of: Of;
  readonly alt?: string;
  readonly blob: Blob;
}

/** The new photos of a draft. Throws if the browser has lost one, which its field says too. */
export async function waitingPhotos<Of extends PhotoSubject>(
  text: string,
  place: string,
  subjects: readonly Of[],
): Promise<readonly WaitingPhoto<Of>[]> {
  return Promise.all(
    photosIn(text).flatMap(photo =>
      isNew(photo) ? among(subjects, photo).map(of => withBytes(photo, of, place)) : [],
    ),
  );
}

async function withBytes<Of extends PhotoSubject>(
  { key, alt }: NewPhoto,
  of: Of,
  place: string,
): Promise<WaitingPhoto<Of>> {
  const blob = await keptPhoto(place, key);
  if (blob === undefined) throw new Error(`a photo is not kept: ${key}`);
  return { key, of, ...altOf(alt), blob };
}

/** Uploads the new photos of a draft, and names all of them as a request does. */
export async function sendPhotos<Of extends PhotoSubject>(
  text: string,
  place: string,
  subjects: readonly Of[],
  to: { readonly call: Call; readonly organization: OrganizationId },
): Promise<Photo<Of>[]> {
  return Promise.all(
    photosIn(text).flatMap(photo =>
      among(subjects, photo).map(async of => {
        if (!isNew(photo)) return { id: photo.id, of, ...altOf(photo.alt) };
        const { key, blob, ...described } = await withBytes(photo, of, place);
        return { id: await uploadPhoto(blob, key, to), ...described };
      }),
    ),
  );
}

/** Keeps photos that were to be sent, and returns the text of a draft that has them. */
export async function backToDraft(
  photos: readonly WaitingPhoto<PhotoSubject>[],
  place: string,
  options: { readonly inTab: boolean },
): Promise<string> {
  await Promise.all(photos.map(({ key, blob }) => keepPhoto(place, key, blob, options)));
  return photosText(photos.map(({ key, of, alt = '' }) => ({ of, alt, key })));
}

/** The photo's subject if it is among some. */
function among<Of extends PhotoSubject>(subjects: readonly Of[], { of }: DraftPhoto): Of[] {
  return subjects.filter(subject => subject === of);
}

function altOf(alt: string): { readonly alt?: string } {
  return alt.trim() === '' ? {} : { alt };
}
