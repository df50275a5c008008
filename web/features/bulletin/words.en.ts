/** The English texts of the bulletin, the certificate and the notice-board sheet. */
import type { zh } from './words.zh.ts';

const ideas = (count: number): string => `${count} ${count === 1 ? 'idea' : 'ideas'}`;

export const en: typeof zh = {
  bulletinHeading: round => `Golden ideas: results of ${round}`,
  bulletinNumber: (year, month) => `Public notice ${year}/${month}`,
  toAll: 'To all employees',
  collected: (round, submitted) => `${round} collected ${ideas(submitted)}: `,
  resultCounts: {
    adopted: count => `${count} adopted`,
    deferred: count => `${count} deferred`,
    declined: count => `${count} not adopted`,
    undecided: count => `${count} undecided`,
  },
  comma: ', ',
  period: '. ',
  rateIs: rate => `adoption rate ${rate}`,
  targetsAre: (ideas, rate) => `Targets: ${ideas}, adoption rate ${rate}. `,
  ideasCount: ideas,
  metOrNot: (target, met) => `${target} (${met ? 'met' : 'not met'})`,
  asFollows: 'The results are as follows.',
  objections: organization =>
    `To object to a result, speak to the secretary of ${organization}. If your idea was not adopted, you can also sign in and appeal on its page.`,
  frozen: 'These are the numbers and results as published; they no longer change.',
  herewith: '',

  results: {
    adopted: 'Adopted',
    deferred: 'Deferred',
    declined: 'Not adopted',
    undecided: 'Undecided',
  },
  group: (at, result, count) => `${at + 1}. ${result} (${count})`,
  entryNumber: 'No.',
  result: 'Result',
  votes: 'For : against : abst.',
  votesShort: 'Votes',
  reasonAndReply: 'Reason and reply',
  officialReply: 'Reply',
  presently: status => `Now: ${status}`,

  figures: 'More figures',
  ideasPerHead: 'Ideas per head',
  firstReply: 'First reply',
  daysToDecision: 'Time to decision',
  meanDays: days => `${days} days on average`,
  rewardsApproved: 'Rewards approved',
  rewardsPaid: 'Rewards paid',
  amountOf: (amount, count) => `${amount} (${ideas(count)})`,
  satisfaction: 'Satisfied authors',
  excellent: 'Excellent ideas',
  withheld: fewest => `Withheld (fewer than ${fewest})`,
  departmentsWithheld:
    'Departments with fewer than five people or ideas are not listed here, so that nobody can be identified. Some others are left out too, so that they cannot be worked out by subtraction.',

  print: 'Print',
  publicAddress: 'Public page',
  broughtForwardBy: member => `Published early by ${member}`,
  poster: 'Poster',
  trackingTitle: 'Implementation',
  notYetPublished: round => `${round} is not published yet`,
  willBePublished: moment => `It will be published on ${moment}.`,
  seeIdeas: round => `See the ideas of ${round}`,
  bulletinEmpty: 'This round had no ideas.',

  notPublicTitle: 'There is no public bulletin here',
  notPublicText:
    'The address may be wrong, the bulletin not published yet, or the organization does not make it public. Members can sign in to see it.',
  notLoaded: 'The bulletin did not load. Check the network and try again.',
  publicDescription: (organization, round) =>
    `Results of golden ideas at ${organization}, ${round}`,

  verify: 'Verify the bulletin',
  verifyNow: 'Check now',
  verifyText:
    'Recomputes the bulletin from the history of every idea and compares every number and result with what was published.',
  agrees: count => `Verified: recomputed from ${ideas(count)}, everything matches.`,
  differs: places => `${places} ${places === 1 ? 'difference' : 'differences'}:`,
  moreDiffer: places => `${places} more ${places === 1 ? 'is' : 'are'} not listed.`,
  where: 'Where',
  published: 'As published',
  recomputed: 'Recomputed',
};
