/**
 * The rights of each function to the table: only what its repositories use. Reads are granted by
 * action and index, writes by action and partition, so that the function that accepts ideas cannot
 * touch the member list, which has the roles.
 *
 * Reads are not narrowed by partition: a function serves every organization, and the member list,
 * not IAM, decides which one a request may see. Within an organization's own partition, IAM cannot
 * distinguish a round from a member, because it knows partition keys only. That is why only its
 * code restrains the cycle, which writes rounds there.
 */
import { COUNT_ATTRIBUTES } from '../../shared/store/corrections.ts';
import { OPEN_WORK_ATTRIBUTES } from '../../shared/store/open-matters.ts';
import { STATISTICS_ATTRIBUTES } from '../../shared/store/statistics.ts';
import { SCHEMA_VERSION } from '../../shared/store/stored-item.ts';
import { BARRIER_ATTRIBUTES } from '../../shared/store/stream-barrier.ts';
import { INDEXES, type IndexDefinition } from '../../shared/store/table.ts';

/** The partitions of `shared/store/keys.ts` as IAM patterns, whose `*` stands for any text. */
export const PARTITIONS = {
  /** An organization and everything below it. */
  ofOrganization: 'ORG#*',
  /** Everything below an organization that has its own partition. */
  belowOrganization: 'ORG#*#*',
  /** A round's ideas and participants, and its ideas' tallies and counts of support. */
  ofRound: 'ORG#*#ROUND#*',
  /** An idea's votes, supports and comments. */
  ofIdea: 'ORG#*#IDEA#*',
  /** The mentions of a member by ideas. */
  ofMentions: 'ORG#*#MENTIONS#*',
  /** A member's count of wrong claim codes. */
  ofGuesses: 'ORG#*#GUESSES#*',
  /** A member's counts for the limits. */
  ofWritings: 'ORG#*#WRITINGS#*',
  /** A zone's people, and everything below the zone. */
  ofZone: 'ZONE#*',
  /** The numbers of a zone's organizations; its people have another partition. */
  ofZoneNumbers: 'ZONE#*#NUMBERS',
  /** What is searched. */
  ofSearch: 'ORG#*#SEARCH',
  /** The records of photos. */
  ofPhotos: 'ORG#*#PHOTOS',
  /** The markers of counted stream records. */
  seen: 'SEEN#*',
} as const;

type Partition = (typeof PARTITIONS)[keyof typeof PARTITIONS];
type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query';
/** `ConditionCheckItem` reads, but only as a part of a transaction that writes. */
type WriteAction = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

export interface Rights {
  readonly reads: readonly [ReadAction, ...ReadAction[]];
  /** The indexes that may be queried. */
  readonly indexes: readonly IndexDefinition[];
  /** A transaction needs the actions of its parts; it has no action of its own. */
  readonly writes: Readonly<Partial<Record<WriteAction, readonly [Partition, ...Partition[]]>>>;
  /**
   * Updates that may change these attributes only, in a partition that also holds items of other
   * kinds.
   */
  readonly narrowUpdates?: {
    readonly partitions: readonly [Partition, ...Partition[]];
    readonly attributes: readonly [string, ...string[]];
  };
  /**
   * Restricts all reads and writes to some partitions, and excludes others that the same patterns
   * match.
   */
  readonly within?: {
    readonly only: readonly [Partition, ...Partition[]];
    readonly not: Partition;
  };
  /** Queries that may read these attributes only, of indexes that project whole items. */
  readonly narrowQueries?: {
    readonly indexes: readonly IndexDefinition[];
    readonly attributes: readonly [string, ...string[]];
  };
  /** A partition that a write action may not touch. */
  readonly spared?: Readonly<Partial<Record<WriteAction, Partition>>>;
}

