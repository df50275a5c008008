/**
 * What is searched, compared with the ideas. It is written from the ideas and not added to, so a
 * repair can do no harm and needs no request: whatever differs is written again. It counts as an error
 * if it still differs after the time that the stream needs.
 */
import { createHash } from 'node:crypto';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { searchIndex } from '../../shared/store/search-index.ts';
import type { SearchEntry } from '../../shared/store/search-items.ts';
import { entryOf, searchWriter } from '../../shared/store/search-writer.ts';

/** Digests of what should be searched, by idea; undefined for an idea that nobody may find. */
export type SearchedTexts = Map<IdeaId, string | undefined>;

/** How often a difference is looked at before it is an error; the stream needs a second or two. */
const LOOKS = 10;

/** What should be searched of an idea, as a digest: a round may have thousands. */
export function searchedTextOf(idea: Idea): string | undefined {
  const entry = entryOf(idea);
  return entry && digestOf(entry);
}

export function searchedTexts(table: Table, wait: () => Promise<void>) {
  const index = searchIndex(table);
  const ideas = ideaRepository(table);
  const writer = searchWriter(table);

  /** The ideas that are searched otherwise than they are. */
  async function differing(
    organization: OrganizationId,
    round: RoundId,
    texts: SearchedTexts,
  ): Promise<IdeaId[]> {
    const entries = await index.entriesOf(organization, round);
    const found = new Map(entries.map(entry => [entry.id, digestOf(entry)]));
    return [...new Set([...texts.keys(), ...found.keys()])].filter(
      id => texts.get(id) !== found.get(id),
    );
  }

  async function textsNow(
    organization: OrganizationId,
    ids: readonly IdeaId[],
  ): Promise<SearchedTexts> {
    const now = await ideas.getMany(organization, ids, { consistent: true });
    return new Map(now.map(idea => [idea.id, searchedTextOf(idea)]));
  }

  return {
    /** The rounds of which nothing was ever written, such as those of before there was a search. */
    async missing(organization: OrganizationId, rounds: readonly RoundId[]): Promise<RoundId[]> {
      const versions = await index.versionsOf(organization, true);
      return rounds.filter(round => !versions.has(round));
    },

    /** Writes all ideas of a round, and returns their number. */
    async writeAll(organization: OrganizationId, round: RoundId): Promise<number> {
      const ids: IdeaId[] = [];
      for await (const { id } of ideas.wholeRound(organization, round)) ids.push(id);
      await writer.write(organization, round, ids);
      return ids.length;
    },

    /**
     * Compares a round's `texts`, as its ideas were read, and writes what differs for good. Returns
     * the number of wrong ideas.
     */
    async mend(
      organization: OrganizationId,
      round: RoundId,
      texts: SearchedTexts,
    ): Promise<number> {
      let wrong = await differing(organization, round, texts);
      for (let look = 1; look < LOOKS && wrong.length > 0; look += 1) {
        await wait();
        const now = await textsNow(organization, wrong);
        const still = new Set(await differing(organization, round, now));
        wrong = wrong.filter(id => still.has(id));
      }
      if (wrong.length > 0) await writer.write(organization, round, wrong);
      return wrong.length;
    },
  };
}

function digestOf({ id, status, category, department, ...texts }: SearchEntry): string {
  const parts = [id, status, category, department, texts.title, texts.problem, texts.proposal];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64').slice(0, 22);
}
