/** The English texts of a zone's pages. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  title: (round, zone = 'Zone') => `${zone} summary, ${round}`,
  newestTitle: 'Zone summary',
  noneYet: 'No round of the last year has been published by every organization yet.',
  roles: { 'zone-manager': 'Zone manager', 'grid-officer': 'Grid officer' },
  chooseZone: 'Zone',
  print: 'Print',
  district: 'District',
  organization: 'Organization',
  organizations: 'Organizations',
  byDistrict: 'By district',
  organizationsOf: district => `Organizations of ${district}`,
  notListed: 'There are many organizations; they are not all listed.',
  listThem: (district, count) => `List the ${count} organizations of ${district}`,
  noTotal: count =>
    `You look after ${count} ${count === 1 ? 'organization' : 'organizations'}. Only zone managers see a total; yours are listed by district.`,
  noOrganizations: 'No organization had started by this round.',
  noneOfYours: 'The districts you look after had no organizations in this round.',
  work: since => `Implementation of ideas since ${since}`,
  accepted: 'Accepted',
  overdue: 'Overdue',
  seeRound: round => `See ${round}`,
  stillAwaited: (round, published, all) =>
    `${round} is not published by everyone yet (${published} of ${all}). Late: `,
  othersAwaited: round => `Your organizations have published ${round}; others have yet to.`,
  lateOnes: (names, more) => (more > 0 ? `${names} and ${more} more` : names),
  place: (name, district) => `${name} (${district})`,
  trend: 'Last twelve rounds',
  wholeZone: 'Whole zone',
  trendPlace: 'Area',
  trendMeasure: 'Measure',
  notShown: 'withheld',
  noRound: 'not complete',
  roundColumn: 'Round',
  note: 'Note',
  whole: 'Total',
  ofWhole: name => `${name} (numerator)`,
  outOf: name => `${name} (denominator)`,
  file: (zone, round) => `zone-${zone}-${round}.csv`,
  awaited: (published, all) =>
    `Not all have published this round yet: ${published} of ${all} ${all === 1 ? 'organization has' : 'organizations have'}.`,
  whyAwaited:
    'Numbers are shown here once every organization has published, and do not change after that.',
  yetToPublish: 'Yet to publish',
  andMore: count => `and ${count} more`,
  withheld: least => `fewer than ${least}, or withheld with those`,
  whyWithheld: least =>
    `Numbers about fewer than ${least} ideas, decisions, authors or accepted ideas are withheld, as they could identify someone. Some larger numbers are withheld with them, so that nobody can work them out from the total.`,
  nothingShown: least =>
    `All numbers of this round are withheld: there were fewer than ${least} ideas, decisions or authors.`,
  onlyNumbers:
    'Only numbers are shown here, never the content of ideas or names. They are as published and do not change.',
  workOf: since =>
    `Accepted ideas and benefit cover ideas since ${since}; overdue work covers all ideas. Both are as of publication.`,
  workYearly:
    'Accepted ideas, benefit and overdue work are published once a year, with the December round. Yearly figures of neighboring months differ so little that they would give away what is withheld.',
};
