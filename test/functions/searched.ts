/** Keeps what is searched like the ideas, from the real stream of a test's table. */
import { searchIndexHandler } from '../../functions/search-index/handler.ts';
import { Stream, type StreamHandler } from '../../infra/local/stream.ts';
import type { Log } from '../../shared/http/log.ts';
import type { FreshTable } from '../fresh-table.ts';
import { withRightsOf } from './rights.ts';
import { SILENT } from './small-firm.ts';

/** The function of the index, as it may use the table. */
export function indexOf(table: FreshTable, log: Log = SILENT): StreamHandler {
  return searchIndexHandler({ table: withRightsOf('search-index', table), log });
}

/** Reads the whole stream each time, so that every record but the new ones comes again. */
export function indexing(table: FreshTable, handle = indexOf(table)): () => Promise<void> {
  return async () => {
    const stream = new Stream(table.connection, table.streamArn, handle, {
      lost: record => {
        throw new Error(`given up: ${record.eventID}`);
      },
      failed: error => {
        throw error;
      },
    });
    stream.start();
    await stream.drained();
    await stream.stop();
  };
}
