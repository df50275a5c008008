/**
 * The requests that the local system accepts: they use one of its own names, come from no other
 * site's page, and have an unambiguous address. Any page in a browser can send requests to this
 * machine, even under a name of its own that resolves to it.
 */
import type { IncomingMessage } from 'node:http';

/** An accepted request has its address; a refused one has the status of the refusal. */
export type HostCheck = { readonly url: URL } | { readonly refused: 400 | 403 };

/** `names` are further names of the system, as `host` or `host:port`. */
export function hostCheck(port: number, names: readonly string[]) {
  const hosts = new Set([
    ...['localhost', '127.0.0.1', '[::1]'].flatMap(host => [
      `${host}:${port}`,
      // A browser omits the scheme's default port.
      ...(port === 80 ? [host] : []),
    ]),
    ...names.map(name => name.toLowerCase()),
  ]);
  const origins = new Set([...hosts].flatMap(host => [`http://${host}`, `https://${host}`]));

  return ({ url: target = '', headers: { host = '', origin } }: IncomingMessage): HostCheck => {
    const url = parseTarget(target);
    if (!url) return { refused: 400 };
    if (!hosts.has(host.toLowerCase())) return { refused: 403 };
    if (origin !== undefined && !origins.has(origin.toLowerCase())) return { refused: 403 };
    return { url };
  };
}

/**
 * The address in a request line (RFC 9112, 3.2): a path, with a query if there is one. Undefined
 * for another form, for an address that would be read as a host, and for encoded bytes that are no
 * text or, in the path, a control character.
 */
function parseTarget(target: string): URL | undefined {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target) || /[\\#]/.test(target)) return undefined;
  try {
    const [path = ''] = decodeURIComponent(target).split('?');
    return /\p{Cc}/u.test(path) ? undefined : new URL(target, 'http://localhost');
  } catch {
    return undefined;
  }
}
