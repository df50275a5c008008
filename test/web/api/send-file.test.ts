/**
 * Files on their way to the API.
 */
import { describe, expect, it } from 'vitest';
import { fileToSend, rowsIn, sendRows } from '../../../web/api/send-file.ts';

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from('工号,部门')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff工号,部门')],
    ['GB18030', Buffer.from('b9a4bac52cb2bfc3c5', 'hex')],
    ['UTF-16', Buffer.from('\ufeff工号,部门', 'utf16le')],
    ['UTF-16 without a byte order mark', Buffer.from('工号,部门', 'utf16le')],
    ['UTF-16, high bytes first', Buffer.from('\ufeff工号,部门', 'utf16le').swap16()],
  ])('in %s goes out as UTF-8', async (_, bytes) => {
    const sent = await fileToSend(new Blob([new Uint8Array(bytes)]));
    expect([sent.type, await sent.text()]).toEqual(['text/csv', '工号,部门']);
  });

  it.each([
    ['a workbook', '504b0304140006'],
    ['an old workbook', 'd0cf11e0a1b11ae1'],
    ['no text', 'ffffff'],
  ])('that is %s goes out as it is, for the API to say what to do', async (_, hex) => {
    const sent = await fileToSend(new Blob([new Uint8Array(Buffer.from(hex, 'hex'))]));
    expect(sent.type).toBe('application/octet-stream');
    expect(Buffer.from(await sent.arrayBuffer()).toString('hex')).toBe(hex);
  });
});

describe('a long file', () => {
  const part = (rows: number, next?: number) => ({
    rows: Array(rows).fill(0),
    ...(next && { next }),
  });

  it('is sent until all of it is answered, with its progress', async () => {
    const asked: unknown[] = [];
    const told: number[] = [];
    const replies = [part(2, 3), part(2, 5), part(1)];
    const parts = await sendRows(
      async query => {
        asked.push(query);
        return replies[asked.length - 1]!;
      },
      [],
      parts => told.push(rowsIn(parts)),
    );
    expect(asked).toEqual([{}, { from: '3' }, { from: '5' }]);
    expect([told, rowsIn(parts)]).toEqual([[2, 4, 5], 5]);
  });

  it('continues after an interruption', async () => {
    const asked: unknown[] = [];
    const send = async (query: object) => {
      asked.push(query);
      return part(1);
    };
    expect(rowsIn(await sendRows(send, [part(2, 3)], () => undefined))).toBe(3);
    expect(asked).toEqual([{ from: '3' }]);
  });

  it('is not sent for ever without progress', async () => {
    await expect(
      sendRows(
        async () => part(0, 3),
        [part(2, 3)],
        () => undefined,
      ),
    ).rejects.toThrow();
  });
});
