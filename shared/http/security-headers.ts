/**
 * The security headers of our pages and answers, in one place for all senders. Values follow
 * OWASP's HTTP headers cheat sheet and CSP level 3.
 */

/** Applies to answers over TLS; over anything else it must not be sent (RFC 6797, 7.2). */
export const TLS_ONLY = 'strict-transport-security';

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  // A page sends its referrer to ourselves alone: the address may contain an idea's id.
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A year; subdomains are not ours.
  [TLS_ONLY]: 'max-age=31536000',
};

/** For answers that are data: if a browser shows one as a page, nothing in it runs. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/**
 * A page's further permissions: addresses to call, and inline styles and scripts by their hashes.
 */
export interface Allowed {
  readonly connect?: readonly string[];
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/**
 * For pages. `connect` has the origins of the sign-in, if they differ: with a user pool both the
 * issuer's and that of the pool's own domain.
 */
export function pageHeaders(allowed: Allowed = {}): Readonly<Record<string, string>> {
  return {
    ...EVERYWHERE,
    'content-security-policy': policy(allowed),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Photos are shown before they are sent (`blob:`), and the icon is inside the page (`data:`). */
function policy({ connect = [], styles = [], scripts = [] }: Allowed): string {
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...styles],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/**
 * The caching of a file of the pages: for ever with a hash in its name; all others are revalidated.
 */
export function pageCacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
