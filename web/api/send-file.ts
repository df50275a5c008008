/**
 * Sends a file of rows: as UTF-8 whatever its encoding, and in as many parts as the API answers.
 * Each part is safe to repeat, so sending continues from the part that did not arrive.
 */
import { textOfFile } from '../../shared/domain/kernel/file-text.ts';

/**
 * The bytes to send, the same even if the file is saved again in between. A gateway corrupts text
 * that is not UTF-8. A file that is not text is sent as bytes, and the API explains what to do.
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

/** Sends the rest of a file after the answered parts. Calls `onPart` with all parts after each. */
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
    if (part.next !== undefined && part.next <= (next ?? 0))
      throw new Error('a file goes on where it was');
    parts = [...parts, part];
    onPart(parts);
  }
  return parts;
}

/** The number of answered rows. */
export function rowsIn(parts: readonly PartOfRows[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}
