/**
 * Stands in for the SDK's event streams in what is bundled for Lambda: no operation of DynamoDB or
 * KMS has one. Nothing loads it; without it the SDK's core is one file and not two.
 */
export {};
