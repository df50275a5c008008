/**
 * The keys of every kind of item. The tenant stands in each partition key, so no read can stray into another organization.
 */
import type { Idea } from '../domain/idea/idea.ts';
import type {
  CommentId,
  IdeaId,
  MemberId,
  OrganizationId,
  RoundId,
  Subject,
  VoterPseudonym,
  ZoneId,
} from '../domain/kernel/ids.ts';
import { roundOfIdea } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { AuditCursor } from '../domain/organization/audit.ts';

export interface Key extends Record<string, string> {
  readonly pk: string;
  readonly sk: string;
}

export const MEMBER_PREFIX = 'MEMBER#';
export const ROUND_PREFIX = 'ROUND#';
export const IDEA_PREFIX = 'IDEA#';
export const SUPPORT_PREFIX = 'SUPPORT#';
export const HEADCOUNT_PREFIX = 'HEADCOUNT#';
export const PARTICIPANT_PREFIX = 'PARTICIPANT#';
export const COMMENT_PREFIX = 'COMMENT#';
export const AUDIT_PREFIX = 'AUDIT#';
export const SKIPPED_PREFIX = 'SKIPPED#';

export const organizationPartition = (organization: OrganizationId): string => `ORG#${organization}`;
export const roundPartition = (organization: OrganizationId, round: RoundId): string =>
  `ORG#${organization}#ROUND#${round}`;
export const ideaPartition = (organization: OrganizationId, idea: IdeaId): string =>
  `ORG#${organization}#IDEA#${idea}`;

export const statisticsPrefix = (round: RoundId): string => `STATS#${round}#`;
/** A deferred idea is voted on again in a later round, so a ballot is known by its idea and its round. */
export const votePrefix = (round: RoundId): string => `VOTE#${round}#`;
export const bulletinPrefix = (round: RoundId): string => `BULLETIN#${round}#`;

export const profileKey = (organization: OrganizationId): Key => ({
  pk: organizationPartition(organization),
  sk: 'PROFILE',
});
export const memberKey = (organization: OrganizationId, member: MemberId): Key => ({
  pk: organizationPartition(organization),
  sk: `${MEMBER_PREFIX}${member}`,
});
/** Where it stands which active member an account belongs to. */
export const subjectKey = (organization: OrganizationId, subject: Subject): Key => ({
  pk: organizationPartition(organization),
  sk: `SUBJECT#${subject}`,
});
export const rollKey = (organization: OrganizationId): Key => ({
  pk: organizationPartition(organization),
  sk: 'ROLL',
});
export const auditKey = (organization: OrganizationId, position: AuditCursor): Key => ({
  pk: organizationPartition(organization),
  sk: `${AUDIT_PREFIX}${position}`,
});
export const zonePartition = (zone: ZoneId): string => `ZONE#${zone}`;
/** A zone's numbers lie apart from its people, so that whoever adds numbers up cannot touch a role. */
export const zoneNumbersPartition = (zone: ZoneId): string => `ZONE#${zone}#NUMBERS`;
export const zoneMemberKey = (zone: ZoneId, member: MemberId): Key => ({
  pk: zonePartition(zone),
  sk: `${MEMBER_PREFIX}${member}`,
});
export const roundKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: organizationPartition(organization),
  sk: `${ROUND_PREFIX}${round}`,
});
export const agendaKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: roundPartition(organization, round),
  sk: 'AGENDA',
});
export const agendaPartPrefix = (further: string): string => `AGENDA#${further}#`;
/** Where a long agenda's order goes on, part by part. */
export const agendaPartKey = (
  organization: OrganizationId,
  round: RoundId,
  further: string,
  at: number,
): Key => ({
  pk: roundPartition(organization, round),
  sk: `${agendaPartPrefix(further)}${String(at).padStart(4, '0')}`,
});
/** An idea that a step of the calendar could not deal with. */
export const skippedKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: organizationPartition(organization),
  sk: `${SKIPPED_PREFIX}${idea}`,
});
export const ideaKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: roundPartition(organization, roundOfIdea(idea)),
  sk: `${IDEA_PREFIX}${idea}`,
});
export const voteKey = (
  organization: OrganizationId,
  idea: IdeaId,
  round: RoundId,
  seat: VoterPseudonym,
): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${votePrefix(round)}${seat}`,
});
export const supportKey = (organization: OrganizationId, idea: IdeaId, member: MemberId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${SUPPORT_PREFIX}${member}`,
});
export const commentKey = (organization: OrganizationId, idea: IdeaId, comment: CommentId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${COMMENT_PREFIX}${comment}`,
});
/** Where it is noted which comment a request made; `request` is a hash. */
export const commentRequestKey = (organization: OrganizationId, idea: IdeaId, request: string): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `COMMENT-REQUEST#${request}`,
});
/** The tallies of a round's ballots lie together, so that those of its agenda are one query. */
export const tallyKey = (organization: OrganizationId, idea: IdeaId, round: RoundId): Key => ({
  pk: roundPartition(organization, round),
  sk: `TALLY#${idea}`,
});
/** By the time first, as lists have ideas: the counts of a page lie side by side. */
export const supportCountKey = ({
  organization,
  id,
  submittedAt,
}: Pick<Idea, 'organization' | 'id' | 'submittedAt'>): Key => ({
  pk: roundPartition(organization, roundOfIdea(id)),
  sk: `SUPPORTS#${submittedAt}#${id}`,
});
/** In a partition of their own, so that who counts wrong claim codes need not be able to write where members and rounds stand. */
export const guessesKey = (organization: OrganizationId, member: MemberId, hour: Instant): Key => ({
  pk: `ORG#${organization}#GUESSES#${member}`,
  sk: hour,
});
/** The same for who counts what members write; whose it is stands there under a pseudonym. */
export const writingsKey = (organization: OrganizationId, writer: string): Key => ({
  pk: `ORG#${organization}#WRITINGS#${writer}`,
  sk: 'WRITINGS',
});
/** Written behind the facts of a partition to see the stream bring it; the only item of its partition of this kind. */
export const probeKey = (partition: string): Key => ({ pk: partition, sk: 'PROBE' });
export const seenKey = (eventId: string): Key => ({ pk: `SEEN#${eventId}`, sk: 'SEEN' });
