/**
 * Fetching a file that comes in parts, and handing it to the person. The parts are fetched one after another, each from where the
 * one before ended; there is a file only once all are there.
 */

/** A part of a file, and where it goes on if it does. */
export interface Part<Cursor> {
  readonly text: string;
  readonly nextCursor?: Cursor;
}

/** Fetches all parts and makes one file of them. `onProgress` is told after each part how many bytes there are so far. */
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

/** Lets the browser save a file under a name. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers begin to save only a while later, and would find nothing there.
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_FOR_MS);
}
