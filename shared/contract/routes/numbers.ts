/** A round's numbers, live and as published. */
import * as z from 'zod/mini';
import { BREAKDOWNS, MOST_ROUNDS } from '../../domain/numbers/series.ts';
import { pageCursor, roundId } from '../fields.ts';
import type { Route } from '../route.ts';
import { bulletin as bulletinReply, verification } from '../schemas/bulletin.ts';
import { series, statistics as statisticsReply } from '../schemas/numbers.ts';
import { anyMember, atMostRounds, noBody, none, ofOrganization, ofRound } from './parts.ts';

const span = z
  .strictObject({ from: roundId, to: roundId, by: z.exactOptional(z.enum(BREAKDOWNS)) })
  .check(atMostRounds(MOST_ROUNDS));

export const getStatistics = {
  id: 'getStatistics',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/statistics',
  summary: "A round's numbers by organization, department and category",
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofRound,
  query: none,
  body: noBody,
  success: { status: 200, reply: statisticsReply },
  refusals: ['not-found'],
} as const satisfies Route;

export const getSeries = {
  id: 'getSeries',
  method: 'GET',
  path: '/organizations/{organization}/statistics',
  summary: 'The numbers of the rounds from one to another, three years of them at the most',
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofOrganization,
  query: span,
  body: noBody,
  success: { status: 200, reply: series },
  refusals: ['not-found'],
} as const satisfies Route;

export const exportSeries = {
  id: 'exportSeries',
  method: 'GET',
  path: '/organizations/{organization}/statistics.csv',
  summary:
    'The same as a CSV file: a line for each round and, if asked for, each department or category; of published rounds also as they run',
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofOrganization,
  query: span,
  body: noBody,
  success: { status: 200, type: 'text/csv', reply: z.string() },
  refusals: ['not-found'],
} as const satisfies Route;

export const getBulletin = {
  id: 'getBulletin',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/bulletin',
  summary: "The round's published result",
  audience: 'employee',
  access: anyMember,
  parameters: ofRound,
  query: z.strictObject({ cursor: z.exactOptional(pageCursor) }),
  body: noBody,
  success: { status: 200, reply: bulletinReply },
  refusals: ['not-found', 'not-yet-published'],
} as const satisfies Route;

export const getPublicBulletin = {
  id: 'getPublicBulletin',
  method: 'GET',
  path: '/public/organizations/{organization}/rounds/{round}/bulletin',
  summary: "A round's published result for everybody, where the organization says so",
  audience: 'employee',
  access: { who: 'anybody' },
  parameters: ofRound,
  query: z.strictObject({ cursor: z.exactOptional(pageCursor) }),
  body: noBody,
  success: { status: 200, reply: bulletinReply },
  refusals: ['not-found'],
} as const satisfies Route;

export const verifyBulletin = {
  id: 'verifyBulletin',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/bulletin/verification',
  summary: 'Makes a published bulletin again from the facts and says what differs',
  audience: 'manager',
  access: { who: 'members', roles: ['manager', 'administrator'] },
  parameters: ofRound,
  query: none,
  body: noBody,
  success: { status: 200, reply: verification },
  refusals: ['not-found', 'not-yet-published'],
} as const satisfies Route;
