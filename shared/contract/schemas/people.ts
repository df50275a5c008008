/** The directory, and the people beside a reply that has members' numbers. */
import * as z from 'zod/mini';
import { department, memberId, personName, team } from '../fields.ts';

const personFacts = { name: z.optional(personName), department, team: z.optional(team) };

export const directory = z
  .object({ members: z.array(z.object({ id: memberId, ...personFacts })) })
  .register(z.globalRegistry, {
    id: 'Directory',
    description: 'The active members, by number',
  });

const person = z
  .object({
    ...personFacts,
    left: z.optional(z.literal(true)).register(z.globalRegistry, {
      description: 'They have left the organization, and are not in the directory',
    }),
    erased: z.optional(z.literal(true)).register(z.globalRegistry, {
      description: 'Their personal data was erased: they have no name any more',
    }),
  })
  .register(z.globalRegistry, { id: 'Person' });

export const people = z.record(memberId, person).register(z.globalRegistry, {
  id: 'People',
  description: 'The members whose numbers are in the answer, by number',
});
