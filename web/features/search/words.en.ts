/** The English texts of `search`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  everyRound: 'All rounds',
  found: count => `${count} found`,
  foundList: query => `Results for “${query}”`,
  nothingFound: query => `Nothing found for “${query}”.`,
  fewerWords: 'Try fewer or other words.',
  widerFilters: 'The filters may be hiding some.',
  notThereYet: 'No one has suggested it yet? Be the first.',
  seeAllFound: count => `See all ${count}`,
  recentSearches: 'Recent searches',
  panelHint: 'Type words from a title or a text, or an idea’s number.',
  panelKeys: '↑ ↓ to move, Enter to open, Esc to close',

  similarCount: count => `${count} similar ${count === 1 ? 'idea' : 'ideas'}`,
  similarNearest: (count, title) => `${count} similar: “${title}”`,
  supportInstead: 'Support instead',
  supportInsteadOf: title => `Support instead: “${title}”`,
  openIdea: 'Open this idea',
  supportedInstead: title => `You support “${title}”. Do you still want to submit yours?`,
  dropDraft: 'No, delete the draft',
  keepDraft: 'Keep writing',
  draftDropped: 'Draft deleted.',
};
