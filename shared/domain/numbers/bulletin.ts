/**
 * The bulletin (公示): a round's published result. It is folded from the ideas themselves, never
 * from running totals. It stores the number of each idea's acts, so it can be recomputed from the
 * facts at any time and compared.
 */
import { asOf } from '../idea/apply-event.ts';
import type { ReasonCode, Tally } from '../idea/decision.ts';
import { decisionOf, type Idea, reasonCodeOf, reasonOf, resultOf } from '../idea/idea.ts';
import type { IdeaStatus } from '../idea/lifecycle.ts';
import type { Category, Department, IdeaId, MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Round, RoundState } from '../round/round.ts';
import { withheldParts } from './disclosure.ts';
import { type Edition, PRESENT_EDITION, publishedNumbers } from './published-numbers.ts';
import {
  fold,
  type Headcount,
  isCounted,
  type RoundStatistics,
  statistics,
  totals,
} from './statistics.ts';

export type RoundNotDecided = {
  readonly code: 'round-not-decided';
  readonly round: RoundId;
  readonly state: RoundState;
};
export type NotYetPublished = { readonly code: 'not-yet-published'; readonly publishesAt: Instant };

/** An idea in the bulletin's list: without its author, because everybody may read a bulletin. */
export interface BulletinEntry {
  readonly id: IdeaId;
  readonly title: string;
  readonly category: Category;
  readonly department?: Department;
  readonly status: IdeaStatus;
  readonly reason?: string;
  /** The rule by which the ballot decided, if nobody wrote a reason. */
  readonly reasonCode?: ReasonCode;
  readonly reply?: string;
  readonly tally?: Tally;
  /** The number of acts in its history at publication. */
  readonly acts: number;
}

export interface Bulletin {
  readonly round: RoundId;
  readonly publishedAt: Instant;
  /** The numbers that it was published with. */
  readonly edition: Edition;
  readonly statistics: RoundStatistics;
  /** The headcount on the day of publication, which cannot be recomputed from ideas. */
  readonly headcount: Headcount;
  /** In the order of submission. Withdrawn and merged ideas are not listed. */
  readonly entries: readonly BulletinEntry[];
  /**
   * The merged ideas with the number of acts of each. They are not listed, but a merger can be
   * undone.
   */
  readonly merged: readonly Pick<BulletinEntry, 'id' | 'acts'>[];
}

/** A difference between a bulletin and the facts. */
export interface Discrepancy {
  /**
   * The number (`statistics.departments.铸造车间.submitted`, …), or the attribute of an idea
   * (`entries.2026-10-….reason`).
   */
  readonly where: string;
  readonly published: string;
  readonly recomputed: string;
}

/** Makes the bulletin of a round from all ideas submitted for it. */
export function bulletinOf(
  round: RoundId,
  ideas: readonly Idea[],
  headcount: Headcount,
  publishedAt: Instant,
  edition: Edition = PRESENT_EDITION,
): Bulletin {
  const listed = ideas
    .filter(isCounted)
    .toSorted((a, b) =>
      a.submittedAt === b.submittedAt ? compare(a.id, b.id) : compare(a.submittedAt, b.submittedAt),
    );
  return {
    round,
    publishedAt,
    edition,
    statistics: publishedNumbers(statistics(totals(fold(ideas)), headcount), edition),
    headcount,
    entries: listed.map(entry),
    merged: ideas
      .filter(({ status }) => status === 'merged')
      .map(({ id, history }) => ({ id, acts: history.length }))
      .toSorted((a, b) => compare(a.id, b.id)),
  };
}

/**
 * Recomputes a published bulletin from the present facts and returns the differences; none if all
 * is right. Every idea is taken back to its last act before publication. An unlisted idea must have
 * been out of the count by then.
 */
export function verifyBulletin(published: Bulletin, ideas: readonly Idea[]): Discrepancy[] {
  const { round, publishedAt, headcount, edition } = published;
  const again = bulletinOf(round, asPublished(published, ideas), headcount, publishedAt, edition);
  return differences('', { ...published, ...keyed(published) }, { ...again, ...keyed(again) });
}

