/** The English texts of the pages of `calendar`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  save: 'Save',
  saved: 'Saved.',
  open: 'Open',
  act: 'Act',
  between: (min, max) => `A whole number from ${min} to ${max}, please.`,
  number: 'Number',

  calendarTitle: 'Calendar',
  daysTitle: 'Deliberation days of this round and the two years ahead',
  daysText:
    'A single round can be moved, say over Spring Festival, until its day has come. Ideas handed in until the end of the day belong to the round, wherever it is moved.',
  deliberationDay: 'Deliberation day',
  opens: 'Opens',
  closes: 'Closes',
  publishes: 'Published',
  moved: 'moved',
  notBegun: 'not begun',
  moveDay: 'Move',
  moveDayOf: round => `Move round ${round}`,
  newDayOf: round => `Deliberation day of round ${round}`,
  newDayHint:
    'In its month or the one before or after, between the days of its neighbours, with no two ballots open at once.',
  notADay: 'Please choose a day.',
  restoreDay: 'Move back',
  confirmRestoring: round => `Move round ${round} back to the day that the rules say?`,
  dayMoved: (round, day) =>
    `Round ${round} deliberates on ${day}; opening, closing and publication follow.`,
  calendarRulesTitle: 'Rules of the calendar',
  calendarRulesText:
    'Rounds that have begun keep theirs, and days that were moved stay where they are.',
  heldFrom: round =>
    `The latest change holds from round ${round} on; those before it keep the former rules.`,
  holdsFrom: round => `A change made now holds from round ${round} on.`,
  calendarFields: {
    day: 'Day of the month',
    opensAt: 'Opens at',
    votingDays: 'Voting days',
    closesAt: 'Closes at',
    publicationDays: 'Days from closing to publication',
    timeZone: 'Time zone',
  },
  calendarHints: {
    day: 'The last day in shorter months.',
    opensAt: 'On the deliberation day.',
    votingDays: 'From the deliberation day on, 1–14.',
    closesAt: 'On the last voting day; bulletins come at this time, too.',
    publicationDays: '0–14.',
    timeZone: 'Such as Asia/Shanghai.',
  },
  notATime: 'A time, please, such as 09:00.',
  notATimeZone: 'There is no such time zone; a name such as Asia/Shanghai, please.',
  schedulePreview: 'The first three rounds, if saved like this',
};
