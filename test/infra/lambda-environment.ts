/** Variables with which every function's bundle can be loaded outside of Lambda. */
export const LAMBDA_ENVIRONMENT = {
  AWS_REGION: 'cn-north-1',
  TABLE_NAME: 'DataTable',
  ORIGIN_SECRETS: '',
  ORGANIZATION_SHARE: '0.5',
  HASH_KEY: 'HashesKey.Arn',
  METRICS_NAMESPACE: 'GoldenIdeas',
  METRICS_ORGANIZATIONS: '',
  CYCLE_FUNCTION: 'CycleDeliberationCycleFunction.Arn',
  CYCLE_CALLS: '20',
  PHOTO_SECRET: 'a secret of the addresses',
  UPLOADS_BUCKET: 'uploads',
  PHOTOS_BUCKET: 'photos',
};
