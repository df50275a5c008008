/**
 * A firm's month, for which the cost is calculated: how often what is done, and what each costs in
 * units. Units are measured (`npm run bench:jobs`, `bench:mornings`, `bench:numbers`, `bench:search`), those of
 * photos counted from the requests and the size of a record; how often is
 * an assumption, from the practice's sixty ideas.
 */

export interface Work {
  readonly what: string;
  /** Times a month in one firm. */
  readonly times: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Whether it comes through the API. */
  readonly by: 'request' | 'job';
  /** Gigabyte-seconds each; a request's are the same for all. */
  readonly gigabyteSeconds?: number;
}

export const FIRM = { members: 330, ideas: 60 } as const;

/** Eight backers an idea, five electors, a third adopted. */
const { members, ideas } = FIRM;
const supports = ideas * 8;
const votes = ideas * 5;
const adopted = ideas / 3;
/** One for each idea, and one for each finished work. */
const photos = ideas + adopted;
/** In each visit, those of a list that are not in the browser's cache, and one large one. */
const [smallViews, largeViews] = [members * 4 * 6, members * 4];
/** Three years of records, of 200 bytes each. */
const unitsOfRecords = (photos * 36 * 200) / 4_000;

export const WORK: readonly Work[] = [
  {
    what: 'members look: 4 visits of 8 requests, lists of 10 and single ideas',
    times: members * 4 * 8,
    ...{ readUnits: 6, writeUnits: 0, by: 'request' },
  },
  {
    what: '12 people of staff look: 22 days, 15 requests, agendas and long lists among them',
    times: 12 * 22 * 15,
    ...{ readUnits: 15, writeUnits: 0, by: 'request' },
  },
  { what: 'hand in', times: ideas, readUnits: 9, writeUnits: 8, by: 'request' },
  { what: 'support', times: supports, readUnits: 2.5, writeUnits: 2, by: 'request' },
  { what: 'comment', times: ideas, readUnits: 4, writeUnits: 3, by: 'request' },
  { what: 'vote', times: votes, readUnits: 3.5, writeUnits: 4, by: 'request' },
  {
    what: 'decide; screen; five acts of each adopted idea’s work',
    times: 2 * ideas + 5 * adopted,
    ...{ readUnits: 7, writeUnits: 27, by: 'request' },
  },
  {
    what: 'open, end submission, close what is left, publish',
    times: 1,
    ...{ readUnits: 85, writeUnits: 600, by: 'job', gigabyteSeconds: 1 },
  },
  {
    what: 'count a fact (an upper bound)',
    times: 3 * ideas + 5 * adopted + supports + votes + ideas,
    ...{ readUnits: 1, writeUnits: 6, by: 'job', gigabyteSeconds: 0.02 },
  },
  {
    what: 'search, and see similar ideas while typing; a new instance for one in ten',
    times: 2 * members + 6 * ideas,
    ...{ readUnits: 20 + 42, writeUnits: 0, by: 'request' },
  },
  {
    what: 'keep what is searched: three changes of an idea that a search sees',
    times: 3 * ideas,
    ...{ readUnits: 2, writeUnits: 3.4, by: 'job', gigabyteSeconds: 0.02 },
  },
  {
    what: 'begin an upload, ask twice whether it is ready',
    times: 3 * photos,
    ...{ readUnits: 2, writeUnits: 1.5, by: 'request' },
  },
  {
    what: 'clean a photo, take it and keep it',
    times: photos,
    ...{ readUnits: 2, writeUnits: 3, by: 'job', gigabyteSeconds: 0.9 },
  },
  {
    what: 'show a photo: 6 small ones and a large one in each visit of a member',
    times: smallViews + largeViews,
    ...{ readUnits: 0, writeUnits: 0, by: 'request' },
  },
  {
    what: 'audit, twice a day',
    times: 60,
    ...{ readUnits: 750 + unitsOfRecords, writeUnits: 1, by: 'job', gigabyteSeconds: 0.4 },
  },
];

/** Besides the firms' work, and for a request whatever it does. */
export const ASSUMED = {
  /** 80 ms of a function of 1 GB, cold starts included. */
  gigabyteSecondsOfARequest: 0.08,
  /** The lines of the gateway, of the function and of Lambda itself. */
  logBytesOfARequest: 2_000,
  logMonths: 3,
  /** Compressed. */
  bytesOfAnAnswer: 4_000,
  pageRequestsOfAVisit: 2,
  /** A first load for each member after a release. */
  bytesOfAFirstLoad: 62_000,
  /** Kept for three years: ideas with histories, votes, supports, and all their index entries. */
  storedBytesOfAMonth: 4_000_000,
  monthsStored: 36,
  /** A photo in both forms, and what a month's views send. */
  bytesOfAPhoto: 220_000,
  photos,
  bytesOfViews: smallViews * 15_000 + largeViews * 205_000,
  /** The form, and the two that are made of it; an audit's lists of a thousand. */
  photoWrites: photos * 3 + (60 * photos * 36 * 2) / 1_000,
  photoReads: photos + smallViews + largeViews,
  /** A keyed hash for each secret vote and each unnamed idea: votes of half of the firms. */
  hashesOfAFirm: votes / 2,
  /** Scheduled calls: each minute, and twice a day. */
  scheduledCalls: 43_200 + 60,
  gigabyteSecondsOfAMinute: 0.02,
  /** At most; a test compares it with the template. */
  alarms: 65,
  dashboards: 1,
  metrics: 11,
  /** The hours with requests, in which a trace a second is recorded, and 5% of what is above it. */
  busySeconds: 22 * 10 * 3_600,
  tracedShare: 0.05,
  wafRules: 2,
  secrets: 1,
  siteGigabytes: 0.1,
  /** With `copyTo`: whole backups, of 7 nights here and of 90 there; a test compares them. */
  backupsKept: 97,
} as const;
