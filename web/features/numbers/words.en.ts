/** The English texts of the pages of `numbers`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  liveUntilPublished: 'Live numbers; they may change until the bulletin.',
  liveSincePublished: 'Live numbers, with what has changed since the bulletin.',
  asPublished: 'As published',

  toSeries: 'Over the rounds',
  toRound: 'A single round',
  seriesTitle: 'Numbers over the rounds',
  seriesTo: 'Up to',
  seriesSpan: 'How many',
  rounds: count => `${count} rounds`,
  seriesBy: 'Broken down',
  breakdowns: { none: 'not at all', department: 'by department', category: 'by category' },
  measure: 'Show',
  noParts: 'These rounds have no numbers to break down.',
  seriesEmpty: 'There are no numbers in these rounds yet.',
  seriesTable: 'Round by round',
  nowIs: value => `now ${value}`,
  live: 'live',
  liveText:
    'Of published rounds, ideas, decisions, adoption, participation and time are as published; “now” stands beside what has changed since, for what was deferred is decided later and counts in its own round. Acceptance, abandonment, implementation and benefit are live for all rounds. Targets are those of today.',
  seriesFile: (from, to) => `numbers-${from}-${to}.csv`,
};
