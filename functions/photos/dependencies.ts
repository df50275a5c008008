/** The dependencies of this function's endpoints: the records of photos, and the buckets. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { photoAddresses } from '../../shared/http/photo-addresses.ts';
import type { Table } from '../../shared/store/client.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { photoIds } from '../../shared/store/photo-ids.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { type Buckets, pictures } from '../../shared/store/pictures.ts';
import { quotaRepository } from '../../shared/store/quotas.ts';

/** The dependencies of this function's endpoints. */
export type PhotosDeps = ReturnType<typeof dependencies>;

export interface PhotosSources {
  readonly table: Table;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  readonly photoSecret: string;
  readonly s3: S3Client;
  readonly buckets: Buckets;
}

export function dependencies({ table, clock, hash, photoSecret, s3, buckets }: PhotosSources) {
  return {
    clock,
    s3,
    buckets,
    members: memberRepository(table),
    organizations: organizationRepository(table),
    quotas: quotaRepository(table, hash),
    ids: photoIds(hash),
    photos: photoRepository(table),
    pictures: pictures(s3, buckets),
    addresses: photoAddresses(photoSecret, clock),
  };
}
