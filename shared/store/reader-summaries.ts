/**
 * Ideas for one reader: their support and running tally, and the reader's own support and vote.
 * Lists show them beside each idea; they are a moment old, good enough to show and never to decide
 * by.
 */
import * as z from 'zod/mini';
import type { Choice } from '../domain/idea/ballot.ts';
import type { Tally } from '../domain/idea/decision.ts';
import { firstFacts, type Idea } from '../domain/idea/idea.ts';
import type { IdeaId, MemberId } from '../domain/kernel/ids.ts';
import type { Table } from './client.ts';
import { supportsItem, tallyItem } from './counted-items.ts';
import { supportCountKey, supportKey, tallyKey, voteKey } from './keys.ts';
import { getAll, getClose, type Item, queryBetween } from './query.ts';
import { ideaId, voteItem } from './schema.ts';
import { supportItem } from './supports.ts';
import { INDEXES } from './table.ts';
import type { VoterPseudonyms } from './voter-pseudonyms.ts';

/** An idea's counts of support and of comments, and whether the reader supports it. */
export interface Backing extends Counts {
  readonly supported: boolean;
}

export interface ReaderSummary extends Backing {
  readonly myVote?: Choice;
  readonly myComment?: string;
  readonly tally: Tally;
}

interface Counts {
  readonly supports: number;
  /** Those that everybody may read. */
  readonly comments: number;
}

const NO_COUNTS: Counts = { supports: 0, comments: 0 };
const NOBODY: Tally = { approve: 0, oppose: 0, abstain: 0 };

const ofIdea = z.object({ ideaId });

export function readerSummaryRepository(table: Table) {
  async function counts(
    ideas: readonly Pick<Idea, 'organization' | 'id' | 'submittedAt' | 'history'>[],
  ): Promise<(idea: IdeaId) => Counts> {
    const keys = ideas.map(idea =>
      supportCountKey({ ...idea, firstSubmittedAt: firstFacts(idea).submittedAt }),
    );
    const items = await getClose(table, keys);
    const found = new Map(
      items.map(item => {
        const { supports, comments } = supportsItem.read(item);
        // Comments of before they were counted may be hidden before an audit counts them.
        return [ideaOf(item), { supports, comments: Math.max(0, comments) }];
      }),
    );
    return idea => found.get(idea) ?? NO_COUNTS;
  }

  /**
   * The ideas that the reader supports: one by its key, many by the range of the reader's supports
   * from the first to the last.
   */
  async function backedBy(ideas: readonly Idea[], reader: MemberId): Promise<ReadonlySet<IdeaId>> {
    const [first, ...others] = ideas;
    if (!first) return new Set();
    const keysOf = (some: readonly Idea[]) =>
      some.map(({ organization, id }) => supportKey(organization, id, reader));
    if (others.length === 0) return backedIn(await getAll(table, keysOf(ideas), false));
    const { items, rest } = await queryBetween(
      table,
      {
        IndexName: INDEXES.supportsByMember.name,
        KeyConditionExpression: 'organization = :organization AND #member = :member',
        ExpressionAttributeNames: { '#member': 'member' },
        ExpressionAttributeValues: { ':organization': first.organization, ':member': reader },
      },
      'ideaId',
      ideas.map(({ id }) => id),
    );
    const missed = ideas.filter(({ id }) => rest(id));
    return backedIn([...items, ...(await getAll(table, keysOf(missed), false))]);
  }

  /** The running tally of each idea's ballot in its agenda round. */
  async function tallies(ideas: readonly Idea[]): Promise<(idea: IdeaId) => Tally> {
    const keys = ideas.map(({ organization, id, agendaRound }) =>
      tallyKey(organization, id, agendaRound),
    );
    const found = new Map(
      (await getClose(table, keys)).map(item => {
        const { approve, oppose, abstain } = tallyItem.read(item);
        return [ideaOf(item), { approve, oppose, abstain }];
      }),
    );
    return idea => found.get(idea) ?? NOBODY;
  }

  /** The reader's votes, as they are stored. */
  function votesOf(ideas: readonly Idea[], reader: MemberId, pseudonyms: VoterPseudonyms) {
    const keys = ideas.map(({ organization, id, agendaRound }) =>
      voteKey(organization, id, agendaRound, pseudonyms.of(id, reader)),
    );
    return getAll(table, keys, false);
  }

  async function backing(
    ideas: readonly Idea[],
    reader: MemberId,
  ): Promise<(idea: IdeaId) => Backing> {
    const [count, backed] = await Promise.all([counts(ideas), backedBy(ideas, reader)]);
    return idea => ({ ...count(idea), supported: backed.has(idea) });
  }

  return {
    /** The count of support of each of the ideas; the order of an agenda needs no more. */
    async supports(ideas: Parameters<typeof counts>[0]): Promise<(idea: IdeaId) => number> {
      const count = await counts(ideas);
      return idea => count(idea).supports;
    },

    /**
     * The counts of each of an organization's ideas, and those that the reader supports:
     * two queries for any page of a round.
     */
    backing,
    tallies,

    /** The ideas on which the reader has voted. */
    async votedOn(
      ideas: readonly Idea[],
      reader: MemberId,
      pseudonyms: VoterPseudonyms,
    ): Promise<ReadonlySet<IdeaId>> {
      return new Set((await votesOf(ideas, reader, pseudonyms)).map(ideaOf));
    },

    /**
     * Each idea's summary by its id. The reader's votes are read if the `pseudonyms` of the ideas'
     * ballots are given: by key, because nothing in the table may bring a voter's secret votes
     * together.
     */
    async of(
      ideas: readonly Idea[],
      reader: MemberId,
      pseudonyms?: VoterPseudonyms,
    ): Promise<(idea: IdeaId) => ReaderSummary> {
      const [backed, tallied, cast] = await Promise.all([
        backing(ideas, reader),
        tallies(ideas),
        pseudonyms ? votesOf(ideas, reader, pseudonyms) : [],
      ]);
      const votes = new Map(
        cast.map(item => {
          const { choice, comment } = voteItem.read(item);
          return [
            ideaOf(item),
            { myVote: choice, ...(comment !== undefined && { myComment: comment }) },
          ];
        }),
      );
      return idea => ({ ...backed(idea), tally: tallied(idea), ...votes.get(idea) });
    },
  };
}

function backedIn(items: readonly Item[]): ReadonlySet<IdeaId> {
  return new Set(
    items.map(item => {
      supportItem.read(item);
      return ideaOf(item);
    }),
  );
}

function ideaOf(item: Item): IdeaId {
  return ofIdea.parse(item).ideaId;
}
