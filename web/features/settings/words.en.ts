/** The English texts of the pages of `settings`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  save: 'Save',
  saved: 'Saved.',
  nothingChanged: 'No changes to save.',
  discard: 'Discard changes',
  editKept: 'Not saved yet. Kept on this device.',
  loadedAnew:
    'The latest version has been loaded. What you typed is still here: check it and save again.',
  add: 'Add',
  remove: 'Remove',
  row: 'Row',
  act: 'Action',
  between: (min, max) => `Enter a whole number from ${min} to ${max}.`,
  list: items => items.join(', '),
  refusals: {
    'last-administrator':
      'An organization needs at least one active administrator. Make someone else administrator first.',
    'committee-full': 'The committee has reached its largest size. Remove someone from it first.',
    'rounds-overlap':
      'Choose an earlier or later time, so that one round closes before the next opens.',
  },
  number: 'Number',
  membersOf: department => `Active members of ${department}`,

  settingsTitle: 'Settings',
  profileTitle: 'Organization',
  organizationName: 'Name',
  district: 'District',
  blindScreening: 'Hide authors until the decision',
  blindScreeningHint:
    'When on, employees see only the author’s department until the idea is decided. Secretaries, committee members and managers always see the author.',
  publicBulletin: 'Public bulletins',
  publicBulletinHint:
    'Anyone can read them without signing in: the numbers and the titles, results, reasons and replies of ideas. No authors.',
  confirmPublic:
    'Make all bulletins public, including those of earlier rounds? Anyone can then read titles, results, reasons and replies without signing in.',
  noPublicBulletinYet: 'Nothing has been published yet, so there is no public page.',
  publicAddressOf: round => `Public address of ${round}:`,
  departmentsTitle: 'Departments',
  departmentsText:
    'Departments that members and ideas can belong to. A retired department is no longer offered, but ideas keep it. To rename one, add the new name, move its members there, then retire the old one.',
  newDepartment: 'New department',
  contactsTitle: 'Department contacts',
  contactsText:
    'One member looks after the ideas of each department and gives an opinion on them. A department may have none.',
  soMany: count => String(count),
  soManyBands: count => `${count} bands`,
  contactsNamed: (named, all) => `${named} of ${all} departments`,
  categoriesTitle: 'Categories',
  categoriesText:
    'What ideas can be about. A retired category is no longer offered, but ideas keep it.',
  newCategory: 'New category',
  nameFaults: {
    missing: 'Enter a name.',
    malformed: '1–40 characters, without “#”.',
    there: 'Already in the list.',
    'too-many': 'The list is full. Retire one first.',
  },
  notAddedYet: 'Not in the list yet. Press “Add” or clear the field.',
  oneMustStay: 'At least one must remain.',
  addedUnsaved: '(new, not saved)',
  retiringUnsaved: '(retired, not saved)',
  raise: name => `Move “${name}” up`,
  retire: 'Retire',
  retireName: name => `Retire “${name}”`,
  removeName: name => `Remove “${name}”`,
  retiredNames: count => `Retired (${count})`,
  offerAgain: 'Restore',
  offerAgainName: name => `Restore “${name}”`,
  confirmRetiring: (retired, added) =>
    `Retire ${retired}${added === '' ? '' : ` and add ${added}`}? You can restore retired ones later.`,
  rulesTitle: 'Voting rules',
  rulesText: 'Changes apply from the next time voting opens. A round under way keeps its rules.',
  rulesSaved: 'Saved. Applies from the next time voting opens.',
  ballotKind: 'Ballot',
  ballots: { open: 'Open ballot', secret: 'Secret ballot' },
  ballotHints: {
    open: 'After closing, everyone sees who voted what.',
    secret: 'No one ever sees who voted what.',
  },
  quorumShare: 'Quorum',
  quorumHint:
    'The share of eligible voters who must vote, counting abstentions, such as 2/3. Otherwise the idea moves to the next round.',
  threshold: 'Threshold',
  thresholdHint:
    'The share of approve among approve and oppose that must be exceeded, such as 1/2.',
  shareHint: 'A fraction or percentage, such as 3/10 or 30%.',
  notAShare: 'Enter a fraction or percentage such as 2/3 or 60%, with numbers up to 1000.',
  moreThanAll: 'At most 1.',
  allOrMore: 'Less than 1, otherwise nothing could be adopted.',
  limitsTitle: 'Limits',
  limitsText:
    'They keep one person from flooding a round, and apply as soon as they are saved. Anonymous ideas are counted separately, without recording whose they are. Paper slips are not limited.',
  limits: {
    ideasAnHour: 'Ideas per member per hour',
    ideasARound: 'Ideas per member per round',
    commentsAnHour: 'Comments per member per hour',
    commentsARound: 'Comments per member per round',
    ideasOfAll: 'Ideas per round, all members',
    appealDays: 'Days to appeal a declined idea',
  },
  followUpTitle: 'Due dates',
  followUpText:
    'Assigning an idea starts with a due date this many days ahead; another date can be chosen for each. Work already assigned keeps its date.',
  dueDays: 'Days to finish work',
  soManyDays: count => (count === 1 ? '1 day' : `${count} days`),
  targetsTitle: 'Targets',
  targetsText: 'Shown beside the actual numbers. Published bulletins do not change.',
  targetIdeas: 'Ideas per round',
  bandsTitle: 'Reward bands',
  bandsText:
    'By verified yearly benefit, each with the lowest and highest reward, in yuan. Approved rewards do not change.',
  band: 'Band',
  bandNumber: band => `Band ${band}`,
  bandCells: { from: 'Benefit from (yuan a year)', least: 'Least', most: 'Most' },
  cellOfBand: (cell, band) => `${cell}, band ${band}`,
  removeBand: band => `Remove band ${band}`,
  addBand: 'Add band',
  defaultBands: 'Use the national table of 1986',
  bandFaults: {
    none: 'Add at least one band.',
    'too-many': 'At most 20 bands.',
    'not-from-zero': 'The first band starts at 0.',
    'not-ascending': 'Must start above the previous band.',
    'least-above-most': 'The lowest exceeds the highest.',
    falling: 'Must not be lower than in the previous band.',
  },
};
