/**
 * The one table's shape: its keys and indexes, as data. Both the CDK construct and the local engine
 * are made from this, so they cannot drift apart. `docs/access-patterns.md` says which request uses
 * which index.
 */

interface Index {
  readonly name: string;
  /** Attributes of the partition key; an item without one of them is not in the index. */
  readonly partition: readonly [string, ...string[]];
  readonly sort: readonly string[];
}

export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
export const EXPIRY = 'expiresAt';

const NEWEST = ['submittedAt', 'id'] as const;

/**
 * Every key attribute is a string. All indexes project whole items, so that no list needs a second
 * read for each row.
 */
export const INDEXES = {
  ideasByRound: { name: 'ideas-by-round', partition: ['organization', 'round'], sort: NEWEST },
  /** By the round first, so that a query takes one round or all of them. */
  ideasByStatus: {
    name: 'ideas-by-status',
    partition: ['organization', 'status'],
    sort: ['round', ...NEWEST],
  },
  ideasByCategory: {
    name: 'ideas-by-category',
    partition: ['organization', 'round', 'category'],
    sort: NEWEST,
  },
  ideasByDepartment: {
    name: 'ideas-by-department',
    partition: ['organization', 'round', 'department'],
    sort: NEWEST,
  },
  ideasByAuthor: { name: 'ideas-by-author', partition: ['organization', 'authorId'], sort: NEWEST },
  ideasByAgenda: {
    name: 'ideas-by-agenda',
    partition: ['organization', 'agendaRound'],
    sort: NEWEST,
  },
  ideasByOwner: {
    name: 'ideas-by-owner',
    partition: ['organization', 'owner', 'duty'],
    sort: ['due', 'id'],
  },
  ideasByWork: {
    name: 'ideas-by-work',
    partition: ['organization', 'openWork'],
    sort: ['due', 'id'],
  },
  /** A member's supports; the ids begin with their round, so those of a page are a range. */
  supportsByMember: {
    name: 'supports-by-member',
    partition: ['organization', 'member'],
    sort: ['ideaId'],
  },
  roundsDue: { name: 'rounds-due', partition: ['due'], sort: ['dueAt', 'organization'] },
  membersBySubject: {
    name: 'members-by-subject',
    partition: ['subject'],
    sort: ['belongsTo', 'tenant'],
  },
} as const satisfies Record<string, Index>;

export type IndexDefinition = (typeof INDEXES)[keyof typeof INDEXES];