export const RIGHTS = {
  /**
   * Submits ideas with their mentions, supports them, comments on them and hides comments (put); acts on the author's
   * own ideas and counts wrong claim codes and what members write (update); withdraws an idea on
   * condition that nobody has voted.
   */
  employee: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [
      INDEXES.membersBySubject,
      INDEXES.ideasByRound,
      INDEXES.ideasByStatus,
      INDEXES.ideasByCategory,
      INDEXES.ideasByDepartment,
      INDEXES.ideasByAuthor,
      INDEXES.ideasByOwner,
      INDEXES.ideasByWork,
      INDEXES.supportsByMember,
    ],
    writes: {
      PutItem: [
        PARTITIONS.ofRound,
        PARTITIONS.ofIdea,
        PARTITIONS.ofMentions,
        PARTITIONS.ofWritings,
      ],
      UpdateItem: [
        PARTITIONS.ofRound,
        PARTITIONS.ofPhotos,
        PARTITIONS.ofGuesses,
        PARTITIONS.ofWritings,
      ],
      DeleteItem: [PARTITIONS.ofIdea, PARTITIONS.ofMentions],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
  },
  /**
   * Imports slips, takes votes and arranges agendas (put); acts on ideas (update), on conditions
   * about votes, ideas and rounds. Of a round it may change the publication time and its author. A
   * round is stored beside the members, so this update is limited to these attributes.
   */
  committee: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [
      INDEXES.membersBySubject,
      INDEXES.ideasByAgenda,
      INDEXES.ideasByWork,
      INDEXES.supportsByMember,
    ],
    writes: {
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea, PARTITIONS.ofMentions],
      DeleteItem: [PARTITIONS.ofMentions],
      UpdateItem: [PARTITIONS.ofRound, PARTITIONS.ofPhotos],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
    narrowUpdates: {
      partitions: [PARTITIONS.ofOrganization],
      attributes: ['pk', 'sk', 'state', 'schedule', 'dueAt', 'broughtForwardBy', SCHEMA_VERSION],
    },
  },
  /**
   * Reads rounds, their numbers and the ideas they are folded from, and counts overdue work;
   * accepts and rewards (update).
   */
  manager: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject, INDEXES.ideasByWork],
    writes: { UpdateItem: [PARTITIONS.ofRound] },
  },
  /**
   * Changes settings, members and the days of rounds, with the audit trail (put), on condition of
   * each other; releases accounts (delete). It reaches an organization's own partition only, and so
   * no idea, no vote and no comment. Of open work it reads whose it is and the state of its reward,
   * because nobody is erased while something waits for them.
   */
  administrator: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject],
    writes: {
      PutItem: [PARTITIONS.ofOrganization],
      DeleteItem: [PARTITIONS.ofOrganization],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
    within: { only: [PARTITIONS.ofOrganization], not: PARTITIONS.belowOrganization },
    narrowQueries: { indexes: [INDEXES.ideasByWork], attributes: OPEN_WORK_ATTRIBUTES },
  },
  /**
   * Begins uploads: makes their records (put), and counts them for the limit (put and update). It
   * reaches no idea.
   */
  photos: {
    reads: ['GetItem'],
    indexes: [INDEXES.membersBySubject],
    writes: {
      PutItem: [PARTITIONS.ofPhotos, PARTITIONS.ofWritings],
      UpdateItem: [PARTITIONS.ofWritings],
    },
    within: {
      only: [PARTITIONS.ofOrganization],
      not: PARTITIONS.ofRound,
    },
  },
  /** Stores what became of an upload (update), and reaches nothing else. */
  'photo-cleaning': {
    reads: ['GetItem'],
    indexes: [],
    writes: { UpdateItem: [PARTITIONS.ofPhotos] },
    within: { only: [PARTITIONS.ofPhotos], not: PARTITIONS.ofRound },
  },
  /**
   * Searches: reads what is searched, and the ideas that are found with their supports. It writes
   * nothing.
   */
  search: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject, INDEXES.supportsByMember],
    writes: {},
  },
  /** Reads ideas, and keeps what is searched like them (put). */
  'search-index': {
    reads: ['BatchGetItem', 'Query'],
    indexes: [],
    writes: { PutItem: [PARTITIONS.ofSearch] },
  },
  /**
   * Reads the numbers of zones, and nothing of any organization: it gives access to no idea and no
   * person.
   */
  zone: {
    reads: ['Query'],
    indexes: [INDEXES.membersBySubject],
    writes: {},
    within: { only: [PARTITIONS.ofZoneNumbers], not: PARTITIONS.ofOrganization },
  },
  /**
   * Finds the organizations with due steps, and counts overdue work by their calendars. It writes
   * nothing.
   */
  'due-rounds': {
    reads: ['GetItem'],
    indexes: [INDEXES.roundsDue, INDEXES.ideasByWork],
    writes: {},
  },
  /**
   * Moves rounds on, freezes bulletins and sends their numbers to zones (put); acts on ideas
   * (update), on condition of the votes and of the calendar.
   */
  'deliberation-cycle': {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.ideasByAgenda, INDEXES.ideasByWork],
    writes: {
      PutItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZoneNumbers],
      UpdateItem: [PARTITIONS.ofRound],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
  },
  /**
   * Marks records as counted, stores participants and places ideas on long agendas (put); adds to
   * numbers and tallies (update); moves supports when ideas are merged; keeps the photos of ideas
   * (update) and removes them (delete).
   */
  'adoption-metrics': {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.ideasByAgenda, INDEXES.ideasByAuthor, INDEXES.ideasByOwner],
    writes: {
      PutItem: [PARTITIONS.seen, PARTITIONS.ofRound, PARTITIONS.ofIdea],
      UpdateItem: [PARTITIONS.ofOrganization],
      DeleteItem: [PARTITIONS.ofIdea, PARTITIONS.ofPhotos],
      ConditionCheckItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
    },
  },
  /**
   * Compares the running numbers, what is searched and photos with the facts; corrects authors' counts
   * and what is searched (put), numbers, headcounts, tallies and counts of support (update); keeps the
   * photos of ideas (update) and removes others (delete); and sends barriers through the stream
   * (update). Numbers are stored beside members, rounds and votes, so its updates are limited to
   * the attributes of numbers.
   */
  reconciliation: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.roundsDue],
    writes: {
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofSearch],
      UpdateItem: [PARTITIONS.ofPhotos],
      DeleteItem: [PARTITIONS.ofPhotos],
    },
    narrowUpdates: {
      partitions: [PARTITIONS.ofOrganization],
      attributes: [
        'pk',
        'sk',
        ...new Set([...STATISTICS_ATTRIBUTES, ...COUNT_ATTRIBUTES, ...BARRIER_ATTRIBUTES]),
      ],
    },
  },
  /**
   * Founds organizations, announcing their rounds to their zones, makes administrators and appoints
   * a zone's people (put); dismisses those and releases accounts (delete). It reads settings,
   * trails and people, and reaches no idea, no vote and no comment; it cannot delete the numbers
   * that organizations have sent to their zones.
   */
  founding: {
    reads: ['GetItem', 'Query'],
    indexes: [],
    writes: {
      PutItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZone],
      DeleteItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZone],
    },
    within: {
      only: [PARTITIONS.ofOrganization, PARTITIONS.ofZone],
      not: PARTITIONS.belowOrganization,
    },
    spared: { DeleteItem: PARTITIONS.ofZoneNumbers },
  },
} as const satisfies Record<string, Rights>;

export type NameWithRights = keyof typeof RIGHTS;

/** The folders below `functions/`; each is a Lambda. The canary has no rights to the table. */
export type FunctionName = NameWithRights | 'canary';
