/**
 * Stands in for `node:http` in what is bundled for Lambda. An `import` of the module itself reads all it exports, among them its
 * WebSocket, for which Node loads the whole of undici: a quarter of an empty function's start, for something nobody uses.
 */
export const { Agent, request, STATUS_CODES } = process.getBuiltinModule('node:http');
