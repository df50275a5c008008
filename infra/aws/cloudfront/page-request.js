/**
 * Runs at CloudFront before each request of a page or a file, in its runtime cloudfront-js-2.0. It
 * leads addresses of the application to its page, and files to the smallest form that the browser
 * reads: the bucket has all of them, and cannot choose.
 */

/** Files are below `/assets/` or at the top; every other address is one of the application. */
const FILE = /^\/(assets\/.*|[^/]+\.[a-z0-9]+)$/;

/** Those that the build compresses. */
const COMPRESSED = /\.(html|js|css|svg|json|webmanifest)$/;

/** The stack itself writes it, as it is. */
const WRITTEN_BY_STACK = '/config.json';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const file = fileOf(request.uri);
  request.uri = file + endingOf(file, request.headers['accept-encoding']);
  return request;
}

function fileOf(uri) {
  if (FILE.test(uri)) return uri;
  return uri.startsWith('/public/') ? '/public.html' : '/index.html';
}

function endingOf(file, accepted) {
  if (!COMPRESSED.test(file) || file === WRITTEN_BY_STACK || !accepted) return '';
  const codings = accepted.value.toLowerCase().split(',').filter(isWanted).map(nameOf);
  if (codings.includes('br')) return '.br';
  return codings.includes('gzip') ? '.gz' : '';
}

/** A coding with the weight 0 is refused. */
function isWanted(coding) {
  return !/;\s*q=0(\.0*)?\s*$/.test(coding);
}

function nameOf(coding) {
  return coding.split(';')[0].trim();
}
