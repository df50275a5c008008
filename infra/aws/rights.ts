/**
 * What each function may do to the table: no more than its repositories ask for. Reading is granted by action and index, writing
 * by action and partition, so that the function that takes ideas in cannot touch the member list, where the roles stand.
 *
 * Reading is not narrowed by partition: a function serves every organization, and which one is the request's is decided by the
 * member list, not by IAM. Within an organization's own partition, IAM cannot tell a round from a member: it knows partition
 * keys only. That is why the cycle, which writes rounds there, is held by its code alone.
 */
import { INDEXES, type IndexDefinition } from '../../shared/store/table.ts';

/** The partitions of `shared/store/keys.ts` as IAM patterns, whose `*` stands for any text. */
export const PARTITIONS = {
  /** An organization and everything below it. */
  ofOrganization: 'ORG#*',
  /** A round's ideas and participants. */
  ofRound: 'ORG#*#ROUND#*',
  /** An idea's votes, supports and tallies. */
  ofIdea: 'ORG#*#IDEA#*',
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
}

export const RIGHTS = {
  /** Hands in ideas and backs them. An idea that is there it cannot change. */
  employee: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [
      INDEXES.membersBySubject,
      INDEXES.ideasByRound,
      INDEXES.ideasByStatus,
      INDEXES.ideasByCategory,
      INDEXES.ideasByDepartment,
      INDEXES.ideasByAuthor,
    ],
    writes: {
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
      DeleteItem: [PARTITIONS.ofIdea],
    },
  },
  /** Imports slips and takes votes (put), decides (update), both on conditions about votes and ideas. Takes nothing away. */
  committee: {
    reads: ['GetItem', 'BatchGetItem', 'Query'],
    indexes: [INDEXES.membersBySubject, INDEXES.ideasByAgenda],
    writes: {
      PutItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
      UpdateItem: [PARTITIONS.ofRound],
      ConditionCheckItem: [PARTITIONS.ofRound, PARTITIONS.ofIdea],
    },
  },
  /** Reads a round and its numbers, and no idea by any index. */
  manager: {
    reads: ['GetItem', 'Query'],
    indexes: [INDEXES.membersBySubject],
    writes: {},
  },
  /** Moves rounds on and freezes bulletins (put), acts on ideas (update), decides on condition of the votes. */
  'deliberation-cycle': {
    reads: ['GetItem', 'Query'],
    indexes: [INDEXES.roundsDue, INDEXES.ideasByAgenda],
    writes: {
      PutItem: [PARTITIONS.ofOrganization],
      UpdateItem: [PARTITIONS.ofRound],
      ConditionCheckItem: [PARTITIONS.ofIdea],
    },
  },
  /** Marks records as counted and notes participants (put), adds to numbers and tallies (update). Queries nothing. */
  'adoption-metrics': {
    reads: ['GetItem', 'BatchGetItem'],
    indexes: [],
    writes: {
      PutItem: [PARTITIONS.seen, PARTITIONS.ofRound],
      UpdateItem: [PARTITIONS.ofOrganization],
    },
  },
} as const satisfies Record<string, Rights>;

/** The folders below `functions/`, each of which is a Lambda. */
export type FunctionName = keyof typeof RIGHTS;
