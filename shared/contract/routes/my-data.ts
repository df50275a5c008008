/** A member's own data. */
import * as z from 'zod/mini';
import type { Route } from '../route.ts';
import { dataCursor, myData } from '../schemas/my-data.ts';
import { anyMember, noBody, ofOrganization } from './parts.ts';

export const exportMyData = {
  id: 'exportMyData',
  method: 'GET',
  path: '/organizations/{organization}/me/data',
  summary:
    'All that is kept about me: my entry on the list and its changes, ideas, acts, comments, supports, open votes, work and rewards; in parts, a round or a part of one each',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: z.strictObject({ cursor: z.exactOptional(dataCursor) }),
  body: noBody,
  success: { status: 200, reply: myData },
  refusals: ['not-found'],
} as const satisfies Route;
