/** A list of names (departments, categories) in its editor: added, removed and moved names. */
import { shows, tidyLine } from '../../../shared/domain/kernel/text.ts';

export interface NamesFields extends Readonly<Record<string, string>> {
  /** One name a line, in the order on the pages. */
  readonly names: string;
  /** A new name that is not in the list yet. */
  readonly typed: string;
}

export function namesFields(names: readonly string[], typed = ''): NamesFields {
  return { names: names.join('\n'), typed };
}

export function namesIn({ names }: Pick<NamesFields, 'names'>): string[] {
  return names === '' ? [] : names.split('\n');
}

/** The obstacle to one more name; nothing if it can be added. */
export type NameFault = 'missing' | 'malformed' | 'there' | 'too-many';

export function faultOfName(
  text: string,
  names: readonly string[],
  { is, most }: { readonly is: (name: string) => boolean; readonly most: number },
): NameFault | undefined {
  const name = tidyLine(text);
  if (!shows(name)) return 'missing';
  if (!is(name)) return 'malformed';
  if (names.includes(name)) return 'there';
  return names.length >= most ? 'too-many' : undefined;
}

export function withName(names: readonly string[], text: string): string[] {
  return [...names, tidyLine(text)];
}

export function withoutName(names: readonly string[], name: string): string[] {
  return names.filter(one => one !== name);
}

/** The names with one of them moved up. */
export function raised(names: readonly string[], name: string): string[] {
  const at = names.indexOf(name);
  const above = names[at - 1];
  if (above === undefined) return [...names];
  return names.with(at - 1, name).with(at, above);
}

/** The names that a save would add, and those that it would retire. */
export function differenceOf(
  before: readonly string[],
  after: readonly string[],
): { readonly added: string[]; readonly retired: string[] } {
  return {
    added: after.filter(name => !before.includes(name)),
    retired: before.filter(name => !after.includes(name)),
  };
}
