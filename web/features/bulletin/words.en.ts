/** The English texts of the pages of `bulletin`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  trackingTitle: 'Implementation',
};
