/** A member in the form: the values of its fields, and the resulting request. */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type { addMember, getMember, putMember } from '../../../shared/contract/routes/members.ts';
import {
  type Department,
  isDepartment,
  isPersonName,
  isSubject,
  isTeam,
  type Subject,
} from '../../../shared/domain/kernel/ids.ts';
import { shows, tidyLine, tidyName } from '../../../shared/domain/kernel/text.ts';
import { readNumber } from '../../../shared/domain/organization/employee-number.ts';
import { ROLES, type Role } from '../../../shared/domain/organization/organization.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import type { MembersWords } from './words.ts';

export type ListedMember = ReplyOf<typeof getMember>;
type Facts = RequestOf<typeof putMember>['body'];
type NewMember = RequestOf<typeof addMember>['body'];

export interface MemberFields extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly subject: string;
  readonly department: string;
  readonly team: string;
  /** All roles except employee, in their order. */
  readonly roles: string;
}

export interface NewMemberFields extends MemberFields {
  readonly id: string;
}

/** The roles that a member may lack; all are employees. */
export const OTHER_ROLES = ROLES.filter(role => role !== 'employee');

export const NOBODY: NewMemberFields = {
  id: '',
  name: '',
  subject: '',
  department: '',
  team: '',
  roles: '',
};

export function fieldsOf({ name, subject, department, team, roles }: ListedMember): MemberFields {
  return {
    name: name ?? '',
    subject: subject ?? '',
    department,
    team: team ?? '',
    roles: rolesText(roles),
  };
}

export function rolesIn(text: string): Role[] {
  const named = text.split(' ');
  return OTHER_ROLES.filter(role => named.includes(role));
}

/** The roles with one added or removed. */
export function withRole(text: string, role: Role, has: boolean): string {
  const others = rolesIn(text).filter(one => one !== role);
  return rolesText(has ? [...others, role] : others);
}

/**
 * Either the request for an existing member, or the errors by field. An emptied name or team is
 * removed.
 */
export function checkMember(fields: MemberFields, words: MembersWords): ValidationResult<Facts> {
  const subject = accountIn(fields.subject);
  const { called, department, errors } = checkCommon(fields, words);
  if (called !== undefined && subject !== undefined && department !== undefined)
    return { ok: true, body: { ...called, subject, department, roles: rolesSent(fields) } };
  const blank = tidyLine(fields.subject) === '';
  return {
    ok: false,
    errors: errorsIn({
      ...errors,
      subject: subject === undefined ? (blank ? words.missing : words.notAnAccount) : undefined,
    }),
  };
}

/**
 * Either the request for a new member, or the errors by field. Name, account and team are optional.
 */
export function checkNewMember(
  fields: NewMemberFields,
  words: MembersWords,
): ValidationResult<NewMember> {
  const id = readNumber(fields.id);
  const subject = accountIn(fields.subject);
  const { called, department, errors } = checkCommon(fields, words);
  const noAccount = subject === undefined && tidyLine(fields.subject) !== '';
  if (id !== undefined && called !== undefined && department !== undefined && !noAccount) {
    const { name, team } = called;
    return {
      ok: true,
      body: {
        id,
        ...(name !== null && { name }),
        ...(subject !== undefined && { subject }),
        department,
        ...(team !== null && { team }),
        roles: rolesSent(fields),
      },
    };
  }
  return {
    ok: false,
    errors: errorsIn({
      ...errors,
      id:
        id === undefined ? (fields.id.trim() === '' ? words.missing : words.notANumber) : undefined,
      subject: noAccount ? words.notAnAccount : undefined,
    }),
  };
}

/** The name, team and department in the fields, null for an empty one; or the errors. */
function checkCommon(fields: MemberFields, words: MembersWords) {
  const [name, team] = [tidyName(fields.name), tidyLine(fields.team)];
  const department = departmentIn(fields);
  const [noName, noTeam] = [name !== '' && !isPersonName(name), team !== '' && !isTeam(team)];
  return {
    called:
      noName || noTeam
        ? undefined
        : { name: isPersonName(name) ? name : null, team: isTeam(team) ? team : null },
    department,
    errors: {
      name: noName ? words.notAName : undefined,
      team: noTeam ? words.notAName : undefined,
      department: department === undefined ? words.missingChoice : undefined,
    },
  };
}

/** The confirmation when administrators change themselves; nothing if they keep their access. */
export function questionToOneself(
  before: Pick<ListedMember, 'subject' | 'roles'>,
  after: Pick<Facts, 'subject' | 'roles'>,
  words: MembersWords,
): string | undefined {
  if (!after.roles.includes('administrator') && before.roles.includes('administrator'))
    return words.confirmOwnRole;
  return after.subject === before.subject ? undefined : words.confirmOwnAccount(after.subject);
}

function accountIn(text: string): Subject | undefined {
  const account = tidyLine(text);
  return isSubject(account) && shows(account) && !/\p{Cc}/u.test(account) ? account : undefined;
}

function departmentIn({ department }: MemberFields): Department | undefined {
  return isDepartment(department) ? department : undefined;
}

function rolesSent({ roles }: MemberFields): Role[] {
  const others = rolesIn(roles);
  return others.length > 0 ? others : ['employee'];
}

function rolesText(roles: readonly Role[]): string {
  return OTHER_ROLES.filter(role => roles.includes(role)).join(' ');
}
