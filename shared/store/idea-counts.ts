/**
 * What people have made of an idea, in numbers: its tallies and how many back it, as the stream has counted them, beside the votes and
 * supports themselves. All of it lies side by side in the idea's partition, apart from its comments.
 */
import * as z from 'zod/mini';
import { CHOICES } from '../domain/ballot.ts';
import type { Tally } from '../domain/decision.ts';
import type { IdeaCounts } from '../domain/drift.ts';
import type { IdeaId, OrganizationId, RoundId } from '../domain/ids.ts';
import type { Table } from './client.ts';
import { ideaPartition } from './keys.ts';
import { CHANGES } from './projections.ts';
import { queryAll } from './reading.ts';
import { roundId } from './schema.ts';

const zero = z._default(z.number(), 0);
const changed = { [CHANGES]: zero };
/** The round of a tally stands in its key: `TALLY#2026-10`. */
const countedItem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('support') }),
  z.object({ type: z.literal('supports'), supports: zero, ...changed }),
  z.object({
    type: z.literal('tally'),
    sk: z.string(),
    ...{ approve: zero, oppose: zero, abstain: zero },
    ...changed,
  }),
  z.object({ type: z.literal('vote'), round: roundId, choice: z.enum(CHOICES) }),
]);

const NOTHING: Tally = { approve: 0, oppose: 0, abstain: 0 };

/**
 * Reads with one query, consistently: the counts made afresh from the facts, the running ones, and how many changes the stream has
 * counted into these.
 */
export async function ideaCounts(
  table: Table,
  organization: OrganizationId,
  idea: IdeaId,
): Promise<{ readonly facts: IdeaCounts; readonly running: IdeaCounts; readonly changes: number }> {
  const [votes, tallies] = [new Map<RoundId, Tally>(), new Map<RoundId, Tally>()];
  let [backers, supports, changes] = [0, 0, 0];
  const items = queryAll(table, {
    // From the supports on: comments, which come before them, are not read.
    KeyConditionExpression: 'pk = :pk AND sk >= :first',
    ExpressionAttributeValues: { ':pk': ideaPartition(organization, idea), ':first': 'SUPPORT' },
    ProjectionExpression: 'sk, #type, #round, #choice, #supports, #approve, #oppose, #abstain, #changes',
    ExpressionAttributeNames: Object.fromEntries(
      ['type', 'round', 'choice', 'supports', CHANGES, ...CHOICES].map(attribute => [
        `#${attribute}`,
        attribute,
      ]),
    ),
    ConsistentRead: true,
  });
  for await (const raw of items) {
    const item = countedItem.parse(raw);
    switch (item.type) {
      case 'support':
        backers += 1;
        break;
      case 'supports':
        supports = item.supports;
        changes += item.changes;
        break;
      case 'vote': {
        const known = votes.get(item.round) ?? NOTHING;
        votes.set(item.round, { ...known, [item.choice]: known[item.choice] + 1 });
        break;
      }
      case 'tally': {
        const { sk, approve, oppose, abstain } = item;
        changes += item.changes;
        tallies.set(roundId.parse(sk.slice('TALLY#'.length)), { approve, oppose, abstain });
        break;
      }
    }
  }
  return { facts: { tallies: votes, supports: backers }, running: { tallies, supports }, changes };
}
