/**
 * A Lambda runtime in a few lines: loads the handler named by its argument and polls the runtime
 * API for the first event, as the real one does, through `node:http` loaded by `require`. Then it
 * prints the cost, and ends.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const http: typeof import('node:http') = createRequire(import.meta.url)('node:http');
const { handler } = await import(pathToFileURL(process.argv[2] ?? '').href);
if (typeof handler !== 'function') throw new TypeError('no handler');
http.get(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/next`, () => {
  process.stdout.write(JSON.stringify(process.resourceUsage()), () => process.exit());
});
