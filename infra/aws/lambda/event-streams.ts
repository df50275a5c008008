/**
 * Replaces the SDK's event streams in bundles for Lambda. The client of Lambda sets them up at its
 * start, for answers that come in a stream; no operation that we use has one.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export const eventStreamSerdeProvider = (): never => {
  throw new Error('no operation in use has an event stream');
};
