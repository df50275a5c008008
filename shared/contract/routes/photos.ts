/** Photos: uploading a picture, learning whether it was taken, and the pictures themselves. */
import * as z from 'zod/mini';
import { organizationId, photoId } from '../fields.ts';
import type { Route } from '../route.ts';
import { newPhoto, photoUpload, uploadedPhoto } from '../schemas/photo.ts';
import { anyMember, noBody, none, ofOrganization } from './parts.ts';

const ofPhoto = z.strictObject({ organization: organizationId, photo: photoId });

/** A JPEG file. */
const picture = z.custom<Uint8Array>(value => value instanceof Uint8Array);

export const startPhotoUpload = {
  id: 'startPhotoUpload',
  method: 'POST',
  path: '/organizations/{organization}/photos',
  summary:
    'Begin the upload of a photo; one that no idea names within two days is gone. Nothing is kept of who did it',
  audience: 'photos',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newPhoto },
  idempotent: true,
  success: { status: 201, reply: photoUpload },
  refusals: ['not-found', 'too-much-written'],
} as const satisfies Route;

export const getPhoto = {
  id: 'getPhoto',
  method: 'GET',
  path: '/organizations/{organization}/photos/{photo}',
  summary: 'Whether a photo is ready, or why it was not taken',
  audience: 'photos',
  access: anyMember,
  parameters: ofPhoto,
  query: none,
  body: noBody,
  success: { status: 200, reply: uploadedPhoto },
  refusals: ['not-found'],
} as const satisfies Route;

export const showPhoto = {
  id: 'showPhoto',
  method: 'GET',
  path: '/photos/{organization}/{photo}/{size}',
  summary: 'A photo by its signed address, as the views of ideas have it',
  audience: 'photos',
  access: { who: 'anybody' },
  parameters: z.strictObject({
    ...ofPhoto.shape,
    size: z.enum(['small', 'large']),
  }),
  query: z.strictObject({
    until: z.string().register(z.globalRegistry, {
      description: 'The second until which the address works',
      pattern: '^[0-9]+$',
    }),
    signature: z.string(),
  }),
  body: noBody,
  success: { status: 200, type: 'image/jpeg', reply: picture },
  refusals: ['not-found'],
} as const satisfies Route;
