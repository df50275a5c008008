/**
 * The keys of every kind of item and of the indexes, and what is read back from a key. No other
 * file makes one. The tenant is part of each partition key, so no read can reach another
 * organization.
 */
import type { Idea } from '../domain/idea/idea.ts';
import {
  type CommentId,
  type Department,
  type IdeaId,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isPhotoId,
  isRoundId,
  type MemberId,
  type OrganizationId,
  type PhotoId,
  type RoundId,
  roundAfter,
  roundOfIdea,
  type Subject,
  type VoterPseudonym,
  type ZoneId,
} from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Scope } from '../domain/numbers/statistics.ts';
import type { AuditCursor } from '../domain/organization/audit.ts';
import { type IndexDefinition, PARTITION_KEY, SORT_KEY } from './table.ts';

export interface Key extends Record<string, string> {
  readonly pk: string;
  readonly sk: string;
}

/** In which part an idea names a member. */
export type MentionedAs = 'co-author' | 'adviser';

export const MEMBER_PREFIX = 'MEMBER#';
export const ROUND_PREFIX = 'ROUND#';
export const IDEA_PREFIX = 'IDEA#';
export const SUPPORT_PREFIX = 'SUPPORT#';
export const HEADCOUNT_PREFIX = 'HEADCOUNT#';
export const PARTICIPANT_PREFIX = 'PARTICIPANT#';
export const COMMENT_PREFIX = 'COMMENT#';
export const AUDIT_PREFIX = 'AUDIT#';
export const SKIPPED_PREFIX = 'SKIPPED#';
const SEARCH_SEGMENT_PREFIX = 'SEGMENT#';
export const SEARCH_VERSION_PREFIX = 'VERSION#';
export const PHOTO_PREFIX = 'PHOTO#';

export const organizationPartition = (organization: OrganizationId): string =>
  `ORG#${organization}`;
export const roundPartition = (organization: OrganizationId, round: RoundId): string =>
  `ORG#${organization}#ROUND#${round}`;
export const ideaPartition = (organization: OrganizationId, idea: IdeaId): string =>
  `ORG#${organization}#IDEA#${idea}`;
/** What is searched: apart from what it is made from, so that its writer can change nothing else. */
export const searchPartition = (organization: OrganizationId): string =>
  `ORG#${organization}#SEARCH`;
export const zonePartition = (zone: ZoneId): string => `ZONE#${zone}`;
/**
 * A zone's numbers have another partition than its people, so that a function that adds numbers
 * cannot change a role.
 */
export const zoneNumbersPartition = (zone: ZoneId): string => `ZONE#${zone}#NUMBERS`;

export const statisticsPrefix = (round: RoundId): string => `STATS#${round}#`;
/** After all of a round's numbers: scopes begin with a capital letter, and so come before this. */
export const statisticsEnd = (round: RoundId): string => `${statisticsPrefix(round)}~`;
/**
 * A deferred idea is voted on again in a later round, so its idea and its round identify a ballot.
 */
export const votePrefix = (round: RoundId): string => `VOTE#${round}#`;
const bulletinPrefix = (round: RoundId): string => `BULLETIN#${round}#`;
export const zoneRoundPrefix = (round: RoundId): string => `${ROUND_PREFIX}${round}#`;
/** All of a zone's rounds from one to another: a range of sort keys. */
export const zoneRoundsFrom = (from: RoundId, to: RoundId): readonly [string, string] => [
  zoneRoundPrefix(from),
  zoneRoundPrefix(roundAfter(to)),
];
/** The round of a key in that range. */
export const roundOfZoneKey = (sk: unknown): RoundId => {
  const round = String(sk).slice(ROUND_PREFIX.length).split('#')[0] ?? '';
  if (!isRoundId(round)) throw new Error('not a round of a zone');
  return round;
};
export const agendaPartPrefix = (further: string): string => `AGENDA#${further}#`;

