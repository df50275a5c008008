/**
 * Whether `createImageBitmap` turns a photo upright as its metadata says, which `<img>` does in all
 * supported browsers. The browser is asked and not its version: 2 × 1 pixels, to be turned by 90°.
 */

const LYING =
  '/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMt' +
  'KygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAABAAIBAREA/8QAFAAB' +
  'AAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AZf/Z';

let asked: Promise<boolean> | undefined;

export function turnsBitmaps(): Promise<boolean> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(LYING), character => character.charCodeAt(0));
    const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    return width === 1 && height === 2;
  } catch {
    return false;
  }
}
