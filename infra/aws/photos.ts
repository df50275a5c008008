/**
 * Photos: the bucket of uploads, the function that cleans them, and the secret of the addresses by
 * which they are shown. S3 tells of each upload through EventBridge; one that cannot be cleaned
 * ends in a queue, and its uploader sees that it is still awaited.
 */
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { photoCleaningEnv } from '../../functions/photo-cleaning/env.ts';
import { acceptFindings, anyImportedObjectOf, anyObjectOf } from './accepted-findings.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { Data } from './data.ts';
import { FailureQueue } from './failure-queue.ts';
import type { PhotoBucket } from './photo-bucket.ts';
import { PrivateBucket } from './private-bucket.ts';
import type { Rollout } from './rollout.ts';
import { ServerFunction } from './server-function.ts';

interface PhotosProps {
  readonly data: Data;
  /** The bucket of cleaned photos, which the data stack has. */
  readonly photos: PhotoBucket;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly rollout: Rollout;
  readonly tracing: boolean;
}

type BucketRight = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject';

export class Photos extends Construct {
  /** The names of the buckets, for the environment of a function. */
  readonly variables: { readonly UPLOADS_BUCKET: string; readonly PHOTOS_BUCKET: string };
  /** The secret of the addresses, likewise: CloudFormation resolves it, and it is in no template. */
  readonly secret: { readonly PHOTO_SECRET: string };
  /** Where browsers send pictures. */
  readonly uploadOrigin: string;
  private readonly uploads: PrivateBucket;
  private readonly photos: PhotoBucket;

  constructor(scope: Construct, id: string, { photos, ...props }: PhotosProps) {
    super(scope, id);
    const uploads = uploadsBucket(this);
    this.uploads = uploads;
    this.photos = photos;
    this.variables = { UPLOADS_BUCKET: uploads.bucketName, PHOTOS_BUCKET: photos.bucketName };
    this.uploadOrigin = `https://${uploads.bucketRegionalDomainName}`;
    this.secret = { PHOTO_SECRET: secretOf(this) };
    const cleaning = new ServerFunction(this, 'Cleaning', {
      name: 'photo-cleaning',
      whenItFails: 'new photos are not shown yet; their uploads wait a day.',
      schema: photoCleaningEnv,
      environment: { TABLE_NAME: props.data.tableName, ...this.variables },
      // A whole processor, for it computes all the time; and room for 25 million pixels.
      memory: 1769,
      timeout: Duration.seconds(60),
      ...props,
    });
    this.allow(cleaning, 'uploads', 's3:GetObject', 's3:DeleteObject');
    this.allow(cleaning, 'photos', 's3:PutObject', 's3:DeleteObject');
    this.allowListing(cleaning, 'uploads');
    cleaning.live.callee.configureAsyncInvoke({
      maxEventAge: Duration.hours(6),
      retryAttempts: 2,
      onFailure: new SqsDestination(
        new FailureQueue(this, 'Uncleaned', {
          alarms: props.alarms,
          name: 'photos-uncleaned',
          impact: 'These photos stay awaited, and are gone after a day; their ideas lack them.',
        }),
      ),
    });
    new events.Rule(this, 'Arrival', {
      description: 'A picture was uploaded',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [uploads.bucketName] } },
      },
      targets: [
        new LambdaFunction(cleaning.live.callee, {
          deadLetterQueue: new FailureQueue(this, 'Undelivered', {
            alarms: props.alarms,
            name: 'photos-undelivered',
            impact: 'New photos are not cleaned, and so not shown, while events fail.',
          }),
        }),
      ],
    });
  }

  /**
   * Gives a function the right to list a bucket: without it, S3 answers 403 for a missing object,
   * which would look like a missing right.
   */
  allowListing(by: ServerFunction, which: 'uploads' | 'photos'): void {
    by.allow({ actions: ['s3:ListBucket'], resources: [this[which].bucketArn] });
  }

  /** Gives a function rights to the objects of a bucket. */
  allow(by: ServerFunction, which: 'uploads' | 'photos', ...actions: BucketRight[]): void {
    const bucket = this[which];
    by.allow({ actions, resources: [bucket.arnForObjects('*')] });
    const finding =
      which === 'uploads' ? anyObjectOf(this.uploads) : anyImportedObjectOf(this.photos);
    acceptFindings(by, {
      [finding]: 'The bucket has pictures alone, of all organizations.',
    });
  }
}

function uploadsBucket(scope: Construct): PrivateBucket {
  return new PrivateBucket(scope, 'Uploads', {
    // An upload is removed as soon as it is cleaned. It may have a place in it, so one that was not
    // stays as shortly as S3 can.
    lifecycleRules: [
      { expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    // A form is signed for one picture, whoever sends it. An origin would protect nothing.
    cors: [{ allowedMethods: [s3.HttpMethods.POST], allowedOrigins: ['*'] }],
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    unlogged:
      'Logs would tell when a photo was uploaded, and of an unnamed idea nobody is to know.',
    tells: true,
  });
}

function secretOf(scope: Construct): string {
  const secret = new Secret(scope, 'AddressSecret', {
    description: 'Golden Ideas: signs the addresses of photos',
    generateSecretString: { passwordLength: 43, excludePunctuation: true },
    // Another deployment makes another.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acceptFindings(secret, {
    'AwsSolutions-SMG4':
      'It opens single photos for an hour or two to whoever has signed in; a new one would close those that are open.',
  });
  return secret.secretValue.unsafeUnwrap();
}
