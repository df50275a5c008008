/**
 * Runs a command as long as the parent holds this process's standard input open, and prints the
 * command's process number. When the parent is gone, for whatever reason, the command is ended too;
 * a killed process can clean up nothing itself.
 */
import { spawn } from 'node:child_process';

/** The time that the command has to end by itself. */
const ENDS_WITHIN_MS = 10_000;

const [command = '', ...parameters] = process.argv.slice(2);
const child = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
if (child.pid !== undefined) process.stdout.write(`${child.pid}\n`);

process.stdin.on('end', () => {
  child.kill();
  setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS).unref();
});
process.stdin.resume();
child.on('exit', (code, signal) => {
  if (signal !== null) process.stderr.write(`ended by ${signal}\n`);
  process.exit(code ?? 1);
});
child.on('error', error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
