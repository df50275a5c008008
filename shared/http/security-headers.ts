/**
 * What browsers are told not to do with our pages and answers: one place for whoever sends them. Values after OWASP's HTTP headers
 * cheat sheet and CSP level 3.
 */

/** Holds for answers that came over TLS; over anything else it must not be sent (RFC 6797, 7.2). */
export const TLS_ONLY = 'strict-transport-security';

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  // A page of ours says where it was left from to ourselves alone: the address may hold an idea's id.
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A year; subdomains are not ours to speak for.
  [TLS_ONLY]: 'max-age=31536000',
};

/** For answers that are data: should a browser show one as a page, nothing in it does anything. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** What a page may use besides what is its own: addresses to call, and inline styles and scripts by their hashes. */
export interface Allowed {
  readonly connect?: readonly string[];
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/**
 * For pages. `connect` are the origins at which the pages sign in, where that is elsewhere: with a user pool both the issuer's and that
 * of the pool's own domain.
 */
export function pageHeaders(allowed: Allowed = {}): Readonly<Record<string, string>> {
  return {
    ...EVERYWHERE,
    'content-security-policy': policy(allowed),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}

/** Photos are shown before they are sent (`blob:`), and the icon stands in the page (`data:`). */
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

/** How long a file of the pages is good for: what has a hash in its name for ever, all else is asked for again. */
export function pageCacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
