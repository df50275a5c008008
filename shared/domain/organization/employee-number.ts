/**
 * Employee numbers as people write them. `ht0132`, `ＨＴ０１３２` and `HT0132` are one person. A
 * number keeps its listed spelling; new ones are listed in capitals. Two earlier members whose
 * numbers differ in case alone stay two, and an ambiguous spelling is refused with both.
 */
import { isMemberId, type MemberId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tidyLine } from '../kernel/text.ts';
import type { Member } from './organization.ts';

/** The text matches the numbers of two members, which differ in case alone. */
export type AmbiguousNumber = {
  readonly code: 'ambiguous-number';
  readonly field: 'id' | 'authorId' | 'coAuthorIds' | 'owner' | 'member' | 'adviser';
  readonly members: readonly MemberId[];
};

/** The number that a text names, in its own case; undefined if it is not one. */
export function readNumber(text: string): MemberId | undefined {
  const number = tidyLine(text.normalize('NFKC'));
  return isMemberId(number) ? number : undefined;
}

/**
 * The numbers that a text lists, separated by commas, semicolons or spaces of any kind; undefined
 * if a part is not one.
 */
export function readNumbers(text: string): MemberId[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter(part => part !== '');
  const numbers = parts.flatMap(part => readNumber(part) ?? []);
  return numbers.length === parts.length ? numbers : undefined;
}

/** The listed form of a new number. */
export function newNumber(number: MemberId): MemberId {
  return cased(number, 'toUpperCase');
}

export function isSameNumber(one: MemberId, other: MemberId): boolean {
  return newNumber(one) === newNumber(other);
}

/** The most likely listed spellings of a number. */
export function likelyNumbers(number: MemberId): MemberId[] {
  return [...new Set([number, newNumber(number), cased(number, 'toLowerCase')])];
}

/** The one member that a field's text names; undefined if there is none. */
export function theOneMeant<One extends Pick<Member, 'id'>>(
  candidates: readonly One[],
  field: AmbiguousNumber['field'],
): Result<One | undefined, AmbiguousNumber> {
  return candidates.length > 1
    ? err({ code: 'ambiguous-number', field, members: candidates.map(({ id }) => id) })
    : ok(candidates[0]);
}

/**
 * The listed spelling of a number: the identical one, or the only one that differs in case alone.
 * An unknown number gets the form of new ones.
 */
export function listedNumbers(
  list: readonly Pick<Member, 'id'>[],
): (number: MemberId) => Result<MemberId, AmbiguousNumber> {
  const byNumber = new Map<MemberId, Pick<Member, 'id'>[]>();
  for (const member of list) {
    const number = newNumber(member.id);
    byNumber.set(number, [...(byNumber.get(number) ?? []), member]);
  }
  return number => {
    const alike = byNumber.get(newNumber(number)) ?? [];
    if (alike.some(({ id }) => id === number)) return ok(number);
    const meant = theOneMeant(alike, 'id');
    return meant.ok ? ok(meant.value?.id ?? newNumber(number)) : meant;
  };
}

function cased(number: MemberId, change: 'toUpperCase' | 'toLowerCase'): MemberId {
  const changed = number[change]();
  if (!isMemberId(changed)) throw new RangeError(`no employee number: ${changed}`);
  return changed;
}
