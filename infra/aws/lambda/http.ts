/**
 * Replaces `node:http` in bundles for Lambda. An `import` of the module reads all of its exports,
 * among them its WebSocket, for which Node loads the whole of undici: a quarter of an empty
 * function's start, for unused code.
 */
export const { Agent, request, STATUS_CODES } = process.getBuiltinModule('node:http');
