/**
 * How ideas stand for one reader: their support and running tally, and the reader's own backing and vote. Lists show it beside
 * each idea; it is a moment behind, good enough to show and never to decide by.
 */
import * as z from 'zod/mini';
import { CHOICES, type Choice } from '../domain/ballot.ts';
import type { Tally } from '../domain/decision.ts';
import type { Idea } from '../domain/idea.ts';
import type { IdeaId, MemberId } from '../domain/ids.ts';
import type { Table } from './client.ts';
import { supportCountKey, supportKey, tallyKey, voteKey } from './keys.ts';
import { getAll } from './reading.ts';
import { ideaId } from './schema.ts';
import type { Seats } from './seats.ts';

export interface Standing {
  readonly supports: number;
  readonly supported: boolean;
  readonly myVote?: Choice;
  readonly myComment?: string;
  readonly tally: Tally;
}

const NONE: Standing = { supports: 0, supported: false, tally: { approve: 0, oppose: 0, abstain: 0 } };

const zero = z._default(z.number(), 0);
const supportsItem = z.object({ type: z.literal('supports'), ideaId, supports: zero });
const standingItem = z.discriminatedUnion('type', [
  supportsItem,
  z.object({ type: z.literal('tally'), ideaId, approve: zero, oppose: zero, abstain: zero }),
  z.object({ type: z.literal('support'), ideaId }),
  z.object({
    type: z.literal('vote'),
    ideaId,
    choice: z.enum(CHOICES),
    comment: z.exactOptional(z.string()),
  }),
]);

export function standingRepository(table: Table) {
  return {
    /**
     * Reads four small items an idea, a hundred at once; the answer tells each idea's standing by its id. The reader's vote is
     * looked for where the `seats` of the ideas' ballots are given.
     */
    async of(ideas: readonly Idea[], reader: MemberId, seats?: Seats): Promise<(idea: IdeaId) => Standing> {
      const found = new Map<IdeaId, Standing>();
      const keys = ideas.flatMap(({ organization, id, agendaRound }) => [
        supportCountKey(organization, id),
        tallyKey(organization, id, agendaRound),
        supportKey(organization, id, reader),
        ...(seats ? [voteKey(organization, id, agendaRound, seats.of(id, reader))] : []),
      ]);
      for (const raw of await getAll(table, keys, false)) {
        const item = standingItem.parse(raw);
        const known = found.get(item.ideaId) ?? NONE;
        found.set(item.ideaId, { ...known, ...part(item) });
      }
      return idea => found.get(idea) ?? NONE;
    },

    /** How many back each of the ideas; the order of an agenda asks for no more. */
    async supports(ideas: readonly Pick<Idea, 'organization' | 'id'>[]): Promise<(idea: IdeaId) => number> {
      const keys = ideas.map(({ organization, id }) => supportCountKey(organization, id));
      const items = (await getAll(table, keys, false)).map(item => supportsItem.parse(item));
      const counts = new Map(items.map(item => [item.ideaId, item.supports]));
      return idea => counts.get(idea) ?? 0;
    },
  };
}

function part(item: z.output<typeof standingItem>): Partial<Standing> {
  switch (item.type) {
    case 'supports':
      return { supports: item.supports };
    case 'tally':
      return { tally: { approve: item.approve, oppose: item.oppose, abstain: item.abstain } };
    case 'support':
      return { supported: true };
    case 'vote':
      return { myVote: item.choice, ...(item.comment !== undefined && { myComment: item.comment }) };
  }
}
