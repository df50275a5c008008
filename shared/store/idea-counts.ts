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
import { CHANGES, supportsItem, tallyItem } from './counted-items.ts';
import { ideaPartition } from './keys.ts';
import { queryAll } from './reading.ts';
import { roundId, voteItem } from './schema.ts';
import { SCHEMA_VERSION } from './stored-item.ts';
import { supportItem } from './supports.ts';

const kindIn = z.object({ type: z.enum(['support', 'supports', 'tally', 'vote']) });
const supportIn = supportItem.part({});
const voteIn = voteItem.part({ round: roundId, choice: z.enum(CHOICES) });
/** The round of a tally stands in its key: `TALLY#2026-10`. */
const tallyKeyIn = tallyItem.part({ sk: z.string() });

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
    ProjectionExpression:
      'sk, #type, #schemaVersion, #round, #choice, #supports, #approve, #oppose, #abstain, #changes',
    ExpressionAttributeNames: Object.fromEntries(
      ['type', SCHEMA_VERSION, 'round', 'choice', 'supports', CHANGES, ...CHOICES].map(attribute => [
        `#${attribute}`,
        attribute,
      ]),
    ),
    ConsistentRead: true,
  });
  for await (const raw of items) {
    switch (kindIn.parse(raw).type) {
      case 'support':
        supportIn(raw);
        backers += 1;
        break;
      case 'supports': {
        const counted = supportsItem.read(raw);
        supports = counted.supports;
        changes += counted.changes;
        break;
      }
      case 'vote': {
        const { round, choice } = voteIn(raw);
        const known = votes.get(round) ?? NOTHING;
        votes.set(round, { ...known, [choice]: known[choice] + 1 });
        break;
      }
      case 'tally': {
        const { changes: counted, ...tally } = tallyItem.read(raw);
        changes += counted;
        tallies.set(roundId.parse(tallyKeyIn(raw).sk.slice('TALLY#'.length)), tally);
        break;
      }
    }
  }
  return { facts: { tallies: votes, supports: backers }, running: { tallies, supports }, changes };
}
