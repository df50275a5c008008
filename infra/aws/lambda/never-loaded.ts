/**
 * Stands in for what the SDK loads on demand, and on Lambda never does: its event streams, which no
 * operation of DynamoDB or KMS has, and `bowser`, which tells browsers apart. Without them the
 * SDK's core is one file and not several.
 */
export {};
