/**
 * The organization's members as an administrator reads and changes them, one by one or by a file.
 */
import * as z from 'zod/mini';
import { isSubject, type Subject } from '../../domain/kernel/ids.ts';
import { shows, tidyLine } from '../../domain/kernel/text.ts';
import { ROLES } from '../../domain/organization/organization.ts';
import {
  branded,
  count,
  department,
  givenMemberId,
  givenPersonName,
  givenTeam,
  instant,
  memberId,
  personName,
  team,
} from '../fields.ts';
import { MEMBER_OUTCOMES } from '../file-columns.ts';
import { nextRow } from './import.ts';
import { problem } from './problem.ts';

const ACCOUNT = {
  description:
    'The account: what the identity provider calls the person, the `sub` of their tokens',
};
const givenSubject = branded<Subject>(
  (text): text is Subject =>
    isSubject(text) && text === tidyLine(text) && shows(text) && !/\p{Cc}/u.test(text),
  'HT0132',
  ACCOUNT,
);
/** Existing accounts may break today's rule. */
const subject = branded(isSubject, 'HT0132', ACCOUNT);
const role = z.enum(ROLES);
const roles = z
  .array(role)
  .check(z.minLength(1), z.maxLength(ROLES.length))
  .register(z.globalRegistry, {
    description: 'Everybody is an employee; beside other roles it need not be said',
  });

export const newMember = z
  .strictObject({
    id: givenMemberId,
    subject: z.exactOptional(givenSubject),
    roles: z.exactOptional(roles),
    name: z.exactOptional(givenPersonName),
    department,
    team: z.exactOptional(givenTeam),
  })
  .register(z.globalRegistry, {
    id: 'NewMember',
    description: 'The account is the number, and the role employee, unless they are given',
  });

export const newMemberFacts = z
  .strictObject({
    subject: givenSubject,
    roles,
    name: z.exactOptional(z.nullable(givenPersonName)),
    department,
    team: z.exactOptional(z.nullable(givenTeam)),
  })
  .register(z.globalRegistry, {
    id: 'NewMemberFacts',
    description: 'Without a name or a team, the member keeps theirs; null removes it',
  });

export const erasure = z.strictObject({ number: givenMemberId }).register(z.globalRegistry, {
  id: 'Erasure',
  description: 'Repeats the number of the member, to confirm what cannot be undone',
});

export const member = z
  .object({
    id: memberId,
    subject: z.optional(subject),
    roles: z.array(role),
    name: z.optional(personName),
    department,
    team: z.optional(team),
    active: z.boolean().register(z.globalRegistry, { description: 'False once they have left' }),
    erased: z.optional(
      z.object({ at: instant, finished: z.boolean() }).register(z.globalRegistry, {
        description:
          'Of a member whose data was erased: when, and whether the trail is done too; if not, the request was interrupted and is to be repeated',
      }),
    ),
    version: z.int(),
  })
  .register(z.globalRegistry, { id: 'Member', description: 'An erased member has no account' });

/** The most rows of a member file; the reply to more would exceed the limit of replies. */
export const MOST_MEMBER_ROWS = 5000;

export const memberImport = z
  .object({
    preview: z.boolean(),
    added: count,
    changed: count,
    deactivated: count,
    reactivated: count,
    unchanged: count,
    rejected: count,
    notInFile: count.register(z.globalRegistry, {
      description: 'Active members whom the file does not name; they stay as they are',
    }),
    rows: z.array(
      z.object({
        row: count.register(z.globalRegistry, {
          description: 'The row of the file, the first after the header being 1',
        }),
        outcome: z.enum(MEMBER_OUTCOMES),
        member: z.optional(memberId),
        nameFrom: z.optional(memberId).register(z.globalRegistry, {
          description:
            'In a preview: the new name is one that this other member had and loses by the same file, as if names had been exchanged',
        }),
        changes: z.optional(
          z.array(
            z.object({
              column: z.string(),
              before: z.optional(z.string()),
              after: z.optional(z.string()),
            }),
          ),
        ),
        problem: z.optional(problem),
      }),
    ),
    next: nextRow,
  })
  .register(z.globalRegistry, {
    id: 'MemberImport',
    description:
      'Of a preview, what would be done; otherwise what has been done. Texts as the file has them',
  });
