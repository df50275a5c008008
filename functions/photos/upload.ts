/**
 * Begins an upload: a form that S3 takes for some minutes, for a picture of this kind and of no
 * more bytes. Nothing is kept of who asked: the record has no person and no time, the object no
 * metadata, and the count for the limit a pseudonym.
 */
import { randomUUID } from 'node:crypto';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import * as contract from '../../shared/contract/routes/photos.ts';
import { roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { PHOTOS_A_ROUND, PHOTOS_AN_HOUR } from '../../shared/domain/organization/limits.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { uploadKey } from '../../shared/store/pictures.ts';
import type { PhotosDeps } from './dependencies.ts';

/** A weak network takes its time, and tries again by itself. */
const SECONDS = 900;

export function startPhotoUpload(deps: PhotosDeps): Endpoint {
  const { members, organizations, quotas, ids, photos, s3, buckets, clock } = deps;
  return endpoint(
    contract.startPhotoUpload,
    memberOf(members),
    async ({ path: { organization }, body, member, idempotencyKey }) => {
      const now = clock.now();
      const { calendar } = await organizations.ofMember(member, false);
      const round = roundOf(now, calendar);
      const request = idempotencyKey ?? randomUUID();
      const admitted = await quotas.admit({
        organization,
        round,
        roundEnds: scheduleOf(round, calendar).intakeEndsAt,
        member: member.id,
        counted: 'photos',
        request,
        now,
        anHour: PHOTOS_AN_HOUR,
        aRound: PHOTOS_A_ROUND,
      });
      if (!admitted.ok) return admitted;
      const photo = await ids(organization, member.id, idempotencyKey);
      await photos.start(organization, photo, now);
      const { url, fields } = await createPresignedPost(s3, {
        Bucket: buckets.uploads,
        Key: uploadKey(organization, photo),
        Fields: { 'Content-Type': body.contentType },
        Conditions: [['content-length-range', 1, body.bytes]],
        Expires: SECONDS,
      });
      return answer({ photo, upload: { url, fields } });
    },
  );
}
