/**
 * The API's description as a module, imported as `#openapi`. In a bundle the document that this
 * makes takes its place, and the schemas and libraries that it is made with stay out.
 */
import { openApiDocument } from './openapi.ts';

const document: Readonly<Record<string, unknown>> = openApiDocument();
export default document;
