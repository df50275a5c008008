/** The result of a file, or its preview: the function's answer, which the command prints. */
import * as z from 'zod/mini';
import {
  instant,
  localDate,
  memberId,
  organizationId,
  roundId,
  zoneId,
} from '../../shared/contract/fields.ts';
import { MEMBER_ACTS } from '../../shared/domain/organization/membership.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const person = z.object({ id: memberId, subject: z.string() });

export const foundingReport = z.discriminatedUnion('outcome', [
  /** Nothing was done: the file breaks rules. */
  z.object({
    outcome: z.literal('invalid'),
    errors: z.array(z.object({ field: z.string(), rule: z.string(), words })),
  }),
  z.object({
    outcome: z.literal('founded'),
    preview: z.boolean(),
    organization: organizationId,
    administrators: z.array(person),
    rounds: z.array(z.object({ round: roundId, day: localDate, opensAt: instant })),
    /** Its district, if its zone had none of this name. */
    newDistricts: z.array(z.string()),
  }),
  /** It was founded before with this content. Its administrators' later changes are kept. */
  z.object({ outcome: z.literal('already-founded'), organization: organizationId, at: instant }),
  /** Nothing was done: the organization exists and was founded with other content. */
  z.object({
    outcome: z.literal('founded-otherwise'),
    organization: organizationId,
    differences: z.array(
      z.object({
        field: z.string(),
        before: z.exactOptional(z.unknown()),
        after: z.exactOptional(z.unknown()),
      }),
    ),
  }),
  z.object({
    outcome: z.literal('appointed'),
    preview: z.boolean(),
    zone: zoneId,
    acts: z.array(z.object({ act: z.enum(['dismiss', 'change', 'appoint']), member: memberId })),
    unchanged: z.number(),
    /** The officers' districts that no organization of the zone names. */
    newDistricts: z.array(z.string()),
  }),
  z.object({
    outcome: z.literal('administrator'),
    preview: z.boolean(),
    organization: organizationId,
    member: memberId,
    act: z.enum([...MEMBER_ACTS, 'none']),
  }),
  /** What became of each account of the file, in its order. */
  z.object({
    outcome: z.literal('accounts'),
    preview: z.boolean(),
    rows: z.array(
      z.object({
        member: memberId,
        act: z.enum(['filled', 'unchanged', 'refused']),
        /** Why it was refused. */
        words: z.exactOptional(words),
      }),
    ),
  }),
]);

export type FoundingReport = z.output<typeof foundingReport>;
