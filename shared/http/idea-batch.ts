/**
 * The same act on many ideas at once. Each is judged and stored on its own, so a refused one affects
 * no other. If the time of a request is over or the table has no capacity, the rest is reported as
 * not done; the same request sent again continues, and answers what was done as before.
 */
import type * as z from 'zod/mini';
import type { outcomes } from '../contract/schemas/batch.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { IdeaId, MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import { err, type Result } from '../domain/kernel/result.ts';
import { eachConcurrently } from '../store/concurrency.ts';
import type { IdeaRepository } from '../store/ideas.ts';
import { type Answer, answer } from './endpoint.ts';
import type { Language } from './language.ts';
import { isPassing } from './passing.ts';
import { problemOf } from './problem.ts';
import type { AnyRefusal, InvalidRequest } from './refusal.ts';

/** An idea of a request, with what the act needs for it. */
export interface BatchItem {
  readonly idea: IdeaId;
  readonly version?: number;
}

type Outcome = z.input<typeof outcomes>['ideas'][number];

interface Batch<Item extends BatchItem> {
  readonly items: readonly Item[];
  readonly organization: OrganizationId;
  readonly member: MemberId;
  readonly language: Language;
  readonly ideas: Pick<IdeaRepository, 'seenBy'>;
}

/** The number of ideas that are stored concurrently. */
const AT_ONCE = 8;
/**
 * After this time no more are begun: the gateway gives up after 30 seconds, and those under way may
 * need several tries.
 */
const BEGIN_WITHIN_MS = 15_000;

/** Does an act on each idea of a request, once. */
export async function ideaBatch<Item extends BatchItem>(
  { items, organization, member, language, ideas }: Batch<Item>,
  act: (idea: Idea, item: Item) => Result<Idea, AnyRefusal>,
): Promise<Answer<z.input<typeof outcomes>, InvalidRequest>> {
  const asked = onceEach(items);
  if (!asked) return err(ASKED_TWICE);
  const found = new Map<IdeaId, Outcome>();
  const begun = performance.now();
  let busy = false;
  await eachConcurrently(asked.values(), AT_ONCE, async item => {
    const { idea: id, version } = item;
    if (busy || performance.now() - begun > BEGIN_WITHIN_MS) return;
    try {
      const done = await ideas
        .seenBy(member)
        .act(organization, id, version, idea => act(idea, item));
      found.set(
        id,
        done.ok
          ? { idea: id, outcome: 'done', version: done.value.version }
          : { idea: id, outcome: 'refused', problem: problemOf(done.refusal, language) },
      );
    } catch (error) {
      if (!isPassing(error)) throw error;
      busy = true;
    }
  });
  const waiting = problemOf({ code: 'busy' }, language);
  return answer({
    ideas: [...asked.keys()].map(
      idea => found.get(idea) ?? { idea, outcome: 'not-done', problem: waiting },
    ),
  });
}

/** An idea that a request names by its id, or with the version that was read. */
export function itemOf(chosen: IdeaId | BatchItem): BatchItem {
  return typeof chosen === 'string' ? { idea: chosen } : chosen;
}

/** The items by their ideas; undefined if one idea is asked for twice in different ways. */
function onceEach<Item extends BatchItem>(
  items: readonly Item[],
): ReadonlyMap<IdeaId, Item> | undefined {
  const found = new Map<IdeaId, Item>();
  for (const item of items) {
    const before = found.get(item.idea);
    if (before && JSON.stringify(before) !== JSON.stringify(item)) return undefined;
    found.set(item.idea, item);
  }
  return found;
}

const ASKED_TWICE: InvalidRequest = {
  code: 'invalid-request',
  errors: [
    {
      field: 'ideas',
      rule: 'unique',
      words: {
        zh: '同一条金点子不能有两种不同的内容',
        en: 'One idea cannot be in the list twice with different contents',
      },
    },
  ],
};
