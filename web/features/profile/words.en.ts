/** The English texts of the pages of `profile`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  myData: 'Download all data about me',
  contactIdeas: 'Ideas I look after',
  tracking: 'Implementation',
  settings: 'Settings',
  language: 'Language',
  release: number => `Version ${number}`,
};
