/**
 * The photos of a draft on their way: uploaded for the request that names them, handed to the outbox,
 * or back from there. What does it is loaded with the first photo.
 */
import { NetworkFailure } from '../../../shared/contract/client-errors.ts';
import type { Photo, PhotoSubject } from '../../../shared/domain/idea/photo.ts';
import { useCall } from '../../api/call-context.tsx';
import { useOrganization } from '../../session/organization-context.tsx';
import { useOwnPlace } from '../../session/use-own-place.ts';
import type { WaitingPhoto } from './waiting-photos.ts';

/**
 * Returns a function that uploads the photos of a draft's text and gives the member `photos` of a
 * request; none if the draft says nothing of them.
 */
export function useSendPhotos<Of extends PhotoSubject>(...subjects: readonly Of[]) {
  const call = useCall();
  const { organization } = useOrganization();
  const place = useOwnPlace('photo');
  return async (text: string): Promise<{ readonly photos?: Photo<Of>[] }> => {
    if (text === '') return {};
    const { sendPhotos } = await loaded();
    const to = { call, organization: organization.id };
    return { photos: await sendPhotos(text, place, subjects, to) };
  };
}

/** Returns a function that gives the new photos of a draft's text with their bytes. */
export function useWaitingPhotos<Of extends PhotoSubject>(...subjects: readonly Of[]) {
  const place = useOwnPlace('photo');
  return async (text: string): Promise<readonly WaitingPhoto<Of>[]> => {
    if (text === '') return [];
    const { waitingPhotos } = await loaded();
    return waitingPhotos(text, place, subjects);
  };
}

/**
 * Keeps photos that were to be sent, and returns the text of the draft that has them.
 * @param place the storage place of the member's photos
 */
export async function photosBackToDraft(
  photos: readonly WaitingPhoto<PhotoSubject>[],
  place: string,
  options: { readonly inTab: boolean },
): Promise<string> {
  if (photos.length === 0) return '';
  const { backToDraft } = await loaded();
  return backToDraft(photos, place, options);
}

/** Fails as a request does: a photo is not left out in silence. */
async function loaded() {
  return import('./waiting-photos.ts').catch((cause: unknown) => {
    throw new NetworkFailure('what sends photos cannot be loaded', { cause });
  });
}
