/**
 * A photo as a phone takes it: 10 MB, on its side, with the place in it. Handed in with an idea, it
 * is small on the way, upright on the page, and says nothing of the place.
 */
import { expect, it } from 'vitest';
import { browserOf, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const open = browserOf(system, PHONE);

const MAKER = 'PhoneMaker 12';

/** Exif of a JPEG: made by a phone, to be turned by 90°, at 36.67° N. */
function exif(): Buffer {
  const maker = Buffer.from(`${MAKER}\0`);
  const field = (tag: number, type: number, count: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16BE(tag);
    head.writeUInt16BE(type, 2);
    head.writeUInt32BE(count, 4);
    return Buffer.concat([head, Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)]);
  };
  const number = (value: number, bytes: 2 | 4): Buffer => {
    const written = Buffer.alloc(bytes);
    written.writeUIntBE(value, 0, bytes);
    return written;
  };
  const makerAt = 8 + 2 + 3 * 12 + 4;
  const placeAt = makerAt + maker.length;
  const degreesAt = placeAt + 2 + 2 * 12 + 4;
  const degrees = [36, 1, 40, 1, 12, 1].map(value => number(value, 4));
  const tiff = Buffer.concat([
    Buffer.from('MM\0*'),
    number(8, 4),
    number(3, 2),
    field(0x010f, 2, maker.length, number(makerAt, 4)),
    field(0x0112, 3, 1, number(6, 2)),
    field(0x8825, 4, 1, number(placeAt, 4)),
    number(0, 4),
    maker,
    number(2, 2),
    field(1, 2, 2, Buffer.from('N\0')),
    field(2, 5, 3, number(degreesAt, 4)),
    number(0, 4),
    ...degrees,
  ]);
  const content = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), number(content.length + 2, 2), content]);
}

/** In the page: a photo of fine noise, large as long as it is not scaled. Returns its bytes. */
async function choosePhoto(input: HTMLInputElement, metadata: readonly number[]): Promise<number> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4032, height: 3024 });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const noise = context.createImageData(504, 504);
  for (let at = 0; at < noise.data.length; at += 1)
    noise.data[at] = at % 4 === 3 ? 255 : 98 + Math.random() * 60;
  for (let x = 0; x < canvas.width; x += 504)
    for (let y = 0; y < canvas.height; y += 504) context.putImageData(noise, x, y);
  const plain = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.98));
  if (plain === null) throw new Error('not encoded');
  const parts = [plain.slice(0, 2), new Uint8Array(metadata), plain.slice(2)];
  const chosen = new DataTransfer();
  const photo = new File(parts, 'IMG_0001.JPG', { type: 'image/jpeg' });
  chosen.items.add(photo);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return photo.size;
}

it('hands in an idea with a photo, which arrives small, upright and without its place', async () => {
  const page = await open('HT0132');
  const sent: number[] = [];
  page.on('requestfinished', async request => {
    const form = request.headers()['content-type']?.startsWith('multipart/form-data');
    if (form) sent.push((await request.sizes()).requestBodySize);
  });
  await page.getByRole('link', { name: '提一条' }).first().click();
  await page.getByLabel('建议名称').fill('料架移到墙边');
  await page.getByLabel('安全', { exact: true }).check({ force: true });
  await page.getByLabel('现状分析').fill('托盘堆到了过道上。');
  await page.getByLabel('改进措施').fill('料架移到墙边。');
  const input = page.locator('[name="photos-problem"]');
  const taken = await input.evaluate(choosePhoto as never, [...exif()]);
  expect(taken).toBeGreaterThan(8_000_000);
  await page.getByLabel('照片 1 上是什么？').fill('料架');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('link', { name: '查看这一条' }).click();

  await page.getByRole('button', { name: '查看照片 1' }).click();
  const large = page.getByRole('dialog').getByAltText('料架');
  const shown = await large.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const bytes = await (await fetch(image.src)).text();
    return { upright: image.naturalHeight > image.naturalWidth, bytes };
  });
  expect(shown.upright).toBe(true);
  expect(shown.bytes).not.toMatch(/Exif|PhoneMaker/);
  expect(sent).toEqual([expect.any(Number)]);
  expect(sent[0]).toBeLessThan(305_000);
});
