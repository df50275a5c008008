/**
 * Sending a file of rows: as UTF-8 whatever it was saved as, and in as many parts as the API answers it in. Each part is safe to
 * repeat, so one that did not arrive is where it goes on.
 */
import { textOfFile } from '../../shared/domain/kernel/file-text.ts';

/**
 * The file as it is sent, the same even if it is saved anew in between. A gateway spoils text that is not UTF-8; what is no text goes out
 * as the bytes it is, for the API to say what to do.
 */
export async function fileToSend(file: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = textOfFile(bytes);
  return read.ok
    ? new Blob([read.text], { type: 'text/csv' })
    : new Blob([bytes], { type: 'application/octet-stream' });
}

interface PartOfRows {
  readonly rows: readonly unknown[];
  readonly next?: number | undefined;
}

/** Sends what is left of a file after the parts that have been answered. `onPart` is told of all parts after each. */
export async function sendRows<Part extends PartOfRows>(
  send: (query: { readonly from?: string }) => Promise<Part>,
  answered: readonly Part[],
  onPart: (parts: readonly Part[]) => void,
): Promise<readonly Part[]> {
  let parts = answered;
  for (
    let next = parts[parts.length - 1]?.next;
    parts.length === 0 || next !== undefined;
    next = parts[parts.length - 1]?.next
  ) {
    const part = await send(next === undefined ? {} : { from: String(next) });
    if (part.next !== undefined && part.next <= (next ?? 0)) throw new Error('a file goes on where it was');
    parts = [...parts, part];
    onPart(parts);
  }
  return parts;
}

/** How many rows have been answered. */
export function rowsIn(parts: readonly PartOfRows[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}
