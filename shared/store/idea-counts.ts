/**
 * The counts of an idea: its tallies and its number of supports, as the stream has counted them,
 * and the votes and supports themselves. These are side by side in the idea's partition, apart from
 * its comments; the counts are beside other ideas' in rounds.
 */
import * as z from 'zod/mini';
import { CHOICES } from '../domain/idea/ballot.ts';
import type { Tally } from '../domain/idea/decision.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import type { IdeaCounts } from '../domain/numbers/drift.ts';
import type { Table } from './client.ts';
import { supportsItem, tallyItem } from './counted-items.ts';
import { ideaPartition, SUPPORT_PREFIX, supportCountKey, tallyKey } from './keys.ts';
import { getAll, queryAll } from './query.ts';
import { roundId, voteItem } from './schema.ts';
import { SCHEMA_VERSION } from './stored-item.ts';
import { supportItem } from './supports.ts';

const supportIn = supportItem.part({});
const voteIn = voteItem.part({ round: roundId, choice: z.enum(CHOICES) });
const roundIn = tallyItem.part({ pk: z.string() });

const NOTHING: Tally = { approve: 0, oppose: 0, abstain: 0 };

/** What is needed to find an idea's counts. */
export type CountedIdea = Pick<Idea, 'organization' | 'id' | 'submittedAt' | 'agendaRound'>;

/**
 * Reads consistently: the fresh counts of the facts, the running ones of all rounds with votes on
 * it or with it on the agenda, and how many changes the stream has counted into these.
 */
export async function ideaCounts(
  table: Table,
  idea: CountedIdea,
): Promise<{ readonly facts: IdeaCounts; readonly running: IdeaCounts; readonly changes: number }> {
  const facts = await countedFacts(table, idea);
  const { organization, id, agendaRound } = idea;
  const rounds = new Set([...facts.tallies.keys(), agendaRound]);
  const tallyKeys = new Map([...rounds].map(round => [tallyKey(organization, id, round), round]));
  const tallies = new Map<RoundId, Tally>();
  let [supports, changes] = [0, 0];
  for (const raw of await getAll(table, [supportCountKey(idea), ...tallyKeys.keys()])) {
    if (raw.type === supportsItem.type) {
      const counted = supportsItem.read(raw);
      supports = counted.supports;
      changes += counted.changes;
      continue;
    }
    const { changes: counted, ...tally } = tallyItem.read(raw);
    changes += counted;
    const { pk } = roundIn(raw);
    for (const [key, round] of tallyKeys) if (key.pk === pk) tallies.set(round, tally);
  }
  return { facts, running: { tallies, supports }, changes };
}

async function countedFacts(table: Table, { organization, id }: CountedIdea): Promise<IdeaCounts> {
  const tallies = new Map<RoundId, Tally>();
  let supports = 0;
  const items = queryAll(table, {
    // From the supports on: comments, which come before them, are not read.
    KeyConditionExpression: 'pk = :pk AND sk >= :first',
    ExpressionAttributeValues: { ':pk': ideaPartition(organization, id), ':first': SUPPORT_PREFIX },
    ProjectionExpression: '#type, #schemaVersion, #round, #choice',
    ExpressionAttributeNames: Object.fromEntries(
      ['type', SCHEMA_VERSION, 'round', 'choice'].map(attribute => [`#${attribute}`, attribute]),
    ),
    ConsistentRead: true,
  });
  for await (const raw of items) {
    if (raw.type === supportItem.type) {
      supportIn(raw);
      supports += 1;
    } else if (raw.type === voteItem.type) {
      const { round, choice } = voteIn(raw);
      const known = tallies.get(round) ?? NOTHING;
      tallies.set(round, { ...known, [choice]: known[choice] + 1 });
    }
  }
  return { tallies, supports };
}
