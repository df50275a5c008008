/**
 * The API's description as a module, imported as `#openapi`. In a bundle its finished document
 * replaces it, so that the schemas and libraries that make it are left out.
 */
import { openApiDocument } from './openapi.ts';

const document: Readonly<Record<string, unknown>> = openApiDocument();
export default document;
