/** The English texts of the pages of `submission`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  revising: 'Revise the idea',
  formerKept: 'What it said before stays in its history.',
  handInAgain: 'Hand in again',
};
