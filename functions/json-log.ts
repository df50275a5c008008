/**
 * The log on Lambda: a JSON object a line on standard output. Lambda takes it unchanged from a
 * function that logs in JSON. It replaces Powertools' logger, whose other features are not needed:
 * its 22 KB are a tenth of what a function loads at its start.
 */
import type { Log } from '../shared/http/log.ts';

/** `service` is the function's name. */
export function jsonLog(service: string): Log {
  // The release, which the bundle knows, and the version of the function that runs it.
  const released = {
    release: process.env.RELEASE,
    version: process.env.AWS_LAMBDA_FUNCTION_VERSION,
  };
  const at =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>>): void => {
      const timestamp = new Date().toISOString();
      const line = { level, message, service, ...released, timestamp, ...traced(), ...fields };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    };
  return { info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}

/** The request's trace, `Root=1-…;Parent=…;Sampled=1`. X-Ray groups a request's parts by it. */
function traced(): { xray_trace_id?: string } {
  const root = /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1];
  return root === undefined ? {} : { xray_trace_id: root };
}
