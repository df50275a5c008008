/**
 * Replaces the SDK's cache of discovered endpoints in bundles for Lambda. The DynamoDB client makes
 * one with a thousand places, and none of the commands that we use reads it.
 */
export class EndpointCache {}
