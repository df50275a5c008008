/**
 * Runs a command for as long as whoever started this holds its standard input open. When they are gone, by whatever way,
 * the command is ended too; a process that was killed can clean up nothing itself.
 */
import { spawn } from 'node:child_process';

const [command = '', ...parameters] = process.argv.slice(2);
const child = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });

process.stdin.on('end', () => child.kill());
process.stdin.resume();
child.on('exit', code => process.exit(code ?? 0));
child.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