export const profileKey = (organization: OrganizationId): Key => ({
  pk: organizationPartition(organization),
  sk: 'PROFILE',
});
export const memberKey = (organization: OrganizationId, member: MemberId): Key => ({
  pk: organizationPartition(organization),
  sk: `${MEMBER_PREFIX}${member}`,
});
/** The item with the active member of an account. */
export const subjectKey = (organization: OrganizationId, subject: Subject): Key => ({
  pk: organizationPartition(organization),
  sk: `SUBJECT#${subject}`,
});
export const membershipTotalsKey = (organization: OrganizationId): Key => ({
  pk: organizationPartition(organization),
  sk: 'ROLL',
});
/** The version of the directory. */
export const directoryKey = (organization: OrganizationId): Key => ({
  pk: organizationPartition(organization),
  sk: 'DIRECTORY',
});
export const auditKey = (organization: OrganizationId, position: AuditCursor): Key => ({
  pk: organizationPartition(organization),
  sk: `${AUDIT_PREFIX}${position}`,
});
export const zoneMemberKey = (zone: ZoneId, member: MemberId): Key => ({
  pk: zonePartition(zone),
  sk: `${MEMBER_PREFIX}${member}`,
});
/** An organization's published numbers of a round, for its zone. */
export const zoneRoundKey = (zone: ZoneId, organization: OrganizationId, round: RoundId): Key => ({
  pk: zoneNumbersPartition(zone),
  sk: `${zoneRoundPrefix(round)}${organization}`,
});
export const roundKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: organizationPartition(organization),
  sk: `${ROUND_PREFIX}${round}`,
});
export const agendaKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: roundPartition(organization, round),
  sk: 'AGENDA',
});
/** The further parts of a long agenda's order. */
export const agendaPartKey = (
  organization: OrganizationId,
  round: RoundId,
  further: string,
  at: number,
): Key => ({
  pk: roundPartition(organization, round),
  sk: `${agendaPartPrefix(further)}${String(at).padStart(4, '0')}`,
});
/** An idea that a step of the calendar could not process. */
export const skippedKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: organizationPartition(organization),
  sk: `${SKIPPED_PREFIX}${idea}`,
});
export const ideaKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: roundPartition(organization, roundOfIdea(idea)),
  sk: `${IDEA_PREFIX}${idea}`,
});
/** The parts of a round's texts: those of a bucket, or of all, are side by side. */
export const searchRoundPrefix = (round: RoundId): string => `${SEARCH_SEGMENT_PREFIX}${round}#`;
export const searchBucketPrefix = (round: RoundId, bucket: string): string =>
  `${searchRoundPrefix(round)}${bucket}#`;
export const searchSegmentKey = (
  organization: OrganizationId,
  round: RoundId,
  bucket: string,
  part: number,
): Key => ({
  pk: searchPartition(organization),
  sk: `${searchBucketPrefix(round, bucket)}${String(part).padStart(3, '0')}`,
});
/** The version of a round's texts. */
export const searchVersionKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: searchPartition(organization),
  sk: `${SEARCH_VERSION_PREFIX}${round}`,
});
export const voteKey = (
  organization: OrganizationId,
  idea: IdeaId,
  round: RoundId,
  pseudonym: VoterPseudonym,
): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${votePrefix(round)}${pseudonym}`,
});
export const supportKey = (organization: OrganizationId, idea: IdeaId, member: MemberId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${SUPPORT_PREFIX}${member}`,
});
export const commentKey = (
  organization: OrganizationId,
  idea: IdeaId,
  comment: CommentId,
): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${COMMENT_PREFIX}${comment}`,
});
/** The note of the comment that a request made; `request` is a hash. */
export const commentRequestKey = (
  organization: OrganizationId,
  idea: IdeaId,
  request: string,
): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `COMMENT-REQUEST#${request}`,
});
/** The tallies of a round's ballots are side by side, so that those of its agenda are one query. */
export const tallyKey = (organization: OrganizationId, idea: IdeaId, round: RoundId): Key => ({
  pk: roundPartition(organization, round),
  sk: `TALLY#${idea}`,
});
export const bulletinKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: organizationPartition(organization),
  sk: `${bulletinPrefix(round)}NUMBERS`,
});
/**
 * A page of a bulletin's list, from 0. The time of publication is in the key, so that an attempt
 * that crashed halfway leaves no page of its own in a later one.
 */
