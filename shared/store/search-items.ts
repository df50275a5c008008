/**
 * The items of what is searched. The texts of a round are in some segments, each a compressed list
 * of entries, so that reading all of an organization's texts is a few queries. A round has a
 * version, which changes after each change of its segments: who keeps texts reads a round again
 * when its version is another.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod/mini';
import { IDEA_STATUSES, type IdeaStatus } from '../domain/idea/lifecycle.ts';
import type { Category, Department, IdeaId } from '../domain/kernel/ids.ts';
import type { SearchedTexts } from '../domain/search/matching.ts';
import { category, department, ideaId } from './schema.ts';
import { storedItem } from './stored-item.ts';

/** What is known of an idea to find it: nothing of who wrote it. The texts are folded. */
export interface SearchEntry extends SearchedTexts {
  readonly id: IdeaId;
  readonly status: IdeaStatus;
  readonly category: Category;
  readonly department: Department | undefined;
}

interface Segment {
  /** Changes with each write. */
  readonly version: string;
  /** The entries, as `packed` makes them. */
  readonly entries: Uint8Array<ArrayBuffer>;
}

export const searchSegmentItem = storedItem<Segment>()({
  type: 'search-segment',
  beside: {},
  shape: () => z.strictObject({ version: z.string(), entries: z.instanceof(Uint8Array) }),
});

export const searchVersionItem = storedItem<{ readonly version: string }>()({
  type: 'search-version',
  beside: {},
  shape: () => z.strictObject({ version: z.string() }),
});

const status = z.enum(IDEA_STATUSES);
const text = z.string();
const rows = z.array(z.tuple([ideaId, status, category, z.nullable(department), text, text, text]));

/** Fast, and small enough: texts of a dozen ideas become a third. */
const QUALITY = 5;

/** Entries as bytes: a compressed list of rows. */
export function packed(entries: readonly SearchEntry[]): Uint8Array<ArrayBuffer> {
  const list = entries.map(({ id, status, category, department = null, ...texts }) => [
    id,
    status,
    category,
    department,
    texts.title,
    texts.problem,
    texts.proposal,
  ]);
  return brotliCompressSync(JSON.stringify(list), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}

/** The entries in bytes. Throws if they are none. */
export function unpacked(bytes: Uint8Array): SearchEntry[] {
  const list = rows.parse(JSON.parse(brotliDecompressSync(bytes).toString()));
  return list.map(([id, status, category, department, title, problem, proposal]) => ({
    id,
    status,
    category,
    department: department ?? undefined,
    title,
    problem,
    proposal,
  }));
}
