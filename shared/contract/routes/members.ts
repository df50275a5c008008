/**
 * The organization's members: the list, changes one by one, and the list as a file, in and out; all
 * for administrators.
 */
import * as z from 'zod/mini';
import { ROLES } from '../../domain/organization/organization.ts';
import { department, givenMemberId, memberId, organizationId, rowNumber } from '../fields.ts';
import { MEMBER_COLUMNS } from '../file-columns.ts';
import type { Access, Route } from '../route.ts';
import {
  erasure,
  MOST_MEMBER_ROWS,
  member,
  memberImport,
  newMember,
  newMemberFacts,
} from '../schemas/member.ts';
import { listOf } from '../schemas/paging.ts';
import { noBody, none, ofOrganization, page } from './parts.ts';

const administrators = { who: 'members', roles: ['administrator'] } as const satisfies Access;
const ofMember = z.strictObject({ organization: organizationId, member: givenMemberId });
const membershipRefused = [
  'unknown-department',
  'last-administrator',
  'committee-full',
  'is-contact',
  'subject-taken',
] as const;

export const listMembers = {
  id: 'listMembers',
  method: 'GET',
  path: '/organizations/{organization}/members',
  summary: 'The members by number, those who have left included; a page with a filter may be short',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: z.strictObject({
    department: z.exactOptional(department),
    role: z.exactOptional(z.enum(ROLES)),
    active: z.exactOptional(z.enum(['true', 'false'])),
    cursor: z.exactOptional(memberId),
    ...page,
  }),
  body: noBody,
  success: { status: 200, reply: listOf(member, memberId) },
  refusals: ['not-found'],
} as const satisfies Route;

export const addMember = {
  id: 'addMember',
  method: 'POST',
  path: '/organizations/{organization}/members',
  summary: 'Add a member; the same again changes nothing',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newMember },
  success: { status: 201, reply: member },
  refusals: [
    'not-found',
    'ambiguous-number',
    'member-exists',
    'member-erased',
    ...membershipRefused,
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const importMembers = {
  id: 'importMembers',
  method: 'POST',
  path: '/organizations/{organization}/members/import',
  summary:
    'Add and change members by a file, a row a member, each answered on its own; with preview=true nothing is written. A long file goes on where next says. The same file again changes nothing',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: z.strictObject({
    preview: z.exactOptional(z.enum(['true', 'false'])),
    from: z.exactOptional(rowNumber),
  }),
  body: {
    type: 'text/csv',
    schema: z.instanceof(Uint8Array),
    description: `UTF-8 (with or without BOM); as application/octet-stream also UTF-16 and GB18030. At most 256 KB and ${MOST_MEMBER_ROWS} rows. Columns: ${Object.keys(MEMBER_COLUMNS).join(', ')}; all but the first may be left out. An empty cell leaves a member as they are; of a new one the account is the number, the role 职工, and 在册 是`,
  },
  success: { status: 200, reply: memberImport },
  refusals: ['not-found', 'changed-meanwhile'],
} as const satisfies Route;

export const exportMembers = {
  id: 'exportMembers',
  method: 'GET',
  path: '/organizations/{organization}/members.csv',
  summary: 'All members by number, as a CSV file in parts; it can be imported again',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: z.strictObject({ cursor: z.exactOptional(memberId) }),
  body: noBody,
  success: { status: 200, type: 'text/csv', reply: z.string() },
  refusals: ['not-found'],
} as const satisfies Route;

export const getMember = {
  id: 'getMember',
  method: 'GET',
  path: '/organizations/{organization}/members/{member}',
  summary: 'One member',
  audience: 'administrator',
  access: administrators,
  parameters: ofMember,
  query: none,
  body: noBody,
  success: { status: 200, reply: member },
  refusals: ['not-found', 'ambiguous-number'],
} as const satisfies Route;

export const putMember = {
  id: 'putMember',
  method: 'PUT',
  path: '/organizations/{organization}/members/{member}',
  summary: "Change a member's name, account, roles, department and team",
  audience: 'administrator',
  access: administrators,
  parameters: ofMember,
  query: none,
  body: { type: 'application/json', schema: newMemberFacts },
  precondition: 'optional',
  success: { status: 200, reply: member },
  refusals: [
    'not-found',
    'ambiguous-number',
    'version-mismatch',
    'member-erased',
    ...membershipRefused,
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const deactivateMember = {
  id: 'deactivateMember',
  method: 'POST',
  path: '/organizations/{organization}/members/{member}/deactivation',
  summary: 'Let a member go: they stay on the list for what they did, and may do nothing more',
  audience: 'administrator',
  access: administrators,
  parameters: ofMember,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: member },
  refusals: [
    'not-found',
    'ambiguous-number',
    'version-mismatch',
    'member-erased',
    ...membershipRefused,
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const reactivateMember = {
  id: 'reactivateMember',
  method: 'POST',
  path: '/organizations/{organization}/members/{member}/reactivation',
  summary: 'Take a member back, with the account, roles and department they had',
  audience: 'administrator',
  access: administrators,
  parameters: ofMember,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: member },
  refusals: [
    'not-found',
    'ambiguous-number',
    'version-mismatch',
    'member-erased',
    ...membershipRefused,
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const eraseMember = {
  id: 'eraseMember',
  method: 'POST',
  path: '/organizations/{organization}/members/{member}/erase',
  summary:
    "Erase a member's personal data for good: name, team, account and roles, in the trail too. What they did stays under their number, which nobody gets again. The same again continues an interrupted erasure",
  audience: 'administrator',
  access: administrators,
  parameters: ofMember,
  query: none,
  body: { type: 'application/json', schema: erasure },
  precondition: 'required',
  success: { status: 200, reply: member },
  refusals: [
    'not-found',
    'ambiguous-number',
    'version-mismatch',
    'own-erasure',
    'matters-open',
    'is-contact',
    'last-administrator',
    'changed-meanwhile',
  ],
} as const satisfies Route;
