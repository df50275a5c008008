/**
 * A random UUID (RFC 9562, version 4), for browsers that have random bytes but no
 * `crypto.randomUUID`: Chromium before 92, Safari before 15.4, and any browser that shows the pages
 * over plain HTTP.
 */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const version = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  const variant = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  bytes.set([version], 6);
  bytes.set([variant], 8);
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
