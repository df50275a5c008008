/**
 * Downloads a file that comes in parts. The parts are fetched one after another, each from the end
 * of the one before; the file exists only once all are there.
 */

/** A part of a file, and the address of the next, if there is one. */
export interface Part<Cursor> {
  readonly text: string;
  readonly nextCursor?: Cursor;
}

/**
 * Fetches all parts and makes one file of them. Calls `onProgress` after each part with the number
 * of bytes so far.
 */
export async function download<Cursor>(
  read: (from: { readonly cursor?: Cursor }) => Promise<Part<Cursor>>,
  onProgress: (bytes: number) => void,
): Promise<Blob> {
  let file = new Blob([], { type: 'text/csv;charset=utf-8' });
  let from: { readonly cursor?: Cursor } | undefined = {};
  while (from !== undefined) {
    const { text, nextCursor }: Part<Cursor> = await read(from);
    file = new Blob([file, text], { type: file.type });
    onProgress(file.size);
    from = nextCursor === undefined ? undefined : { cursor: nextCursor };
  }
  return file;
}

const HELD_FOR_MS = 60_000;

/** Makes the browser save a file under a name. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers begin to save later, and would find nothing if it were revoked at once.
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_FOR_MS);
}
