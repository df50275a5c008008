/**
 * How ideas stand for one reader: their support and running tally, and the reader's own backing and vote. Lists show it beside
 * each idea; it is a moment behind, good enough to show and never to decide by.
 */
import * as z from 'zod/mini';
import type { Choice } from '../domain/ballot.ts';
import type { Tally } from '../domain/decision.ts';
import type { Idea } from '../domain/idea.ts';
import type { IdeaId, MemberId } from '../domain/ids.ts';
import type { Table } from './client.ts';
import { supportsItem, tallyItem } from './counted-items.ts';
import { supportCountKey, supportKey, tallyKey, voteKey } from './keys.ts';
import { getAll, type Item } from './reading.ts';
import { ideaId, voteItem } from './schema.ts';
import type { Seats } from './seats.ts';
import { supportItem } from './supports.ts';

export interface Standing {
  readonly supports: number;
  readonly supported: boolean;
  readonly myVote?: Choice;
  readonly myComment?: string;
  readonly tally: Tally;
}

const NONE: Standing = { supports: 0, supported: false, tally: { approve: 0, oppose: 0, abstain: 0 } };

const standingOf = z.object({ type: z.enum(['supports', 'tally', 'support', 'vote']), ideaId });

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
        const { type, ideaId } = standingOf.parse(raw);
        found.set(ideaId, { ...(found.get(ideaId) ?? NONE), ...part(type, raw) });
      }
      return idea => found.get(idea) ?? NONE;
    },

    /** How many back each of the ideas; the order of an agenda asks for no more. */
    async supports(ideas: readonly Pick<Idea, 'organization' | 'id'>[]): Promise<(idea: IdeaId) => number> {
      const keys = ideas.map(({ organization, id }) => supportCountKey(organization, id));
      const items = await getAll(table, keys, false);
      const counts = new Map(
        items.map(item => [standingOf.parse(item).ideaId, supportsItem.read(item).supports]),
      );
      return idea => counts.get(idea) ?? 0;
    },
  };
}

function part(type: z.output<typeof standingOf>['type'], item: Item): Partial<Standing> {
  switch (type) {
    case 'supports':
      return { supports: supportsItem.read(item).supports };
    case 'tally': {
      const { approve, oppose, abstain } = tallyItem.read(item);
      return { tally: { approve, oppose, abstain } };
    }
    case 'support':
      supportItem.read(item);
      return { supported: true };
    case 'vote': {
      const { choice, comment } = voteItem.read(item);
      return { myVote: choice, ...(comment !== undefined && { myComment: comment }) };
    }
  }
}
