/** The photos of ideas as their readers see them: the state of each, and its present addresses. */
import type * as z from 'zod/mini';
import type { shownPhotos } from '../contract/schemas/photo.ts';
import type { Idea } from '../domain/idea/idea.ts';
import { photosOf } from '../domain/idea/photo.ts';
import type { OrganizationId, PhotoId } from '../domain/kernel/ids.ts';
import type { FoundPhoto, PhotoRepository, Picture } from '../store/photos.ts';
import type { PhotoAddresses } from './photo-addresses.ts';

export type ShownPhotos = z.input<typeof shownPhotos>;
type PictureView = StateOf<ShownPhotos[number]>;
type StateOf<Photo> = Photo extends unknown ? Omit<Photo, 'id' | 'of' | 'alt'> : never;

/** The state of a picture, and its addresses once it is ready. */
export function pictureView(
  organization: OrganizationId,
  photo: PhotoId,
  picture: Picture,
  addresses: PhotoAddresses,
): PictureView {
  switch (picture.state) {
    case 'awaited':
      return { state: 'awaited' };
    case 'refused':
      return { state: 'refused', reason: picture.reason };
    case 'ready': {
      const { width, height } = picture;
      const of = (size: 'small' | 'large') => addresses.of({ organization, photo, size });
      return { state: 'ready', width, height, small: of('small'), large: of('large') };
    }
  }
}

export type PhotoViews = ReturnType<typeof photoViews>;

/** Reads the photos of ideas of one organization at once, and gives those of each. */
export function photoViews(photos: PhotoRepository, addresses: PhotoAddresses) {
  return async (ideas: readonly Idea[]): Promise<(idea: Idea) => ShownPhotos> => {
    const [first] = ideas;
    const ids = ideas.flatMap(photosOf).map(({ id }) => id);
    const found: ReadonlyMap<PhotoId, FoundPhoto> =
      first && ids.length > 0 ? await photos.some(first.organization, ids) : new Map();
    return idea =>
      photosOf(idea).flatMap(photo => {
        const picture = found.get(photo.id);
        // A photo that its author took out, or that was erased, is gone from the table first.
        if (picture?.idea !== idea.id) return [];
        return [{ ...photo, ...pictureView(idea.organization, photo.id, picture, addresses) }];
      });
  };
}
