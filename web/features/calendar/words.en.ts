/** The English texts of the pages of `calendar`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  save: 'Save',
  saved: 'Saved.',
  open: 'Open',
  act: 'Action',
  between: (min, max) => `Enter a whole number from ${min} to ${max}.`,
  number: 'Number',

  calendarTitle: 'Calendar',
  daysTitle: 'Deliberation days',
  daysText:
    'You can move the day of a single round until it has come, for example around the Spring Festival. Ideas submitted up to the end of that day belong to the round.',
  deliberationDay: 'Deliberation day',
  opens: 'Opens',
  closes: 'Closes',
  publishes: 'Published',
  moved: 'Moved',
  moveDay: 'Move',
  newDayOf: round => `Deliberation day of ${round}`,
  newDayHint:
    'In the same month or the one before or after, between the neighbouring days, without overlapping voting periods.',
  notADay: 'Choose a date.',
  restoreDay: 'Move back',
  confirmRestoring: round => `Move ${round} back to its regular day?`,
  dayMoved: (round, day) =>
    `${round} now deliberates on ${day}. Opening, closing and publication follow.`,
  calendarRulesTitle: 'Calendar rules',
  calendarRulesText: 'Rounds that have begun keep their rules, and moved days stay moved.',
  heldFrom: round =>
    `The latest change applies from ${round}; earlier rounds keep the former rules.`,
  holdsFrom: round => `A change made now applies from ${round}.`,
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
    closesAt: 'On the last voting day. Bulletins are published at this time, too.',
    publicationDays: '0–14.',
    timeZone: 'Such as Asia/Shanghai.',
  },
  notATime: 'Enter a time such as 09:00.',
  notATimeZone: 'There is no such time zone. Enter a name such as Asia/Shanghai.',
  schedulePreview: 'The first three rounds with these rules',
  year: year => year,
  dayHasCome: 'This day has come and can no longer be moved.',
};
