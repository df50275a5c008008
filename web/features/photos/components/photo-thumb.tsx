/** A photo of an idea in a list: small, in a place that is there before it is loaded. */
import type { Photo, ReadyPhoto } from '../photo.ts';

/** The photo that a list shows. An API older than the pages tells of none. */
export function thumbOf(photos: readonly Photo[] = []): ReadyPhoto | undefined {
  return photos.find(photo => photo.state === 'ready');
}

export function PhotoThumb({ photo }: { readonly photo: ReadyPhoto }) {
  return (
    <img
      class="photo-thumb"
      src={photo.small}
      alt={photo.alt ?? ''}
      width={48}
      height={48}
      loading="lazy"
      decoding="async"
    />
  );
}
