/**
 * Employee numbers as people write them. `ht0132`, `ＨＴ０１３２` and `HT0132` are one person; a number is kept as the list has it, and new
 * ones are listed in capitals. Two members whom only the case of a letter tells apart, from before that was so, stay two: who means
 * one of them is asked which.
 */
import { isMemberId, type MemberId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tidyLine } from '../kernel/text.ts';
import type { Member } from './organization.ts';

/** The number of two members whom only the case of a letter tells apart. */
export type AmbiguousNumber = {
  readonly code: 'ambiguous-number';
  readonly field: 'id' | 'authorId' | 'owner';
  readonly members: readonly MemberId[];
};

/** The number a text names, in the case it was written in; undefined if it is none. */
export function readNumber(text: string): MemberId | undefined {
  const number = tidyLine(text.normalize('NFKC'));
  return isMemberId(number) ? number : undefined;
}

/** A number as it is listed when it is new. */
export function newNumber(number: MemberId): MemberId {
  return cased(number, 'toUpperCase');
}

export function isSameNumber(one: MemberId, other: MemberId): boolean {
  return newNumber(one) === newNumber(other);
}

/** The spellings of a number under which a member is most likely listed. */
export function likelyNumbers(number: MemberId): MemberId[] {
  return [...new Set([number, newNumber(number), cased(number, 'toLowerCase')])];
}

/** The one member who is meant by what stands in a field; undefined if there is none. */
export function theOneMeant(
  candidates: readonly Member[],
  field: 'id' | 'authorId' | 'owner',
): Result<Member | undefined, AmbiguousNumber> {
  return candidates.length > 1
    ? err({ code: 'ambiguous-number', field, members: candidates.map(({ id }) => id) })
    : ok(candidates[0]);
}

/**
 * Numbers as a list has them: exactly so, or the only one that differs in case alone; of nobody who is there, as it is listed when
 * new.
 */
export function listedNumbers(
  list: readonly Member[],
): (number: MemberId) => Result<MemberId, AmbiguousNumber> {
  const byNumber = new Map<MemberId, Member[]>();
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
