/**
 * Which requests the local system lets in: those sent to it by a name of its own, from no page of somebody else's, with an address that
 * means one thing. Any page that is open in a browser can send requests to this machine, even by a name of its own that leads here.
 */
import type { IncomingMessage } from 'node:http';

/** What is let in has the address that was asked for; what is not has the status with which it is refused. */
export type HostCheck = { readonly url: URL } | { readonly refused: 400 | 403 };

/** `names` are what the system may be called besides the usual, as `host` or `host:port`. */
export function hostCheck(port: number, names: readonly string[]) {
  const hosts = new Set([
    ...['localhost', '127.0.0.1', '[::1]'].flatMap(host => [
      `${host}:${port}`,
      // A browser leaves out the port that is usual for the scheme.
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
 * The address in a request line (RFC 9112, 3.2), a path with a query if there is one. Undefined where it is another form, where it
 * would be read as a host, and where what stands in it encoded is no text or, in the path, a control character.
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
