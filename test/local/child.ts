/** A system in a separate process, for tests that kill it: prints its address once it is up. */
import { startSystem } from '../../infra/local/system.ts';

const [folder = ''] = process.argv.slice(2);
const system = await startSystem({ port: 0, folder });
console.log(`up ${system.address}`);
process.on('SIGTERM', () => void system.stop().then(() => process.exit(0)));
