/**
 * What each function may do to the table: no more than its repositories ask for. Reading is granted by action and index, writing
 * by action and partition, so that the function that takes ideas in cannot touch the member list, where the roles stand.
 *
 * Reading is not narrowed by partition: a function serves every organization, and which one is the request's is decided by the
 * member list, not by IAM. Within an organization's own partition, IAM cannot tell a round from a member: it knows partition
 * keys only. That is why the cycle, which writes rounds there, is held by its code alone.
 */
import { COUNT_ATTRIBUTES } from '../../shared/store/corrections.ts';
import { STATISTICS_ATTRIBUTES } from '../../shared/store/statistics.ts';
import { SCHEMA_VERSION } from '../../shared/store/stored-item.ts';
import { BARRIER_ATTRIBUTES } from '../../shared/store/stream-barrier.ts';
import { INDEXES, type IndexDefinition } from '../../shared/store/table.ts';

/** The partitions of `shared/store/keys.ts` as IAM patterns, whose `*` stands for any text. */
export const PARTITIONS = {
  /** An organization and everything below it. */
  ofOrganization: 'ORG#*',
  /** Whatever lies below an organization in a partition of its own. */
  belowOrganization: 'ORG#*#*',
  /** A round's ideas and participants, and its ideas' tallies and counts of support. */
  ofRound: 'ORG#*#ROUND#*',
  /** An idea's votes, supports and comments. */
  ofIdea: 'ORG#*#IDEA#*',
  /** How many wrong claim codes a member has tried. */
  ofGuesses: 'ORG#*#GUESSES#*',
  /** How much a member has written. */
  ofWritings: 'ORG#*#WRITINGS#*',
  /** A zone's people, and all below it. */
  ofZone: 'ZONE#*',
  /** The numbers of a zone's organizations; its people are elsewhere. */
  ofZoneNumbers: 'ZONE#*#NUMBERS',
  /** Which stream records have been counted. */
  seen: 'SEEN#*',
} as const;

type Partition = (typeof PARTITIONS)[keyof typeof PARTITIONS];
type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query';
/** `ConditionCheckItem` reads, but only ever as a part of a transaction that writes. */
type WriteAction = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

export interface Rights {
  readonly reads: readonly [ReadAction, ...ReadAction[]];
  /** The indexes that may be queried. */
  readonly indexes: readonly IndexDefinition[];
  /** A transaction needs the actions of its parts; there is none of its own. */
  readonly writes: Readonly<Partial<Record<WriteAction, readonly [Partition, ...Partition[]]>>>;
  /** Updates of which no more than these attributes may be part, where a partition holds things of other kinds too. */
  readonly narrowUpdates?: {
    readonly partitions: readonly [Partition, ...Partition[]];
    readonly attributes: readonly [string, ...string[]];
  };
  /** Where all reading and writing of the table is kept to some partitions, and out of others that the same patterns reach. */
  readonly within?: { readonly only: readonly [Partition, ...Partition[]]; readonly not: Partition };
  /** What a way of writing is kept out of besides. */
  readonly spared?: Readonly<Partial<Record<WriteAction, Partition>>>;
}

export const RIGHTS = {
  /**
   * Hands in ideas, backs them, comments on them and hides comments (put); acts on the author's own ideas and counts wrong claim
   * codes and what members write (update), takes an idea back on condition that nobody has voted.
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
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea, PARTITIONS.ofWritings],
      UpdateItem: [PARTITIONS.ofRound, PARTITIONS.ofGuesses, PARTITIONS.ofWritings],
      DeleteItem: [PARTITIONS.ofIdea],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
  },
  /**
   * Imports slips, takes votes and arranges agendas (put), acts on ideas (update), on conditions about votes, ideas and rounds. Of a
   * round it may change when it is published and keep who wanted it so; that it lies beside the members is why this is held to these attributes.
   */
  committee: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject, INDEXES.ideasByAgenda, INDEXES.supportsByMember],
    writes: {
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
      UpdateItem: [PARTITIONS.ofRound],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
    narrowUpdates: {
      partitions: [PARTITIONS.ofOrganization],
      attributes: ['pk', 'sk', 'state', 'schedule', 'dueAt', 'broughtForwardBy', SCHEMA_VERSION],
    },
  },
  /** Reads rounds, their numbers and the ideas they are folded from, and counts what is overdue; accepts and rewards (update). */
  manager: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject, INDEXES.ideasByWork],
    writes: { UpdateItem: [PARTITIONS.ofRound] },
  },
  /**
   * Changes settings, members and the days of rounds, with the audit trail (put), on condition of each other; gives accounts back
   * (delete). Of an organization it reaches its own partition, and so no idea, no vote and no comment.
   */
  administrator: {
    reads: ['GetItem', 'Query'],
    indexes: [INDEXES.membersBySubject],
    writes: {
      PutItem: [PARTITIONS.ofOrganization],
      DeleteItem: [PARTITIONS.ofOrganization],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
    within: { only: [PARTITIONS.ofOrganization], not: PARTITIONS.belowOrganization },
  },
  /** Reads the numbers of zones, and nothing of any organization: no idea and no person can be got at through it. */
  zone: {
    reads: ['Query'],
    indexes: [INDEXES.membersBySubject],
    writes: {},
    within: { only: [PARTITIONS.ofZoneNumbers], not: PARTITIONS.ofOrganization },
  },
  /** Moves rounds on, freezes bulletins and tells zones of them (put), acts on ideas (update), on condition of the votes and of the calendar. */
  'deliberation-cycle': {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.roundsDue, INDEXES.ideasByAgenda, INDEXES.ideasByWork],
    writes: {
      PutItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZoneNumbers],
      UpdateItem: [PARTITIONS.ofRound],
      ConditionCheckItem: [PARTITIONS.ofOrganization],
    },
  },
  /**
   * Marks records as counted, notes participants and places ideas on long agendas (put), adds to numbers and tallies (update); moves supports
   * when ideas are merged.
   */
  'adoption-metrics': {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.ideasByAgenda],
    writes: {
      PutItem: [PARTITIONS.seen, PARTITIONS.ofRound, PARTITIONS.ofIdea],
      UpdateItem: [PARTITIONS.ofOrganization],
      DeleteItem: [PARTITIONS.ofIdea],
      ConditionCheckItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
    },
  },
  /**
   * Compares the running numbers with the facts; puts authors' counts (put), numbers, headcounts, tallies and counts of support (update)
   * right, and sends probes through the stream (update). Numbers lie beside members, rounds and votes, which is why this is held to what
   * they consist of.
   */
  reconciliation: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.roundsDue],
    writes: { PutItem: [PARTITIONS.ofRound] },
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
   * Founds organizations, which their zones then wait for, makes administrators and appoints a zone's people (put); dismisses those and
   * gives accounts back (delete). It looks at settings, trails and people, and reaches no idea, no vote and no comment; what organizations have
   * told their zones it cannot delete.
   */
  founding: {
    reads: ['GetItem', 'Query'],
    indexes: [],
    writes: {
      PutItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZone],
      DeleteItem: [PARTITIONS.ofOrganization, PARTITIONS.ofZone],
    },
    within: { only: [PARTITIONS.ofOrganization, PARTITIONS.ofZone], not: PARTITIONS.belowOrganization },
    spared: { DeleteItem: PARTITIONS.ofZoneNumbers },
  },
} as const satisfies Record<string, Rights>;

/** The folders below `functions/`, each of which is a Lambda. */
export type FunctionName = keyof typeof RIGHTS;
