/**
 * The reconciled ledgers. Each has its facts in one partition, and running numbers that must agree
 * with them: a round's numbers, an organization's headcounts, or an idea's tallies and support.
 */
import { firstFacts, type Idea, openForSupport } from '../../shared/domain/idea/idea.ts';
import { neededPhotos } from '../../shared/domain/idea/photo.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import {
  differences,
  type Ledger,
  ledgerOf,
  ledgerOfFacts,
  ledgerOfHeads,
  ledgerOfIdea,
} from '../../shared/domain/numbers/drift.ts';
import {
  addDeltas,
  type Delta,
  fold,
  headcountOf,
} from '../../shared/domain/numbers/statistics.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import type { Table } from '../../shared/store/client.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import { type CountedIdea, ideaCounts } from '../../shared/store/idea-counts.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import {
  headcountKey,
  ideaPartition,
  organizationPartition,
  roundPartition,
  statisticsKey,
} from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { type SearchedTexts, searchedTextOf } from './searched-texts.ts';
import type { NeededPhotos } from './stored-photos.ts';

export interface ReconciledLedger {
  /** The partition of its facts. */
  readonly partition: string;
  /** The present counts of its facts. */
  facts(): Promise<Ledger>;
  /** Its present running numbers. */
  running(): Promise<Ledger>;
  /** The present number of changes counted into its numbers. */
  changes(): Promise<number>;
}

/**
 * The number of ideas folded at once, so that a round of any size needs the memory of only a few.
 */
const FOLDED_AT_ONCE = 500;

export function ledgersOf(table: Table) {
  const ideas = ideaRepository(table);
  const members = memberRepository(table);
  const statistics = statisticsRepository(table);
  const corrections = correctionRepository(table);

  return {
    headcounts(organization: OrganizationId): ReconciledLedger {
      return {
        partition: organizationPartition(organization),
        async facts() {
          const people: Pick<Member, 'department' | 'active'>[] = [];
          for await (const { department, active } of members.all(organization))
            people.push({ department, active });
          return ledgerOfHeads(headcountOf(people));
        },
        running: async () => ledgerOfHeads(await statistics.headcount(organization, true)),
        changes: () => corrections.changes('headcount', headcountKey(organization)),
      };
    },

    /**
     * A round's numbers. The `ideas` found with its facts are ledgers of their own. They are the
     * open ones, because only there votes and supports change, or all of them. The `texts` are what
     * should be searched of all ideas, and `photos` are what all ideas need.
     */
    round(
      organization: OrganizationId,
      round: RoundId,
      which: 'open' | 'all',
    ): ReconciledLedger & {
      readonly ideas: ReadonlyMap<IdeaId, CountedIdea>;
      readonly texts: SearchedTexts;
      readonly photos: NeededPhotos;
    } {
      const found = new Map<IdeaId, CountedIdea>();
      const texts: SearchedTexts = new Map();
      const photos: NeededPhotos = new Map();
      return {
        ideas: found,
        texts,
        photos,
        partition: roundPartition(organization, round),
        facts: async () =>
          ledgerOfFacts(
            round,
            await foldAll(ideas.wholeRound(organization, round), idea => {
              texts.set(idea.id, searchedTextOf(idea));
              photos.set(idea.id, neededPhotos(idea));
              if (which === 'open' && !openForSupport(idea)) return;
              const { organization, id, agendaRound } = idea;
              const { submittedAt: firstSubmittedAt } = firstFacts(idea);
              found.set(id, { organization, id, firstSubmittedAt, agendaRound });
            }),
          ),
        running: async () =>
          ledgerOf(
            round,
            await statistics.ofRound(organization, round, true),
            await corrections.authorships(organization, round),
          ),
        changes: () =>
          corrections.changes(
            'statistics',
            statisticsKey(organization, round, { by: 'organization' }),
          ),
      };
    },

    /** An idea's tallies and support. One read shows whether they `seemRight`; mostly they do. */
    idea(idea: CountedIdea): ReconciledLedger & { seemRight(): Promise<boolean> } {
      const counted = { id: idea.id, submittedAt: idea.firstSubmittedAt };
      return {
        partition: ideaPartition(idea.organization, idea.id),
        facts: async () => ledgerOfIdea(counted, (await ideaCounts(table, idea)).facts),
        running: async () => ledgerOfIdea(counted, (await ideaCounts(table, idea)).running),
        changes: async () => (await ideaCounts(table, idea)).changes,
        async seemRight() {
          const { facts, running } = await ideaCounts(table, idea);
          return (
            differences(ledgerOfIdea(counted, facts), ledgerOfIdea(counted, running)).size === 0
          );
        },
      };
    },
  };
}

async function foldAll(ideas: AsyncIterable<Idea>, each: (idea: Idea) => void): Promise<Delta> {
  let sum: Delta = new Map();
  let waiting: Idea[] = [];
  for await (const idea of ideas) {
    each(idea);
    waiting.push(idea);
    if (waiting.length < FOLDED_AT_ONCE) continue;
    sum = addDeltas([sum, fold(waiting)]);
    waiting = [];
  }
  return addDeltas([sum, fold(waiting)]);
}
