/** The English texts of the pages of `home`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  tabs: 'Mine',
  tabIdeas: 'My ideas',
  tabWork: 'My work',
  toDo: 'For you to do',
  toRevise: 'Revise it',
  overdueWork: (count, orMore) =>
    `${count}${orMore ? ' or more' : ''} of the ideas you carry out ${count === 1 ? 'is' : 'are'} overdue.`,
  openWork: (count, orMore) =>
    `You carry out ${count}${orMore ? ' or more' : ''} ${count === 1 ? 'idea' : 'ideas'} at present.`,
  seeWork: 'See my work',
};