export const bulletinPageKey = (
  organization: OrganizationId,
  { round, publishedAt }: { readonly round: RoundId; readonly publishedAt: Instant },
  page: number,
): Key => ({
  pk: organizationPartition(organization),
  sk: `${bulletinPrefix(round)}PAGE#${publishedAt}#${String(page).padStart(4, '0')}`,
});
/** The numbers of one scope of a round. */
export const statisticsKey = (organization: OrganizationId, round: RoundId, scope: Scope): Key => ({
  pk: organizationPartition(organization),
  sk: `${statisticsPrefix(round)}${scopeSuffix(scope)}`,
});
/** The headcount of an organization, or of one of its departments. */
export const headcountKey = (organization: OrganizationId, department?: Department): Key => ({
  pk: organizationPartition(organization),
  sk: `${HEADCOUNT_PREFIX}${scopeSuffix(department === undefined ? { by: 'organization' } : { by: 'department', name: department })}`,
});
/** The number of an author's ideas that count in a scope of a round. */
export const participantKey = (
  organization: OrganizationId,
  round: RoundId,
  scope: Scope,
  author: MemberId,
): Key => ({
  pk: roundPartition(organization, round),
  sk: `${PARTICIPANT_PREFIX}${scopeSuffix(scope)}#${author}`,
});
/**
 * By time first, as in lists: the counts of a page are side by side. It is the time before any
 * correction, because a key cannot change.
 */
export const supportCountKey = ({
  organization,
  id,
  firstSubmittedAt,
}: Pick<Idea, 'organization' | 'id'> & { readonly firstSubmittedAt: Instant }): Key => ({
  pk: roundPartition(organization, roundOfIdea(id)),
  sk: `SUPPORTS#${firstSubmittedAt}#${id}`,
});
/** All photos of an organization, so that an audit finds them. */
export const photosPartition = (organization: OrganizationId): string =>
  `ORG#${organization}#PHOTOS`;
export const photoKey = (organization: OrganizationId, photo: PhotoId): Key => ({
  pk: photosPartition(organization),
  sk: `${PHOTO_PREFIX}${photo}`,
});
/**
 * In a partition of its own, so that a function that counts wrong claim codes needs no right to
 * write members and rounds.
 */
export const claimAttemptsKey = (
  organization: OrganizationId,
  member: MemberId,
  hour: Instant,
): Key => ({
  pk: `ORG#${organization}#GUESSES#${member}`,
  sk: hour,
});
/** Likewise for the limits on what members write; a pseudonym replaces the member. */
export const quotaKey = (organization: OrganizationId, writer: string): Key => ({
  pk: `ORG#${organization}#WRITINGS#${writer}`,
  sk: 'WRITINGS',
});
/**
 * That an idea names a member, newest idea first when read backwards; by itself, so that a member
 * finds those ideas with one query.
 */
export const mentionPartition = (organization: OrganizationId, member: MemberId): string =>
  `ORG#${organization}#MENTIONS#${member}`;
export const mentionPrefix = (as: MentionedAs): string => `${as.toUpperCase()}#`;
export const mentionKey = (
  { organization, submittedAt, id }: Pick<Idea, 'organization' | 'submittedAt' | 'id'>,
  member: MemberId,
  as: MentionedAs,
): Key => ({
  pk: mentionPartition(organization, member),
  sk: `${mentionPrefix(as)}${submittedAt}#${id}`,
});
/**
 * Written after the facts of a partition, to see the stream deliver it; the only item of its kind
 * in the partition.
 */
export const barrierKey = (partition: string): Key => ({ pk: partition, sk: 'PROBE' });
/** The marker of a barrier's record: known in advance to its writer. */
export const barrierEventId = (probe: string): string => `PROBE#${probe}`;
export const seenKey = (eventId: string): Key => ({ pk: `SEEN#${eventId}`, sk: 'SEEN' });

/**
 * The one partition of the index of due rounds; it easily holds the next steps of a few thousand
 * organizations.
 */
export const ROUNDS_DUE = 'round';
/** The second key by which a person is found, besides their subject: their organization or zone. */
export const organizationMembership = (organization: OrganizationId) =>
  ({ belongsTo: 'organization', tenant: organization }) as const;
export const zoneMembership = (zone: ZoneId) => ({ belongsTo: 'zone', tenant: zone }) as const;
/**
 * The start position of an index of ideas after an idea: its own key, and those of its attributes
 * that the index sorts by. `partition` is the query's partition.
 */
