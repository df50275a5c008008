/** Words for pictures that are not taken. They are found out after the upload, and are no refusals. */
import type { PictureFault } from '../domain/idea/photo.ts';
import type { Words } from './language.ts';

export const PICTURE_FAULT_WORDS: Readonly<Record<PictureFault, Words>> = {
  empty: {
    zh: '照片是空文件，请重新选择',
    en: 'The file is empty; choose the photo again',
  },
  'not-a-picture': {
    zh: '这个文件不是照片，请选择 JPEG、PNG 或 WebP 格式的照片',
    en: 'This file is no photo; choose a JPEG, PNG or WebP picture',
  },
  'another-kind': {
    zh: '不支持这种图片格式，请另存为 JPEG、PNG 或 WebP 后再添加',
    en: 'This kind of picture is not supported; save it as JPEG, PNG or WebP',
  },
  'too-many-pixels': {
    zh: '照片尺寸过大，请缩小后再添加',
    en: 'The picture has too many pixels; make it smaller',
  },
  damaged: {
    zh: '照片已损坏，打不开，请重新拍摄或另选一张',
    en: 'The picture is damaged; take it again or choose another',
  },
  'not-arrived': {
    zh: '照片没有传到，请重新添加或移除',
    en: 'The photo did not arrive; add it again or remove it',
  },
};
