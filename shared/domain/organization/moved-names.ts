/**
 * Names that a list moves from one member to another. A list whose rows were sorted in one column
 * only, or shifted by a row, credits each person with another's deeds. Two people of one name are
 * nothing strange.
 */
import type { MemberId, PersonName } from '../kernel/ids.ts';
import type { Step } from './member-import.ts';
import { isErased, type ListedMember } from './organization.ts';

/**
 * The members who get a name that another member had before and has no longer after all steps, each
 * with that other member.
 */
export function movedNames(
  before: readonly ListedMember[],
  steps: readonly Step[],
): Map<MemberId, MemberId> {
  const was = new Map(
    before.flatMap(member => (isErased(member) ? [] : [[member.id, member.name] as const])),
  );
  const is = new Map([...was, ...steps.map(({ after }) => [after.id, after.name] as const)]);
  const lost = new Map<PersonName, MemberId>();
  for (const [id, name] of was) if (name !== undefined && is.get(id) !== name) lost.set(name, id);
  const moved = new Map<MemberId, MemberId>();
  for (const [id, name] of is) {
    const from = name !== undefined && name !== was.get(id) ? lost.get(name) : undefined;
    if (from !== undefined) moved.set(id, from);
  }
  return moved;
}
