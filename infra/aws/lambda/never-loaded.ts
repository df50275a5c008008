/**
 * Replaces modules that the SDK loads on demand, and never on Lambda: its event streams, which no
 * operation of DynamoDB or KMS has, and `bowser`, which detects browsers. Without them the
 * SDK's core is one file and not several.
 */
export {};