/** The ideas of a round as they were when its bulletin was made, without later submissions. */
export function asPublished(
  { entries, merged, publishedAt }: Bulletin,
  ideas: readonly Idea[],
): readonly Idea[] {
  const acts = new Map([...entries, ...merged].map(({ id, acts }) => [id, acts]));
  return ideas.flatMap(idea => {
    const known = acts.get(idea.id);
    if (known !== undefined) return known > idea.history.length ? [] : [asOf(idea, known)];
    const seen = idea.history.filter(({ at }) => at <= publishedAt).length;
    return seen === 0 ? [] : [asOf(idea, seen)];
  });
}

/**
 * The part of a bulletin that non-members see too. The numbers leave out small departments, as
 * `disclosure.ts` defines them, and those withheld with them. No idea of the list names them. The
 * total stays, because anybody can count the list.
 */
export function asEverybodySees<Shown extends Pick<Bulletin, 'statistics' | 'entries'>>(
  bulletin: Shown,
): Shown & { readonly departmentsWithheld: boolean } {
  const { departments } = bulletin.statistics;
  const parts = departments.map(({ department, submitted, decided, participation }) => ({
    department,
    sizes: [submitted, decided, participation.numerator, participation.denominator],
  }));
  const withheld = withheldParts(parts);
  const shown = new Set(
    withheld === 'whole'
      ? []
      : parts.filter(part => !withheld.has(part)).map(({ department }) => department),
  );
  return {
    ...bulletin,
    statistics: {
      ...bulletin.statistics,
      departments: departments.filter(({ department }) => shown.has(department)),
    },
    entries: bulletin.entries.map(({ department, ...entry }) => ({
      ...entry,
      ...(department !== undefined && shown.has(department) && { department }),
    })),
    departmentsWithheld: shown.size < departments.length,
  };
}

/** Publishes a decided round early, and stores the member who did. */
export function publishRound(
  round: Round,
  by: MemberId,
  at: Instant,
): Result<Round, RoundNotDecided> {
  if (round.state === 'published') return ok(round);
  if (round.state !== 'decided')
    return err({ code: 'round-not-decided', round: round.id, state: round.state });
  if (round.schedule.publishesAt <= at) return ok(round);
  return ok({
    ...round,
    schedule: { ...round.schedule, publishesAt: at },
    broughtForwardBy: by,
  });
}

function entry(idea: Idea): BulletinEntry {
  const { id, title, category, department, status, history } = idea;
  const decision = decisionOf(idea);
  const result = decision && resultOf(decision);
  const reason = decision && reasonOf(decision);
  const reasonCode = decision && reasonCodeOf(decision);
  return {
    id,
    title,
    category,
    ...(department !== undefined && { department }),
    status,
    ...(reason !== undefined && { reason }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(decision?.reply !== undefined && { reply: decision.reply }),
    ...(result && { tally: result.tally }),
    acts: history.length,
  };
}

/**
 * A bulletin's lists by idea, so that a difference names the idea and not a position. No idea
 * occurs twice.
 */
function keyed({ entries, merged }: Bulletin) {
  return { entries: byIdea(entries), merged: byIdea(merged) };
}

function byIdea<Item extends Pick<BulletinEntry, 'id'>>(
  list: readonly Item[],
): ReadonlyMap<string, Item> {
  const seen = new Set<IdeaId>();
  return new Map(
    list.map((one, at) => {
      const again = seen.has(one.id);
      seen.add(one.id);
      return [again ? `${one.id}#${at + 1}` : one.id, one];
    }),
  );
}

function differences(where: string, published: unknown, recomputed: unknown): Discrepancy[] {
  const [a, b] = [parts(published), parts(recomputed)];
  if (a === undefined || b === undefined) {
    const [left, right] = [JSON.stringify(published) ?? '', JSON.stringify(recomputed) ?? ''];
    return left === right ? [] : [{ where, published: left, recomputed: right }];
  }
  return [...new Set([...a.keys(), ...b.keys()])].flatMap(key =>
    differences(where === '' ? key : `${where}.${key}`, a.get(key), b.get(key)),
  );
}

/** The named parts of a record, a map or a list of named numbers; undefined for a plain value. */
function parts(value: unknown): Map<string, unknown> | undefined {
  if (value instanceof Map) return value;
  if (Array.isArray(value))
    return new Map(value.map((one, at) => [nameOf(one) ?? String(at), one]));
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** The name of the numbers of a department or of a category. */
function nameOf(numbers: unknown): string | undefined {
  const names = parts(numbers);
  const name = names?.get('department') ?? names?.get('category');
  return typeof name === 'string' ? name : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
