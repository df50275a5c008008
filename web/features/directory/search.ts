/**
 * Finds members in the directory by what people type: a name or a part of it, a number, a team or
 * department, or, in letters, the pinyin of a name or its initials (`wjg` finds 王建国). The
 * dictionary of pinyin is large, so it is loaded only when somebody types letters.
 */
import type * as z from 'zod/mini';
import type { directory } from '../../../shared/contract/schemas/people.ts';

export type ListedMember = z.output<typeof directory>['members'][number];

/** A name's readings, in letters: the whole pinyin of each character. A surname has its own. */
export type Spell = (name: string) => readonly string[];

const LETTERS = /^[a-z]+$/;

/** Whether the pinyin of names is needed to search for a text. */
export function needsPinyin(query: string): boolean {
  return LETTERS.test(folded(query));
}

/**
 * The members who match, the best first: whole names and numbers, then beginnings, then parts;
 * equals by number. Without `spell`, letters match numbers only.
 */
export function searchMembers(
  members: readonly ListedMember[],
  query: string,
  { most, spell }: { readonly most: number; readonly spell?: Spell | undefined },
): ListedMember[] {
  const asked = folded(query);
  if (asked === '') return [];
  const letters = needsPinyin(query) ? spell : undefined;
  return members
    .map(member => ({ member, rank: rankOf(member, asked, letters) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ member }) => member);
}

const NO_MATCH = 10;

/** How well a member matches; 0 is best. */
function rankOf(
  { id, name, department, team }: ListedMember,
  asked: string,
  spell: Spell | undefined,
): number {
  const [number, called] = [folded(id), folded(name ?? '')];
  if (number === asked || called === asked) return 0;
  if (called.startsWith(asked)) return 1;
  const syllables = spell && name !== undefined ? spell(name) : [];
  const initials = syllables.map(([initial = '']) => initial).join('');
  if (initials === asked) return 2;
  if (initials.startsWith(asked)) return 3;
  if (syllables.join('').startsWith(asked)) return 4;
  if (called.includes(asked)) return 5;
  if (number.includes(asked)) return 6;
  if (team !== undefined && folded(team).includes(asked)) return 7;
  if (folded(`${department}${team ?? ''}`).includes(asked)) return 8;
  return NO_MATCH;
}

/**
 * The members whom a text names exactly: by number in any case, or by their whole name. Two people
 * may have one name.
 */
export function membersNamed(members: readonly ListedMember[], text: string): ListedMember[] {
  const asked = folded(text);
  if (asked === '') return [];
  const named = members.filter(({ id }) => id === tidied(text));
  if (named.length > 0) return named;
  return members.filter(({ id, name }) => folded(id) === asked || folded(name ?? '') === asked);
}

/** The names that more than one member has. */
export function sharedNames(members: readonly ListedMember[]): ReadonlySet<string> {
  const [once, more] = [new Set<string>(), new Set<string>()];
  for (const { name } of members) if (name !== undefined) (once.has(name) ? more : once).add(name);
  return more;
}

function tidied(text: string): string {
  return text.normalize('NFKC').trim();
}

/** One form for all widths, cases and blanks. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
