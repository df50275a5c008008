/**
 * The pictures in S3: uploads as they were sent, and photos as they are shown, each in a bucket of
 * its own. Keys begin with the organization. An object has no metadata besides its type.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { PhotoSize } from '../domain/idea/photo.ts';
import {
  isOrganizationId,
  isPhotoId,
  type OrganizationId,
  type PhotoId,
} from '../domain/kernel/ids.ts';

/** The names of the two buckets. */
export interface Buckets {
  readonly uploads: string;
  readonly photos: string;
}

const SIZES: readonly PhotoSize[] = ['small', 'large'];

export const uploadKey = (organization: OrganizationId, photo: PhotoId): string =>
  `${organization}/${photo}`;
const pictureKey = (organization: OrganizationId, photo: PhotoId, size: PhotoSize): string =>
  `${organization}/${photo}/${size}.jpg`;

/** The photo of an upload's key; undefined for any other key. */
export function uploadIn(
  key: string,
): { readonly organization: OrganizationId; readonly photo: PhotoId } | undefined {
  const [organization = '', photo = '', ...rest] = key.split('/');
  return isOrganizationId(organization) && isPhotoId(photo) && rest.length === 0
    ? { organization, photo }
    : undefined;
}

export type Pictures = ReturnType<typeof pictures>;

export function pictures(client: S3Client, buckets: Buckets) {
  async function bytesOf(Bucket: string, Key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return {
    /** An upload as it was sent; undefined if there is none. */
    upload: (organization: OrganizationId, photo: PhotoId) =>
      bytesOf(buckets.uploads, uploadKey(organization, photo)),

    async removeUpload(organization: OrganizationId, photo: PhotoId): Promise<void> {
      const Key = uploadKey(organization, photo);
      await client.send(new DeleteObjectCommand({ Bucket: buckets.uploads, Key }));
    },

    /** A cleaned picture, as JPEG; undefined if there is none. */
    get: (organization: OrganizationId, photo: PhotoId, size: PhotoSize) =>
      bytesOf(buckets.photos, pictureKey(organization, photo, size)),

    async put(
      organization: OrganizationId,
      photo: PhotoId,
      forms: Readonly<Record<PhotoSize, Uint8Array>>,
    ): Promise<void> {
      await Promise.all(
        SIZES.map(size =>
          client.send(
            new PutObjectCommand({
              Bucket: buckets.photos,
              Key: pictureKey(organization, photo, size),
              Body: forms[size],
              ContentType: 'image/jpeg',
            }),
          ),
        ),
      );
    },

    /** Removes all forms of a photo. Safe to repeat. */
    async remove(organization: OrganizationId, photo: PhotoId): Promise<void> {
      await Promise.all(
        SIZES.map(size =>
          client.send(
            new DeleteObjectCommand({
              Bucket: buckets.photos,
              Key: pictureKey(organization, photo, size),
            }),
          ),
        ),
      );
    },
  };
}
