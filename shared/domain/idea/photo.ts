/**
 * Photos (照片) of an idea: of its problem, its proposal and the finished work. An idea has their
 * ids, their order and what they show; the pictures themselves are cleaned of everything else
 * before anybody sees them.
 */
import type { PhotoId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { TextLimits } from '../kernel/text.ts';

/** Some photos do not exist here, or belong to another idea. */
export type PhotoNotAvailable = {
  readonly code: 'photo-not-available';
  readonly photos: readonly PhotoId[];
};

/** What a photo may show. */
export const PHOTO_SUBJECTS = ['problem', 'proposal', 'result'] as const;
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number];

export interface Photo<Of extends PhotoSubject = PhotoSubject> {
  readonly id: PhotoId;
  readonly of: Of;
  /** What there is to see, for those who do not see it. */
  readonly alt?: string;
}

/** A photo that the author adds to the text. */
export type ContentPhoto = Photo<'problem' | 'proposal'>;
/** A photo of the finished work, which its owner adds. */
export type ResultPhoto = Photo<'result'>;

/** The most photos of one subject. */
export const MOST_PHOTOS = 3;

export const ALT: TextLimits = { min: 1, max: 100 };

/** The kinds of pictures that are taken; browsers turn all others into one of these. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The most bytes of an upload; a browser sends some 300 KB. */
export const MOST_PICTURE_BYTES = 10_000_000;

/** The forms in which a photo is kept: the longest edge of each, in pixels. */
export const PHOTO_EDGES = { small: 320, large: 1600 } as const;
export type PhotoSize = keyof typeof PHOTO_EDGES;

/** Why a picture is not taken. The last: it was named and never came. */
export const PICTURE_FAULTS = [
  'empty',
  'not-a-picture',
  'another-kind',
  'too-many-pixels',
  'damaged',
  'not-arrived',
] as const;
export type PictureFault = (typeof PICTURE_FAULTS)[number];

/** Whether there are at most three photos of each subject. */
export function areFew(photos: readonly Photo[]): boolean {
  return PHOTO_SUBJECTS.every(
    subject => photos.filter(({ of }) => of === subject).length <= MOST_PHOTOS,
  );
}

/** Whether each photo is named once. */
export function areDistinct(photos: readonly Photo[]): boolean {
  return new Set(photos.map(({ id }) => id)).size === photos.length;
}

interface WithPhotos {
  readonly photos?: readonly ContentPhoto[];
  readonly completion?: { readonly photos?: readonly ResultPhoto[] };
}

/** The present photos of an idea, in their order. */
export function photosOf({ photos = [], completion }: WithPhotos): readonly Photo[] {
  return [...photos, ...(completion?.photos ?? [])];
}

interface Kept extends WithPhotos {
  readonly status: string;
  readonly history: readonly {
    readonly act: string;
    readonly photos?: readonly ResultPhoto[];
  }[];
}

/**
 * The photos that an idea still needs: the present ones, and those of work that was sent back. A
 * photo that its author took out is gone, and so are all of a withdrawn idea.
 */
export function neededPhotos(idea: Kept): ReadonlySet<PhotoId> {
  if (idea.status === 'withdrawn') return new Set();
  const ofWork = idea.history.flatMap(entry => entry.photos ?? []);
  return new Set([...photosOf(idea), ...ofWork].map(({ id }) => id));
}

/**
 * How long a picture is waited for that an idea names. Uploads are kept for a day, and an outbox
 * sends them before the idea; the second day is for tries of cleaning.
 */
const ARRIVAL_DAYS = 2;
const DAY_MILLIS = 86_400_000;

/** The acts that name photos. */
const NAMING: ReadonlySet<string> = new Set(['submit', 'revise', 'correct', 'complete']);

interface Named {
  readonly history: readonly { readonly act: string; readonly at: Instant }[];
}

/** Whether a picture that an idea names may still come, so long after the last act that named any. */
export function mayArrive({ history }: Named, now: Instant): boolean {
  const named = history.filter(({ act }) => NAMING.has(act)).map(({ at }) => Date.parse(at));
  return Date.parse(now) < Math.max(...named) + ARRIVAL_DAYS * DAY_MILLIS;
}
