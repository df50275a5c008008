/** The English texts of the pages of `settings`. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  save: 'Save',
  saved: 'Saved.',
  nothingChanged: 'There is nothing to save.',
  discard: 'Discard changes',
  editKept: 'Not saved yet; kept on this device.',
  loadedAnew:
    'It has been read again. What you typed is still there; look it over and save once more.',
  overtaken:
    'Somebody else has changed this part while you were typing. See what it is now, then choose.',
  asItIs: 'What it is now',
  keepMine: 'Go on with mine',
  takeTheirs: 'Discard mine',
  add: 'Add',
  remove: 'Remove',
  row: 'Row',
  remark: 'Remark',
  between: (min, max) => `A whole number from ${min} to ${max}, please.`,
  list: items => items.join(', '),
  refusals: {
    'last-administrator':
      'An organization needs one active administrator at least, or nobody could manage members and settings any more. Make somebody else administrator first, then come back.',
    'committee-full':
      'A decision is stored together with a check of each elector’s vote, and there is room for so many. Take the role from somebody on the committee first.',
    'rounds-overlap':
      'Earlier or later will do, as long as one round closes before the next one opens.',
  },
  number: 'Number',
  membersOf: department => `Active members of ${department}`,

  settingsTitle: 'Settings',
  profileTitle: 'Organization',
  organizationName: 'Name',
  zoneAndDistrict: 'Belongs to',
  blindScreening: 'Blind screening',
  blindScreeningHint:
    'When on, employees see only the author’s department until the idea is decided. Secretaries, committee members and managers always see the author.',
  publicBulletin: 'Public bulletins',
  publicBulletinHint:
    'Everybody can read them without signing in: the numbers, and the ideas’ titles, results, reasons and replies. No authors.',
  confirmPublic:
    'Make bulletins public, those of earlier rounds included? Everybody can then read the ideas’ titles, results, reasons and replies without signing in.',
  noPublicBulletinYet: 'Nothing has been published yet, so there is no public page.',
  publicAddressOf: round => `Public address of round ${round}:`,
  departmentsTitle: 'Departments',
  departmentsText:
    'What members and ideas can belong to. A retired one is offered no longer; ideas keep it. To rename one, add the new name, move its members there and retire the old one.',
  newDepartment: 'New department',
  contactsTitle: 'Department contacts',
  contactsText:
    'One member looks after the ideas of each department and gives an opinion on them. A department may have none.',
  soMany: count => String(count),
  soManyBands: count => `${count} bands`,
  contactsNamed: (named, all) => `${named} of ${all} departments`,
  categoriesTitle: 'Categories',
  categoriesText: 'What ideas can be about. A retired one is offered no longer; ideas keep it.',
  newCategory: 'New category',
  nameFaults: {
    missing: 'Please fill in.',
    malformed: '1–40 characters, without “#”.',
    there: 'It is in the list already.',
    'too-many': 'There are as many as there can be; retire one first.',
  },
  notAddedYet: 'This one is not in the list yet: press “Add”, or clear it.',
  oneMustStay: 'One must stay.',
  addedUnsaved: '(new, not saved)',
  retiringUnsaved: '(to be retired, not saved)',
  raise: name => `Move “${name}” up`,
  retire: 'Retire',
  retireName: name => `Retire “${name}”`,
  removeName: name => `Remove “${name}”`,
  retiredNames: count => `Retired (${count})`,
  offerAgain: 'Offer again',
  offerAgainName: name => `Offer “${name}” again`,
  confirmRetiring: (retired, added) =>
    `Retire ${retired}${added === '' ? '' : `, and add ${added}`}? Retired ones can be offered again.`,
  rulesTitle: 'Rules of ballots',
  rulesText:
    'Changes hold from the next opening on; a round that deliberates keeps the rules it began with.',
  rulesSaved: 'Saved; it holds from the next opening on.',
  ballotKind: 'Ballot',
  ballots: { open: 'open', secret: 'secret' },
  ballotHints: {
    open: 'Once it is closed, everybody sees who voted what.',
    secret: 'Nobody ever sees who voted what.',
  },
  quorumShare: 'Quorum',
  quorumHint:
    'Votes cast, abstentions included, must reach this share of the eligible, such as 2/3; if not, the idea goes to the next round.',
  threshold: 'Threshold',
  thresholdHint:
    'Approvals must exceed this share of approvals and oppositions, such as 1/2; exactly as much is not enough.',
  shareHint: 'A fraction or per cent, such as 3/10 or 30%.',
  notAShare: 'A fraction or per cent, please, such as 2/3 or 60%; neither number above 1000.',
  moreThanAll: 'No more than 1.',
  allOrMore: 'Less than 1, or nothing could ever be adopted.',
  limitsTitle: 'Limits',
  limitsText:
    'They keep anybody from flooding a round, and hold as soon as they are saved. Named and unnamed ideas are counted each for themselves, unnamed ones without a trace of whose they are. Slips that a secretary types in or imports are not limited.',
  limits: {
    ideasAnHour: 'Ideas of one member an hour',
    ideasARound: 'Ideas of one member a round',
    commentsAnHour: 'Comments of one member an hour',
    commentsARound: 'Comments of one member a round',
    ideasOfAll: 'Ideas of everybody a round',
    appealDays: 'Days to appeal against a declined idea',
  },
  targetsTitle: 'Targets',
  targetsText: 'They stand beside the real numbers. What has been published stays as it is.',
  targetIdeas: 'Ideas a round',
  bandsTitle: 'Reward bands',
  bandsText:
    'By verified yearly benefit, each with the least and the most that may be approved, all in yuan. What has been approved stays as it is.',
  band: 'Band',
  bandCells: { from: 'Benefit from (yuan a year)', least: 'Least', most: 'Most' },
  cellOfBand: (cell, band) => `${cell}, band ${band}`,
  removeBand: band => `Remove band ${band}`,
  addBand: 'Add a band',
  defaultBands: 'Fill in the national table of 1986',
  bandFaults: {
    none: 'There must be one band at least.',
    'too-many': 'At most 20 bands.',
    'not-from-zero': 'The first band begins at 0.',
    'not-ascending': 'It must begin above the band before.',
    'least-above-most': 'The least is above the most.',
    falling: 'It must not fall below the band before.',
  },
};
