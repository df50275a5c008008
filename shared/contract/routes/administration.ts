/** The organization's settings, its calendar and the trail of changes, all for administrators. */
import * as z from 'zod/mini';
import type { Access, Route } from '../route.ts';
import {
  auditCursor,
  auditEntry,
  changedLimits,
  newCalendar,
  newCategories,
  newContacts,
  newDay,
  newDepartments,
  newFollowUp,
  newProfile,
  newRewardBands,
  newRules,
  newTargets,
  roundDay,
  settings,
} from '../schemas/administration.ts';
import { listOf } from '../schemas/paging.ts';
import { noBody, none, ofOrganization, ofRound, page } from './parts.ts';

const administrators = { who: 'members', roles: ['administrator'] } as const satisfies Access;

/** The common part of all routes that change the settings. */
const changing = {
  method: 'PUT',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: none,
  precondition: 'optional',
  success: { status: 200, reply: settings, people: true },
} as const;
const alwaysRefused = ['not-found', 'version-mismatch', 'changed-meanwhile'] as const;
const dayRefused = [
  'day-has-come',
  'day-too-far-ahead',
  'day-outside-month',
  'day-out-of-order',
] as const;

export const getSettings = {
  id: 'getSettings',
  method: 'GET',
  path: '/organizations/{organization}/settings',
  summary: 'All settings, with what is retired and the rounds of the two years ahead',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: none,
  body: noBody,
  success: { status: 200, reply: settings, people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const putProfile = {
  ...changing,
  id: 'putProfile',
  path: '/organizations/{organization}/settings/profile',
  summary: 'Change the name, whether bulletins are public, and whether screening is blind',
  body: { type: 'application/json', schema: newProfile },
  refusals: alwaysRefused,
} as const satisfies Route;

export const putRules = {
  ...changing,
  id: 'putRules',
  path: '/organizations/{organization}/settings/rules',
  summary: 'Change the rules of ballots, for rounds that open from now on',
  body: { type: 'application/json', schema: newRules },
  refusals: alwaysRefused,
} as const satisfies Route;

export const putTargets = {
  ...changing,
  id: 'putTargets',
  path: '/organizations/{organization}/settings/targets',
  summary: 'Change the targets',
  body: { type: 'application/json', schema: newTargets },
  refusals: alwaysRefused,
} as const satisfies Route;

export const putLimits = {
  ...changing,
  id: 'putLimits',
  path: '/organizations/{organization}/settings/limits',
  summary: 'Change how much members may write in an hour and a round; it holds at once',
  body: { type: 'application/json', schema: changedLimits },
  refusals: alwaysRefused,
} as const satisfies Route;

export const putFollowUp = {
  ...changing,
  id: 'putFollowUp',
  path: '/organizations/{organization}/settings/follow-up',
  summary: 'Change how many days new work usually has; days that are set stay',
  body: { type: 'application/json', schema: newFollowUp },
  refusals: alwaysRefused,
} as const satisfies Route;

export const putRewardBands = {
  ...changing,
  id: 'putRewardBands',
  path: '/organizations/{organization}/settings/reward-bands',
  summary: 'Change the bands of rewards; what has been proposed or approved stays as it is',
  body: { type: 'application/json', schema: newRewardBands },
  refusals: [...alwaysRefused, 'bands-not-in-order'],
} as const satisfies Route;

export const putCalendar = {
  ...changing,
  id: 'putCalendar',
  path: '/organizations/{organization}/settings/calendar',
  summary: 'Change the rules of the calendar, from the round after the newest on',
  body: { type: 'application/json', schema: newCalendar },
  refusals: [...alwaysRefused, 'rounds-overlap'],
} as const satisfies Route;

export const putDepartments = {
  ...changing,
  id: 'putDepartments',
  path: '/organizations/{organization}/settings/departments',
  summary: 'Add departments, retire those that nobody belongs to, put them in order',
  body: { type: 'application/json', schema: newDepartments },
  refusals: [...alwaysRefused, 'department-in-use'],
} as const satisfies Route;

export const putContacts = {
  ...changing,
  id: 'putContacts',
  path: '/organizations/{organization}/settings/contacts',
  summary: 'Name the contacts of departments, all at once',
  body: { type: 'application/json', schema: newContacts },
  refusals: [...alwaysRefused, 'unknown-department', 'unknown-contact', 'ambiguous-number'],
} as const satisfies Route;

export const putCategories = {
  ...changing,
  id: 'putCategories',
  path: '/organizations/{organization}/settings/categories',
  summary: 'Add categories, retire others, put them in order',
  body: { type: 'application/json', schema: newCategories },
  refusals: alwaysRefused,
} as const satisfies Route;

export const moveRoundDay = {
  ...changing,
  id: 'moveRoundDay',
  path: '/organizations/{organization}/rounds/{round}/day',
  summary:
    'Move the deliberation day of one round, as long as it has not come; the round need not have begun',
  parameters: ofRound,
  body: { type: 'application/json', schema: newDay },
  success: { status: 200, reply: roundDay },
  refusals: [...alwaysRefused, ...dayRefused],
} as const satisfies Route;

export const restoreRoundDay = {
  ...changing,
  id: 'restoreRoundDay',
  method: 'DELETE',
  path: '/organizations/{organization}/rounds/{round}/day',
  summary: 'Move the deliberation day of one round back to where the rules put it',
  parameters: ofRound,
  body: noBody,
  success: { status: 200, reply: roundDay },
  refusals: [...alwaysRefused, ...dayRefused],
} as const satisfies Route;

export const listAudit = {
  id: 'listAudit',
  method: 'GET',
  path: '/organizations/{organization}/audit',
  summary: 'Who changed what of settings and members, newest first',
  audience: 'administrator',
  access: administrators,
  parameters: ofOrganization,
  query: z.strictObject({ cursor: z.exactOptional(auditCursor), ...page }),
  body: noBody,
  success: { status: 200, reply: listOf(auditEntry, auditCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;
