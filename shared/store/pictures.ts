/**
 * The pictures in S3: uploads as they were sent, and photos as they are shown, each in a bucket of
 * its own. Keys begin with the organization. An object has no metadata besides its type.
 */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
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

/** The photo and the form of a picture's key; undefined for any other key. */
function pictureIn(key: string): { readonly photo: PhotoId; readonly size: PhotoSize } | undefined {
  const [, photo = '', file, ...rest] = key.split('/');
  const size = SIZES.find(one => file === `${one}.jpg`);
  return size && isPhotoId(photo) && rest.length === 0 ? { photo, size } : undefined;
}

/** Whether a photo has all its forms. */
export function isWhole(stored: ReadonlySet<PhotoSize> | undefined): boolean {
  return SIZES.every(size => stored?.has(size));
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

  async function removeUpload(organization: OrganizationId, photo: PhotoId): Promise<void> {
    const Key = uploadKey(organization, photo);
    await client.send(new DeleteObjectCommand({ Bucket: buckets.uploads, Key }));
  }

  async function removeForms(organization: OrganizationId, photo: PhotoId): Promise<void> {
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
  }

  return {
    /** An upload as it was sent; undefined if there is none. */
    upload: (organization: OrganizationId, photo: PhotoId) =>
      bytesOf(buckets.uploads, uploadKey(organization, photo)),

    removeUpload,

    /** A cleaned picture, as JPEG; undefined if there is none. */
    get: (organization: OrganizationId, photo: PhotoId, size: PhotoSize) =>
      bytesOf(buckets.photos, pictureKey(organization, photo, size)),

    /** The forms that are stored of an organization's photos, or of one of them. */
    async stored(
      organization: OrganizationId,
      photo?: PhotoId,
    ): Promise<ReadonlyMap<PhotoId, ReadonlySet<PhotoSize>>> {
      const found = new Map<PhotoId, Set<PhotoSize>>();
      const Prefix = photo === undefined ? `${organization}/` : `${organization}/${photo}/`;
      const pages = paginateListObjectsV2({ client }, { Bucket: buckets.photos, Prefix });
      for await (const { Contents = [] } of pages)
        for (const { Key = '' } of Contents) {
          const picture = pictureIn(Key);
          if (!picture) continue;
          const sizes = found.get(picture.photo) ?? new Set();
          found.set(picture.photo, sizes.add(picture.size));
        }
      return found;
    },

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

    /** Removes the forms of a photo that are shown. Safe to repeat. */
    removeForms,

    /** Removes all forms of a photo, and its upload if it still waits. Safe to repeat. */
    async remove(organization: OrganizationId, photo: PhotoId): Promise<void> {
      await removeForms(organization, photo);
      await removeUpload(organization, photo);
    },
  };
}
