/**
 * The ids of organizations, zones, members, rounds and ideas. Each is a branded string with one
 * predicate for its form; the API's schemas and the store share that predicate.
 */
import type { Branded } from './brand.ts';
import type { Instant } from './instant.ts';
import { fits, shows, type TextLimits } from './text.ts';

/** A firm or body: lower-case letters, digits and hyphens, e.g. `huatai`. */
export type OrganizationId = Branded<string, 'OrganizationId'>;
/** The group whose roll-up adds organizations up, e.g. `xuanhua`. */
export type ZoneId = Branded<string, 'ZoneId'>;
/** A person within one organization or zone: the employee number (工号), e.g. `HT0132`. */
export type MemberId = Branded<string, 'MemberId'>;
/** A person as the identity provider knows them: the token's `sub`. */
export type Subject = Branded<string, 'Subject'>;
/** A round (期), named by the month of its deliberation day, e.g. `2026-10`. */
export type RoundId = Branded<string, 'RoundId'>;
/**
 * An idea: its round and 26 characters of Crockford's base 32, so that the id alone finds the item.
 */
export type IdeaId = Branded<string, 'IdeaId'>;
/**
 * A comment on an idea: its time and 16 more characters, so that the ids of one idea's comments
 * sort by time.
 */
export type CommentId = Branded<string, 'CommentId'>;
/**
 * A photo: 26 characters of Crockford's base 32 that nobody can guess. They reveal neither the time
 * nor the person.
 */
export type PhotoId = Branded<string, 'PhotoId'>;
/**
 * The name of a voter in an idea's ballot: under the open rule the voter's number, under the secret
 * rule a pseudonym (`shared/store/voter-pseudonyms.ts`).
 */
export type VoterPseudonym = Branded<string, 'Seat'>;
/** A department's name as the organization writes it, e.g. `铸造车间`. */
export type Department = Branded<string, 'Department'>;
/** A person's name (姓名), e.g. `王建国`. Many people may have the same. */
export type PersonName = Branded<string, 'PersonName'>;
/** A team's name (班组) within a department, e.g. `一班`. */
export type Team = Branded<string, 'Team'>;
/** A category's name as the organization writes it, e.g. `安全`. */
export type Category = Branded<string, 'Category'>;

export const ORGANIZATION_ID = /^[a-z][a-z0-9-]{1,30}$/;
export const MEMBER_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
export const ROUND_ID = /^20\d{2}-(0[1-9]|1[0-2])$/;
export const IDEA_ID = /^20\d{2}-(0[1-9]|1[0-2])-[0-9a-hjkmnp-tv-z]{26}$/;
export const COMMENT_ID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
export const PHOTO_ID = /^[0-9a-hjkmnp-tv-z]{26}$/;
const LABEL = /^[^\p{Cc}\p{Cs}#]{1,40}$/u;
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** Names of people and teams, counted in graphemes. */
export const NAME: TextLimits = { min: 1, max: 30 };

export const isOrganizationId = (text: string): text is OrganizationId =>
  ORGANIZATION_ID.test(text);
export const isZoneId = (text: string): text is ZoneId => ORGANIZATION_ID.test(text);
export const isMemberId = (text: string): text is MemberId => MEMBER_ID.test(text);
export const isSubject = (text: string): text is Subject => text.length > 0 && text.length <= 255;
export const isRoundId = (text: string): text is RoundId => ROUND_ID.test(text);
export const isIdeaId = (text: string): text is IdeaId => IDEA_ID.test(text);
export const isCommentId = (text: string): text is CommentId => COMMENT_ID.test(text);
export const isPhotoId = (text: string): text is PhotoId => PHOTO_ID.test(text);
export const isVoterPseudonym = (text: string): text is VoterPseudonym => MEMBER_ID.test(text);
export const isDepartment = (text: string): text is Department => LABEL.test(text);
export const isPersonName = (text: string): text is PersonName => isName(text);
export const isTeam = (text: string): text is Team => isName(text);
export const isCategory = (text: string): text is Category => LABEL.test(text);

function isName(text: string): boolean {
  return fits(text, NAME) && !CONTROL.test(text) && shows(text);
}

/**
 * Crockford's alphabet has no i, l, o or u, so an id can be read out over a telephone. Its order is
 * that of the characters.
 */
export const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** The round of a year and a month (1–12). Throws `RangeError` outside 2000–2099. */
export function roundIdOf(year: number, month: number): RoundId {
  const text = `${year}-${String(month).padStart(2, '0')}`;
  if (!isRoundId(text)) throw new RangeError(`no round: ${text}`);
  return text;
}

/** The round `months` after the given one; before it, if negative. */
export function roundAfter(round: RoundId, months = 1): RoundId {
  const ordinal = ordinalOf(round) + months;
  return roundIdOf(Math.floor(ordinal / 12), (ordinal % 12) + 1);
}

/** The number of rounds from `first` to `last`; negative if `last` comes earlier. */
export function roundsApart(first: RoundId, last: RoundId): number {
  return ordinalOf(last) - ordinalOf(first);
}

/** The rounds from `first` to `last`, both included; none if `last` comes earlier. */
export function roundsFrom(first: RoundId, last: RoundId): RoundId[] {
  const rounds: RoundId[] = [];
  for (let round = first; round <= last; round = roundAfter(round)) rounds.push(round);
  return rounds;
}

/** Months since the year 0. */
function ordinalOf(round: RoundId): number {
  return Number(round.slice(0, 4)) * 12 + Number(round.slice(5, 7)) - 1;
}

/** The round of an idea's submission, from its id. */
export function roundOfIdea(idea: IdeaId): RoundId {
  const round = idea.slice(0, 7);
  if (!isRoundId(round)) throw new RangeError(`no idea id: ${idea}`);
  return round;
}

/** The voter pseudonym with the given name. Throws `RangeError` if the name is malformed. */
export function voterPseudonymOf(name: string): VoterPseudonym {
  if (!isVoterPseudonym(name)) throw new RangeError(`no voter pseudonym: ${name}`);
  return name;
}

/**
 * Makes an idea's id from its round and 26 base-32 characters. Throws `RangeError` for any others.
 */
export function ideaIdOf(round: RoundId, key: string): IdeaId {
  const id = `${round}-${key}`;
  if (!isIdeaId(id)) throw new RangeError(`no idea id: ${id}`);
  return id;
}

/** Makes a photo's id from 26 base-32 characters. Throws `RangeError` for any others. */
export function photoIdOf(key: string): PhotoId {
  if (!isPhotoId(key)) throw new RangeError(`no photo id: ${key}`);
  return key;
}

/**
 * The characters of a comment's id with its time; 50 bits of milliseconds last as long as the
 * calendar.
 */
const TIME_LENGTH = 10;

/**
 * Makes a comment's id from its time and 16 base-32 characters. Throws `RangeError` for any others.
 */
export function commentIdOf(writtenAt: Instant, key: string): CommentId {
  let millis = Date.parse(writtenAt);
  let time = '';
  for (let at = 0; at < TIME_LENGTH; at += 1) {
    time = BASE_32.charAt(millis % 32) + time;
    millis = Math.floor(millis / 32);
  }
  const id = `${time}${key}`;
  if (!isCommentId(id)) throw new RangeError(`no comment id: ${id}`);
  return id;
}
