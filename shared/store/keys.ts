/**
 * The keys of every kind of item. The tenant stands in each partition key, so no read can stray into another organization.
 */
import type { IdeaId, MemberId, OrganizationId, RoundId, ZoneId } from '../domain/ids.ts';
import { roundOfIdea } from '../domain/ids.ts';

export interface Key extends Record<string, string> {
  readonly pk: string;
  readonly sk: string;
}

export const MEMBER_PREFIX = 'MEMBER#';
export const ROUND_PREFIX = 'ROUND#';
export const IDEA_PREFIX = 'IDEA#';
export const HEADCOUNT_PREFIX = 'HEADCOUNT#';

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
export const zoneMemberKey = (zone: ZoneId, member: MemberId): Key => ({
  pk: `ZONE#${zone}`,
  sk: `${MEMBER_PREFIX}${member}`,
});
export const roundKey = (organization: OrganizationId, round: RoundId): Key => ({
  pk: organizationPartition(organization),
  sk: `${ROUND_PREFIX}${round}`,
});
export const ideaKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: roundPartition(organization, roundOfIdea(idea)),
  sk: `${IDEA_PREFIX}${idea}`,
});
export const voteKey = (
  organization: OrganizationId,
  idea: IdeaId,
  round: RoundId,
  voter: MemberId,
): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `${votePrefix(round)}${voter}`,
});
export const supportKey = (organization: OrganizationId, idea: IdeaId, member: MemberId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `SUPPORT#${member}`,
});
export const tallyKey = (organization: OrganizationId, idea: IdeaId, round: RoundId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: `TALLY#${round}`,
});
export const supportCountKey = (organization: OrganizationId, idea: IdeaId): Key => ({
  pk: ideaPartition(organization, idea),
  sk: 'SUPPORTS',
});
export const seenKey = (eventId: string): Key => ({ pk: `SEEN#${eventId}`, sk: 'SEEN' });