export function ideaPositionIn(
  { sort }: IndexDefinition,
  partition: { readonly organization: OrganizationId } & Readonly<Record<string, string>>,
  after: { readonly id: IdeaId } & Readonly<Record<string, string>>,
): Record<string, string> {
  const position: Readonly<Record<string, string>> = { round: roundOfIdea(after.id), ...after };
  const sorted = Object.entries(position).filter(([attribute]) =>
    sort.some(key => key === attribute),
  );
  return {
    ...ideaKey(partition.organization, after.id),
    ...Object.fromEntries(sorted),
    ...partition,
  };
}

/** A photo of an organization. */
export interface PhotoPlace {
  readonly organization: OrganizationId;
  readonly photo: PhotoId;
}

/** The photo of a key in the stream's form; undefined if it is another item's. */
export function photoIn(key: Readonly<Record<string, { readonly S?: string }>> | undefined) {
  const [, organization = ''] = /^ORG#([^#]+)#PHOTOS$/.exec(key?.[PARTITION_KEY]?.S ?? '') ?? [];
  const photo = (key?.[SORT_KEY]?.S ?? '').slice(PHOTO_PREFIX.length);
  return isOrganizationId(organization) && isPhotoId(photo)
    ? ({ organization, photo } satisfies PhotoPlace)
    : undefined;
}

/** The number of a member. Throws if the key is not a member's. */
export function memberIn({ sk }: Pick<Key, 'sk'>): MemberId {
  const id = sk.slice(MEMBER_PREFIX.length);
  if (!isMemberId(id)) throw new Error('a member without a number');
  return id;
}

/** The id of an idea, even if its item cannot be parsed; undefined if the key has none. */
export function ideaIn({ sk }: { readonly sk?: unknown }): IdeaId | undefined {
  const id = String(sk).slice(IDEA_PREFIX.length);
  return isIdeaId(id) ? id : undefined;
}

/** The round of a version of searched texts. Throws if the key is not one's. */
export function roundOfSearchVersion({ sk }: Pick<Key, 'sk'>): RoundId {
  const round = sk.slice(SEARCH_VERSION_PREFIX.length);
  if (!isRoundId(round)) throw new Error('a version of no round');
  return round;
}

/** The part's number in its bucket. */
export function partOfSearchSegment({ sk }: Pick<Key, 'sk'>): number {
  return Number(sk.split('#')[3]);
}

/** The round of a scope's numbers. Throws if the key is not theirs. */
export function roundOfStatistics({ sk }: Pick<Key, 'sk'>): RoundId {
  const round = sk.split('#')[1] ?? '';
  if (!isRoundId(round)) throw new Error('numbers of no round');
  return round;
}

/**
 * The department of a headcount, undefined for the organization's. It is in the key alone, so that
 * a correction of a headcount has nothing else to write.
 */
export function departmentOfHeadcount({ sk }: Pick<Key, 'sk'>): Department | undefined {
  const [, department] = /^HEADCOUNT#DEPARTMENT#(.+)$/.exec(sk) ?? [];
  if (department === undefined) return undefined;
  if (!isDepartment(department)) throw new Error('a headcount of no department');
  return department;
}

/** The author whose ideas are counted, and the scope. Throws if the key is not of such a count. */
export function participantIn({ sk }: Pick<Key, 'sk'>): {
  readonly scope: Scope;
  readonly author: MemberId;
} {
  const [, department, author = ''] =
    /^PARTICIPANT#(?:TOTAL|DEPARTMENT#(.+))#([^#]+)$/.exec(sk) ?? [];
  if (!isMemberId(author)) throw new Error('an author’s count that is nobody’s');
  if (department === undefined) return { scope: { by: 'organization' }, author };
  if (!isDepartment(department)) throw new Error('an author’s count in no department');
  return { scope: { by: 'department', name: department }, author };
}

function scopeSuffix(scope: Scope): string {
  switch (scope.by) {
    case 'organization':
      return 'TOTAL';
    case 'department':
      return `DEPARTMENT#${scope.name}`;
    case 'category':
      return `CATEGORY#${scope.name}`;
  }
}
