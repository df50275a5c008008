/** The Chinese texts of photos: choosing, describing and looking at them. */
import type { PictureFault } from '../../../shared/domain/idea/photo.ts';
import type { PhotoRefusal } from './shrink.ts';

export const zh = {
  photoNumber: (number: number) => `照片 ${number}`,
  photoAlt: '照片上是什么？（选填）',
  photoAltOf: (number: number) => `照片 ${number} 上是什么？（选填）`,
  photoShrinking: '正在缩小…',
  photoEarlier: (number: number) => `照片 ${number} 前移`,
  photoLater: (number: number) => `照片 ${number} 后移`,
  photoRemove: (number: number) => `移除照片 ${number}`,
  remove: '移除',
  photoRemoved: '照片已移除。',
  photoLost: '这台设备没有留住这张照片，请移除后重新选。',
  photoRefusals: {
    'not-a-photo': '这不是照片。请选 JPG、PNG 等图片文件。',
    heic: '这个浏览器打不开 HEIC 照片。请在 iPhone“设置 › 相机 › 格式”里选“兼容性最佳”再拍，或先截一张图。',
    'too-large': '这张图太大了。请选小一些的，或先截一张图。',
    unreadable: '这张照片打不开，文件可能不完整。请再试一次，或换一张。',
  } satisfies Record<PhotoRefusal, string>,
  photoAwaited: '处理中…',
  photoFaults: {
    empty: '照片是空的。',
    'not-a-picture': '这不是照片。',
    'another-kind': '不支持这种格式。',
    'too-many-pixels': '照片太大了。',
    damaged: '照片文件坏了。',
    'not-arrived': '照片没有传到。',
  } satisfies Record<PictureFault, string>,
  photoChooseAnother: '请修改这一条，换一张。',
  photosOf: { problem: '问题的照片', proposal: '建议的照片', result: '完成后的照片' },
  photoOpen: (number: number, all: number) => `查看照片 ${number}（共 ${all} 张）`,
  photoViewer: '照片',
  photoOf: (number: number, all: number) => `${number} / ${all}`,
  photoPrevious: '上一张',
  photoNext: '下一张',
  photoBroken: '照片没能打开，请重新载入页面。',
};
