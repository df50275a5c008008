/** Photos: uploading one, naming those of an idea, and showing them. */
import * as z from 'zod/mini';
import {
  ALT,
  areDistinct,
  areFew,
  MOST_PHOTOS,
  MOST_PICTURE_BYTES,
  PHOTO_SUBJECTS,
  type Photo,
  type PhotoSubject,
  PICTURE_FAULTS,
  PICTURE_TYPES,
} from '../../domain/idea/photo.ts';
import { line, photoId, type Rule } from '../fields.ts';

export const newPhoto = z
  .strictObject({
    contentType: z.enum(PICTURE_TYPES),
    bytes: z.int().check(z.minimum(1), z.maximum(MOST_PICTURE_BYTES)),
  })
  .register(z.globalRegistry, {
    id: 'NewPhoto',
    description: 'The picture that will be uploaded: its kind and its size',
  });

export const photoUpload = z
  .object({
    photo: photoId,
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  })
  .register(z.globalRegistry, {
    id: 'PhotoUpload',
    description:
      'Where to send the picture within minutes: a POST as multipart/form-data with these fields, and the picture last as "file"',
  });

const addresses = {
  width: z.int().register(z.globalRegistry, { description: 'Pixels of the large form' }),
  height: z.int(),
  small: z.string().register(z.globalRegistry, {
    description:
      'An address that works for an hour or two without a token, and stays the same for an hour',
  }),
  large: z.string(),
};
const ready = z.literal('ready');
const awaited = z.literal('awaited').register(z.globalRegistry, {
  description: 'Not uploaded yet, or about to be cleaned',
});
const refused = {
  state: z.literal('refused'),
  reason: z.enum(PICTURE_FAULTS).register(z.globalRegistry, {
    description: 'Why the picture was not taken',
  }),
};

/** A photo by itself, for whoever uploads it. */
export const uploadedPhoto = z
  .discriminatedUnion('state', [
    z.object({ photo: photoId, state: ready, ...addresses }),
    z.object({ photo: photoId, state: awaited }),
    z.object({
      photo: photoId,
      ...refused,
      detail: z.string().register(z.globalRegistry, {
        description: 'The reason in the reader’s language, and what to do',
      }),
    }),
  ])
  .register(z.globalRegistry, { id: 'UploadedPhoto' });

const shown = {
  id: photoId,
  of: z.enum(PHOTO_SUBJECTS),
  alt: z.optional(z.string().register(z.globalRegistry, { description: 'What there is to see' })),
};

/** The photos of an idea as its readers see them. Those that are gone are left out. */
export const shownPhotos = z
  .array(
    z
      .discriminatedUnion('state', [
        z.object({ ...shown, state: ready, ...addresses }),
        z.object({ ...shown, state: awaited }),
        z.object({ ...shown, ...refused }),
      ])
      .register(z.globalRegistry, { id: 'ShownPhoto' }),
  )
  .register(z.globalRegistry, {
    description: 'In their order; only one that is ready has addresses',
  });

/** The photos that a request names, of these subjects. */
export const namedPhotos = <Of extends PhotoSubject>(...of: readonly [Of, ...Of[]]) =>
  z
    .array(
      z.strictObject({
        id: photoId,
        of: z.enum(of),
        alt: z.exactOptional(line(ALT, 'What there is to see 照片说明')),
      }),
    )
    .check(
      z.maxLength(of.length * MOST_PHOTOS),
      z.refine<Photo[]>(areFew, {
        params: { rule: 'photos', most: MOST_PHOTOS } satisfies Rule,
      }),
      z.refine<Photo[]>(areDistinct, { params: { rule: 'once' } satisfies Rule }),
    )
    .register(z.globalRegistry, {
      description: `At most ${MOST_PHOTOS} of each subject. A photo may be named before it is uploaded and cleaned`,
    });
