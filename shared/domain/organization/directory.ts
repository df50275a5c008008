/**
 * The directory (通讯录): what members of an organization see of each other beside the number. Names
 * are looked up here when an answer is read, and are stored nowhere else.
 */
import type { Department, MemberId, PersonName, Team } from '../kernel/ids.ts';
import { isErased, type ListedMember } from './organization.ts';

export interface Person {
  readonly name?: PersonName;
  readonly department: Department;
  readonly team?: Team;
  /** Set if they have left: they appear beside what they did, and are in no directory. */
  readonly left?: true;
  /** Set if their personal data was erased: they have no name any more (已注销成员). */
  readonly erased?: true;
}

/** The source of people, by their numbers. */
export type PeopleOf = (ids: readonly MemberId[]) => Promise<ReadonlyMap<MemberId, Person>>;

/** What others see of a member. */
export function personOf(member: ListedMember): Person {
  if (isErased(member)) return { department: member.department, erased: true };
  const { name, department, team, active } = member;
  return {
    ...(name !== undefined && { name }),
    department,
    ...(team !== undefined && { team }),
    ...(!active && { left: true }),
  };
}
