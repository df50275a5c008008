/**
 * Stands in for the SDK's cache of discovered endpoints in what is bundled for Lambda. The client of
 * DynamoDB makes one, of a thousand places, and no command of it that is used here looks there.
 */
export class EndpointCache {}
