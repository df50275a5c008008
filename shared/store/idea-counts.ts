/**
 * The counts of an idea: its tallies and its numbers of supports and comments, as the stream has
 * counted them, and the votes, supports and comments themselves. These are side by side in the
 * idea's partition; the counts are beside other ideas' in rounds.
 */
import * as z from 'zod/mini';
import { CHOICES } from '../domain/idea/ballot.ts';
import type { Tally } from '../domain/idea/decision.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { IdeaCounts } from '../domain/numbers/drift.ts';
import type { Table } from './client.ts';
import { commentItem } from './comments.ts';
import { supportsItem, tallyItem } from './counted-items.ts';
import { COMMENT_PREFIX, ideaPartition, supportCountKey, tallyKey } from './keys.ts';
import { getAll, queryAll } from './query.ts';
import { roundId, voteItem } from './schema.ts';
import { SCHEMA_VERSION } from './stored-item.ts';
import { supportItem } from './supports.ts';

const supportIn = supportItem.part({});
const commentIn = commentItem.part({ trace: z.array(z.object({ act: z.string() })) });
const voteIn = voteItem.part({ round: roundId, choice: z.enum(CHOICES) });
const roundIn = tallyItem.part({ pk: z.string() });

const NOTHING: Tally = { approve: 0, oppose: 0, abstain: 0 };

/** What is needed to find an idea's counts. */
export interface CountedIdea extends Pick<Idea, 'organization' | 'id' | 'agendaRound'> {
  /** Before any correction: the key of its count of support. */
  readonly firstSubmittedAt: Instant;
}

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
  let [supports, comments, changes] = [0, 0, 0];
  for (const raw of await getAll(table, [supportCountKey(idea), ...tallyKeys.keys()])) {
    if (raw.type === supportsItem.type) {
      const counted = supportsItem.read(raw);
      ({ supports, comments } = counted);
      changes += counted.changes;
      continue;
    }
    const { changes: counted, ...tally } = tallyItem.read(raw);
    changes += counted;
    const { pk } = roundIn(raw);
    for (const [key, round] of tallyKeys) if (key.pk === pk) tallies.set(round, tally);
  }
  return { facts, running: { tallies, supports, comments }, changes };
}

async function countedFacts(table: Table, { organization, id }: CountedIdea): Promise<IdeaCounts> {
  const tallies = new Map<RoundId, Tally>();
  let [supports, comments] = [0, 0];
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk >= :first',
    ExpressionAttributeValues: { ':pk': ideaPartition(organization, id), ':first': COMMENT_PREFIX },
    ProjectionExpression: '#type, #schemaVersion, #round, #choice, #trace',
    ExpressionAttributeNames: Object.fromEntries(
      ['type', SCHEMA_VERSION, 'round', 'choice', 'trace'].map(attribute => [
        `#${attribute}`,
        attribute,
      ]),
    ),
    ConsistentRead: true,
  });
  for await (const raw of items) {
    if (raw.type === supportItem.type) {
      supportIn(raw);
      supports += 1;
    } else if (raw.type === commentItem.type) {
      if (commentIn(raw).trace.at(-1)?.act !== 'hide') comments += 1;
    } else if (raw.type === voteItem.type) {
      const { round, choice } = voteIn(raw);
      const known = tallies.get(round) ?? NOTHING;
      tallies.set(round, { ...known, [choice]: known[choice] + 1 });
    }
  }
  return { tallies, supports, comments };
}
