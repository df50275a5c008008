/** The English texts of the sheets to print: the certificate and the notice-board sheet. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  printSheet: 'Print',
  backToIdea: 'Back to the idea',

  certificate: 'Certificate of Merit',
  certificateOf: title => `Certificate for “${title}”`,
  certificateHint: 'One sheet, A4 landscape. Choose “no margins” when printing.',
  noCertificate: {
    'not-earned': 'A certificate can be printed once the idea is accepted or named excellent.',
    unnamed:
      'This idea is anonymous, so there is no name to put on a certificate. It can be printed once its author has claimed it.',
    erased: 'The author’s name has been erased, so a certificate can no longer be printed.',
  },
  listSeparator: ', ',
  salutation: names => names,
  praise: (title, deeds) => `for the golden idea “${title}”, ${deeds.join(', ')}.`,
  wasAccepted: 'which was adopted, implemented and accepted',
  verifiedBenefit: amount => `with a verified benefit of ${amount} a year`,
  wasExcellent: 'named an excellent idea',
  commended: 'With our thanks and appreciation.',

  posterTitle: 'Poster',
  posterHint:
    'One sheet, A4 portrait, for notice boards. A phone that scans it can submit an idea.',
  posterHeadline: 'Your golden idea',
  posterClaim: 'Good ideas come from the shop floor',
  handInUntil: round => `Last day to submit for ${round} (deliberation day)`,
  whatIsIt: 'What is a golden idea?',
  whatItIs:
    'A suggestion that makes work safer, better, cheaper or easier: what is wrong today, and what should be done about it.',
  about: categories => `About: ${categories}`,
  howTo: 'How it works',
  steps: [
    'Scan, sign in, write it down',
    'Every idea is voted on',
    'Results are published; adopted ideas get an owner',
  ],
  unnamedToo: 'You can stay anonymous. No phone? Give a paper slip to the secretary.',
  scan: 'Scan to submit',
  lastRound: (round, submitted, adopted, rate) =>
    `${round}: ${submitted} submitted, ${adopted} adopted, adoption rate ${rate}`,
};
