/**
 * Names, times and dates for tests, checked where they are written; each function throws for a
 * malformed one.
 */
import {
  type IdeaId,
  ideaIdOf,
  isCategory,
  isDepartment,
  isIdeaId,
  isMemberId,
  isOrganizationId,
  isPersonName,
  isRoundId,
  isSubject,
  isTeam,
  isZoneId,
  type RoundId,
} from '../../shared/domain/kernel/ids.ts';
import {
  type Instant,
  isInstant,
  isLocalDate,
  parseInstant,
} from '../../shared/domain/kernel/instant.ts';

const wellFormed =
  <Name extends string>(is: (text: string) => text is Name) =>
  (text: string): Name => {
    if (!is(text)) throw new Error(`not well-formed: ${text}`);
    return text;
  };

export const organization = wellFormed(isOrganizationId);
export const zone = wellFormed(isZoneId);
export const member = wellFormed(isMemberId);
export const subject = wellFormed(isSubject);
export const name = wellFormed(isPersonName);
export const team = wellFormed(isTeam);
export const round = wellFormed(isRoundId);
export const idea = wellFormed(isIdeaId);
export const category = wellFormed(isCategory);
export const department = wellFormed(isDepartment);
/** An instant in UTC, as it is stored. */
export const instant = wellFormed(isInstant);
export const date = wellFormed(isLocalDate);

export const HUATAI = organization('huatai');
export const OCTOBER = round('2026-10');

/** The id of a round's idea, by a number that a test gives it. */
export const ideaId = (number: number, of: RoundId = OCTOBER): IdeaId =>
  ideaIdOf(of, String(number).padStart(26, '0'));

/** An instant written with any offset. */
export function time(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** A local time in Shanghai: `2026-10-15 09:00`. */
export const shanghai = (local: string): Instant => time(`${local.replace(' ', 'T')}+08:00`);
