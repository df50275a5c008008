/** The photos of the sample ideas, which are drawings, by the ideas' titles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhotoSubject } from '../../../shared/domain/idea/photo.ts';

export interface SamplePhoto<Of extends PhotoSubject> {
  /** A WebP picture of 640 by 480 pixels in the folder `photos`. */
  readonly file: string;
  readonly of: Of;
  readonly alt: string;
}

/** What authors add to their ideas. */
const OF_IDEAS: Readonly<Record<string, readonly SamplePhoto<'problem' | 'proposal'>[]>> = {
  给数控镗床加装排屑挡板: [
    { file: 'chips-on-rail', of: 'problem', alt: '铁屑落满镗床导轨和地面' },
    { file: 'baffle-sketch', of: 'proposal', alt: '可拆挡板的草图，宽 300 毫米' },
  ],
  '浇注平台护栏加高到1.2米': [
    { file: 'low-railing', of: 'problem', alt: '浇注平台的护栏只到膝盖，后面是铁水包' },
  ],
  镗床铁屑自动回收: [{ file: 'chips-on-rail', of: 'problem', alt: '镗床周围全是铁屑' }],
  砂轮间加装局部照明: [
    { file: 'dark-grinder', of: 'problem', alt: '窗子在背后，砂轮机看不清' },
    { file: 'lamp-sketch', of: 'proposal', alt: '灯的位置草图：防爆灯照着砂轮前沿' },
  ],
  老旧车床加装数显尺: [{ file: 'worn-dial', of: 'problem', alt: '刻度盘磨花，一半刻线看不见' }],
  叉车倒车加装蓝光警示灯: [
    { file: 'blue-light', of: 'proposal', alt: '叉车在身后地面投下一块蓝光' },
  ],
};

/** What owners add to finished work. */
const OF_WORK: Readonly<Record<string, readonly SamplePhoto<'result'>[]>> = {
  '浇注平台护栏加高到1.2米': [
    { file: 'high-railing', of: 'result', alt: '加高后的护栏，挂着“高 1.2 米”的牌子' },
  ],
  钻机回转机构装配增加扭矩记录卡: [
    { file: 'torque-card', of: 'result', alt: '填好的扭矩记录卡和扭矩扳手' },
  ],
};

export const photosOfIdea = (title: string) => OF_IDEAS[title] ?? [];
export const photosOfWork = (title: string) => OF_WORK[title] ?? [];

export function pictureOf({ file }: SamplePhoto<PhotoSubject>) {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'photos', `${file}.webp`)));
  return { contentType: 'image/webp', bytes } as const;
}
