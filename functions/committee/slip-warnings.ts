/**
 * What to look at twice before a row of slips is imported. A mistyped number is mostly another
 * member's, so the name beside it is the only thing that shows the mistake.
 */
import type * as z from 'zod/mini';
import type { importReply } from '../../shared/contract/schemas/import.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import type { SlipRow } from './slips.ts';

type Warnings = NonNullable<z.input<typeof importReply>['rows'][number]['warnings']>;

/** The doubts about a row's author; none if the member list has no name to compare with. */
export function doubtsAbout(author: Member | undefined, { name, slip }: SlipRow): Warnings {
  if (!author) return [];
  const department = slip.ok ? slip.value.department : undefined;
  return [
    ...(name !== undefined && author.name !== undefined && !isSameName(name, author.name)
      ? (['name-differs'] as const)
      : []),
    ...(department !== undefined && department !== author.department
      ? (['department-differs'] as const)
      : []),
  ];
}

/** Names as people type them: blanks within, full-width letters and case make no difference. */
function isSameName(one: string, other: string): boolean {
  return foldedName(one) === foldedName(other);
}

function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・.]/gu, '')
    .toLowerCase();
}
