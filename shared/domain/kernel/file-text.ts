/**
 * The text of a file as a spreadsheet has saved it: UTF-8, UTF-16 or GB18030, recognized from its
 * bytes. Pages decode files before they send them, because a gateway passes text on as UTF-8 and
 * corrupts any other encoding.
 */

/** Why a file has no text: it is a workbook, whatever its name, or in an unknown encoding. */
type FileTextFault = 'workbook' | 'encoding';

export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: FileTextFault };

/** The first bytes of workbooks: an archive (`.xlsx`, `.et`) or a compound file (`.xls`). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/**
 * The first characters of an HTML page or a spreadsheet's XML, which reports often are despite a
 * workbook's name.
 */
const MARKUP = /^\s*<(\?xml|!doctype|html|head|meta|table)\b/i;

/** Decodes a file, without its byte order mark. */
export function textOfFile(bytes: Uint8Array): FileText {
  if (WORKBOOKS.some(start => start.every((byte, at) => bytes[at] === byte)))
    return { ok: false, fault: 'workbook' };
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return MARKUP.test(text) ? { ok: false, fault: 'workbook' } : { ok: true, text };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return { ok: false, fault: 'encoding' };
}

/** A zero byte is half of a comma or a line break in UTF-16. It occurs in no other encoding. */
function encodingsOf(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  const zero = bytes.indexOf(0);
  if (zero >= 0) return [zero % 2 === 1 ? 'utf-16le' : 'utf-16be'];
  return ['utf-8', 'gb18030'];
}
