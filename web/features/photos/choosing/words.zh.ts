/** The Chinese texts of choosing photos. */
import type { PhotoSubject } from '../../../../shared/domain/idea/photo.ts';

export const zh = {
  choosePhotosOf: {
    problem: '问题的照片',
    proposal: '建议的照片',
    result: '完成后的照片',
  } satisfies Record<PhotoSubject, string>,
  takePhoto: '拍照',
  fromGallery: '从相册选',
  addPhoto: '添加照片',
  photoHint: (most: number) => `最多 ${most} 张。拍摄地点和手机型号会自动去掉。`,
  photoHintUnnamed: '照片里的人脸、字迹、工牌可能让人认出您。拍摄地点和手机型号会自动去掉。',
  photoFull: (most: number) => `已有 ${most} 张，先移除一张才能再加。`,
  photoTooMany: (most: number, left: number) => `最多 ${most} 张，有 ${left} 张没有加上。`,
  photoWait: '照片还在缩小，请稍等再提交。',
  photoMend: '有照片没有加上，请重试或移除。',
  photoNotLoaded: '网络不通，照片还加不上。请稍后再选。',
};
