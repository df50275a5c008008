/** A browser that decodes and encodes pictures, for tests without one, and a storage for them. */
import { onTestFinished, vi } from 'vitest';
import { startPhotoUpload } from '../../../../shared/contract/routes/photos.ts';
import type { PhotoId } from '../../../../shared/domain/kernel/ids.ts';
import type { FakeApi } from '../../fake-api.ts';

const HEAD = new Uint8Array([0xff, 0xd8, 0xff, 0xe1]);

export const jpeg = (name: string): File => new File([HEAD, name], name, { type: 'image/jpeg' });

/** `broken` has the names of files that the browser cannot decode, as long as they are in it. */
export function fakePictures({ broken = new Set<string>() } = {}): void {
  const files = new Map<string, string>();
  let made = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
    made += 1;
    files.set(`blob:${made}`, blob instanceof File ? blob.name : '');
    return `blob:${made}`;
  });
  const released = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(url => {
    files.delete(url);
  });
  class FakeImage {
    naturalWidth = 4032;
    naturalHeight = 3024;
    onload?: () => void;
    onerror?: () => void;
    set src(url: string) {
      const lost = broken.has(files.get(url) ?? '');
      queueMicrotask(() => (lost ? this.onerror?.() : this.onload?.()));
    }
  }
  vi.stubGlobal('Image', FakeImage);
  const context = { fillRect: () => undefined, drawImage: () => undefined };
  const canvas = HTMLCanvasElement.prototype;
  const drawn = vi.spyOn(canvas, 'getContext').mockReturnValue(context as never);
  const encoded = vi
    .spyOn(canvas, 'toBlob')
    .mockImplementation(done => done(new Blob(['small'], { type: 'image/jpeg' })));
  onTestFinished(() => {
    for (const spy of [released, drawn, encoded]) spy.mockRestore();
    vi.mocked(URL.createObjectURL).mockRestore();
    vi.unstubAllGlobals();
  });
}

/** The API gives out addresses of a storage that takes all photos, and calls them by their keys. */
export function fakeUploads(api: FakeApi): void {
  api.answer(startPhotoUpload, ({ idempotencyKey }) => ({
    photo: idempotencyKey as PhotoId,
    upload: { url: 'https://photos.example/', fields: {} },
  }));
  vi.stubGlobal('fetch', async () => new Response());
  onTestFinished(() => void vi.unstubAllGlobals());
}
