/**
 * The photos of what is being written, as one text of its draft: those that its idea has already by
 * their id, and new ones by the key under which their bytes are on the device.
 */

import { PHOTO_SUBJECTS, type PhotoSubject } from '../../../shared/domain/idea/photo.ts';
import { isPhotoId, type PhotoId } from '../../../shared/domain/kernel/ids.ts';
import { parsed } from '../../ui/form/draft-fields.ts';
import type { Photo } from './photo.ts';

interface Described {
  readonly of: PhotoSubject;
  /** What there is to see, in the writer's words; may be empty. */
  readonly alt: string;
}

/** `key` makes one photo of repeated uploads. */
export interface NewPhoto extends Described {
  readonly key: string;
}

interface StoredPhoto extends Described {
  readonly id: PhotoId;
}

export type DraftPhoto = NewPhoto | StoredPhoto;

export function isNew(photo: DraftPhoto): photo is NewPhoto {
  return 'key' in photo;
}

/** What tells it from the others. */
export function nameOfPhoto(photo: DraftPhoto): string {
  return isNew(photo) ? photo.key : photo.id;
}

/** The photos of a draft. One that says nothing of them leaves those that its idea has. */
export function photosIn(text: string, stored: readonly Photo[] = []): readonly DraftPhoto[] {
  if (text === '') return stored.map(({ id, of, alt = '' }) => ({ of, alt, id }));
  const read = parsed(text);
  return Array.isArray(read) ? read.filter(isDraftPhoto) : [];
}

/** Empty where nothing was ever there, so that a draft without photos is as blank as it looks. */
export function photosText(photos: readonly DraftPhoto[], stored: readonly Photo[] = []): string {
  return photos.length === 0 && stored.length === 0 ? '' : JSON.stringify(photos);
}

/** Moves a photo among those of its subject, which alone have an order; -1 is to the front. */
export function moved(
  photos: readonly DraftPhoto[],
  photo: DraftPhoto,
  by: -1 | 1,
): readonly DraftPhoto[] {
  const alike = photos.filter(({ of }) => of === photo.of);
  const other = alike[alike.indexOf(photo) + by];
  if (other === undefined) return photos;
  return photos.map(one => (one === photo ? other : one === other ? photo : one));
}

function isDraftPhoto(value: unknown): value is DraftPhoto {
  if (typeof value !== 'object' || value === null) return false;
  const { of, alt, key, id } = Object.assign({ of: '', alt: '', key: '', id: '' }, value);
  const named = key === '' ? isPhotoId(id) : typeof key === 'string' && id === '';
  return PHOTO_SUBJECTS.some(subject => subject === of) && typeof alt === 'string' && named;
}
