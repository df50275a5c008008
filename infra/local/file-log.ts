/** The files of the local system's log and metrics, a line for each entry. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../shared/http/log.ts';

export interface FileLog {
  readonly log: Log;
  /** Takes a line of CloudWatch's embedded metric format. */
  readonly metrics: (line: string) => void;
}

const METRICS_FILE = 'metrics.log';

/** The metric lines that an earlier run has left. */
export function metricsKeptIn(folder: string | undefined): string[] {
  const file = folder && join(folder, METRICS_FILE);
  if (file === undefined || !existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '');
}

/**
 * Writes into files of the folder, or nowhere if no data is kept; metrics also go to the listener.
 */
export function fileLogIn(folder: string | undefined, metrics: FileLog['metrics']): FileLog {
  if (folder === undefined) {
    const silent = (): void => undefined;
    return { log: { info: silent, warn: silent, error: silent }, metrics };
  }
  mkdirSync(folder, { recursive: true });
  const append = (file: string, line: string): void =>
    appendFileSync(join(folder, file), `${line}\n`);
  const level = (level: string) => (message: string, fields: Readonly<Record<string, unknown>>) =>
    append('system.log', JSON.stringify({ at: new Date(), level, message, ...fields }));
  return {
    log: { info: level('info'), warn: level('warn'), error: level('error') },
    metrics: line => {
      append(METRICS_FILE, line);
      metrics(line);
    },
  };
}
