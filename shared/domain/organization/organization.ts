/**
 * An organization (单位) and its people: its rules of deliberation, and its members' roles. Roles
 * are read from this member list and from nowhere else.
 */
import type {
  Category,
  Department,
  MemberId,
  OrganizationId,
  PersonName,
  Subject,
  Team,
  ZoneId,
} from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Calendar } from './calendar.ts';
import type { Limits } from './limits.ts';
import type { RewardBand } from './reward-bands.ts';

/**
 * Roles within an organization. Everybody on the list is an employee; the others are additional.
 */
export const ROLES = [
  'employee',
  'secretary',
  'committee',
  'chair',
  'manager',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles over a zone's organizations. They give access to numbers, never to an idea or a person. */
export const ZONE_ROLES = ['zone-manager', 'grid-officer'] as const;
export type ZoneRole = (typeof ZONE_ROLES)[number];

/**
 * An exact fraction. Two thirds have no exact binary form, and a quorum must not depend on the last
 * bit.
 */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The largest numerator and denominator of a share. */
export const MOST_SHARE_PART = 1000;

export interface BallotRules {
  /** `secret`: the votes of members are never shown. */
  readonly ballot: 'open' | 'secret';
  /** Votes cast must reach this share of the eligible. */
  readonly quorumShare: Share;
  /** Approvals must exceed this share of approvals and oppositions. */
  readonly threshold: Share;
}

export interface Targets {
  /** Ideas a round. */
  readonly ideas: number;
  /** Adopted ÷ submitted. */
  readonly adoptionRate: Share;
}

/** The member who looks after a department's ideas. */
export interface Contact {
  readonly department: Department;
  readonly member: MemberId;
}

export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly zone?: ZoneId;
  readonly district?: string;
  readonly calendar: Calendar;
  readonly rules: BallotRules;
  readonly targets: Targets;
  readonly limits: Limits;
  /** The days in which an author may appeal, from the publication of a decision on. */
  readonly appealDays: number;
  /** The days that an owner usually has, from the assignment on. */
  readonly dueDays: number;
  readonly rewardBands: readonly RewardBand[];
  /** Whether bulletins can be read without signing in. */
  readonly publicBulletin: boolean;
  /** Whether employees see the author's department in place of the authors until the decision. */
  readonly blindScreening: boolean;
  readonly departments: readonly Department[];
  readonly categories: readonly Category[];
  /** The contacts of departments, at most one each; absent if none was ever named. */
  readonly contacts?: readonly Contact[];
  /** Departments and categories no longer offered. Ideas and members with these names keep them. */
  readonly retired: {
    readonly departments: readonly Department[];
    readonly categories: readonly Category[];
  };
  /** Counts the changes; the expected version of every conditional write. */
  readonly version: number;
}

export interface Member {
  readonly organization: OrganizationId;
  readonly id: MemberId;
  readonly subject: Subject;
  readonly roles: readonly Role[];
  /** Personal data: stored here and nowhere else, and looked up by the number wherever it shows. */
  readonly name?: PersonName;
  readonly department: Department;
  readonly team?: Team;
  /** A former member stays on the list because of their acts, and no longer counts. */
  readonly active: boolean;
  /** Counts the changes; the expected version of every conditional write. */
  readonly version: number;
}

/**
 * A former member whose personal data was erased for good (已注销成员). The number stays, so that
 * what they did stays in order and nobody else ever gets it.
 */
export interface ErasedMember
  extends Pick<Member, 'organization' | 'id' | 'department' | 'version'> {
  readonly active: false;
  readonly erasedAt: Instant;
  /** The end of the erasure: from then on the audit trail has none of their data either. */
  readonly redactedAt?: Instant;
}

/** Everybody with a number: present and former members, and erased ones. */
export type ListedMember = Member | ErasedMember;

export interface ZoneMember {
  readonly zone: ZoneId;
  readonly id: MemberId;
  readonly subject: Subject;
  readonly roles: readonly ZoneRole[];
  /** Stored here alone, and shown to nobody but themselves. */
  readonly name?: PersonName;
  /** The districts of a grid officer; a zone manager has all. */
  readonly districts: readonly string[];
  /** Lies with each of a zone's people, who are declared as one list. */
  readonly zoneName?: string;
}

export const DEFAULT_RULES: BallotRules = {
  ballot: 'open',
  quorumShare: { numerator: 2, denominator: 3 },
  threshold: { numerator: 1, denominator: 2 },
};

export const DEFAULT_APPEAL_DAYS = 15;
export const MOST_APPEAL_DAYS = 90;

export const DEFAULT_DUE_DAYS = 30;
export const MOST_DUE_DAYS = 365;

/** How many ideas a round may be expected to have. */
export const TARGET_IDEAS = { min: 0, max: 100_000 } as const;

export const DEFAULT_TARGETS: Targets = {
  ideas: 60,
  adoptionRate: { numerator: 3, denominator: 10 },
};

/**
 * The largest committee. A decision is stored together with a condition on each elector's vote, and
 * a transaction has room for this number.
 */
export const MOST_ELECTORS = 98;

export const MOST_DEPARTMENTS = 200;
export const MOST_CATEGORIES = 50;

export function isErased(member: ListedMember): member is ErasedMember {
  return 'erasedAt' in member;
}

/** Whether an active member has one of the roles. */
export function hasRole(member: ListedMember, roles: readonly Role[]): boolean {
  return member.active && roles.some(role => role === 'employee' || member.roles.includes(role));
}

/** Whether a member is on the voting committee. The chair is too. */
export function sitsOnCommittee(member: ListedMember): boolean {
  return hasRole(member, ['committee', 'chair']);
}
