/**
 * `npm run restore-drill`: restores the sample's table into a new one, points the service at it, and
 * checks that nothing is lost. Exits with 1 if something is.
 */
import { restoreDrill } from '../local/restore-drill.ts';

const stopping = new AbortController();
process.on('SIGINT', () => stopping.abort());

let lost = 0;
await restoreDrill(stopping.signal, ({ what, holds, found }) => {
  if (!holds) lost += 1;
  console.log(`  ${holds ? '✓' : '✗'} ${what}: ${found}`);
});
console.log(lost === 0 ? '\n什么都没有丢 Nothing is lost' : `\n✗ ${lost}`);
process.exit(lost === 0 ? 0 : 1);
