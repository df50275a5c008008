/**
 * Cursors: the positions from which a list continues. A cursor contains only the last shown item,
 * so its bearer cannot leave the list they were given.
 */
import type { Branded } from '../kernel/brand.ts';
import { type IdeaId, isIdeaId } from '../kernel/ids.ts';
import { type Instant, isInstant, isLocalDate, type LocalDate } from '../kernel/instant.ts';
import { type Idea, implementationOf } from './idea.ts';

/** In a list of ideas, newest first: `2026-10-15T01:00:00.000Z_2026-10-…`. */
export type IdeaCursor = Branded<string, 'IdeaCursor'>;
/** In a list of work by due date: `2026-12-31_2026-10-…`. */
export type WorkCursor = Branded<string, 'WorkCursor'>;
/** In a list of unanswered ideas, oldest first: `2026-10-19T10:00:00.000Z_2026-10-…`. */
export type UnansweredCursor = Branded<string, 'UnansweredCursor'>;
/**
 * In a file of a round's ideas, whose rows are in the order of the ideas' ids: `64_2026-10-…`,
 * after the 64th row.
 */
export type RowCursor = Branded<string, 'RowCursor'>;

/** In the hits of a search, the best first: `240_2026-10-…`, after the hit with this score. */
export type SearchCursor = Branded<string, 'SearchCursor'>;

export interface Row {
  readonly number: number;
  readonly id: IdeaId;
}

/** The place of a hit: the better score first, then the newer id. */
export interface HitPlace {
  readonly score: number;
  readonly id: IdeaId;
}

interface UnansweredPlace {
  readonly since: Instant;
  readonly id: IdeaId;
}

export const isIdeaCursor = (text: string): text is IdeaCursor =>
  split(text, isInstant) !== undefined;
export const isWorkCursor = (text: string): text is WorkCursor =>
  split(text, isLocalDate) !== undefined;
export const isUnansweredCursor = (text: string): text is UnansweredCursor =>
  split(text, isInstant) !== undefined;
export const isRowCursor = (text: string): text is RowCursor =>
  split(text, isRowNumber) !== undefined;

export const isSearchCursor = (text: string): text is SearchCursor =>
  split(text, isRowNumber) !== undefined;

export function ideaCursorAfter({ submittedAt, id }: Pick<Idea, 'submittedAt' | 'id'>): IdeaCursor {
  return checked(`${submittedAt}_${id}`, isIdeaCursor);
}

/** Throws for an idea without an implementation. */
export function workCursorAfter(idea: Idea): WorkCursor {
  return checked(`${implementationOf(idea)?.due}_${idea.id}`, isWorkCursor);
}

export function unansweredCursorAfter({ since, id }: UnansweredPlace): UnansweredCursor {
  return checked(`${since}_${id}`, isUnansweredCursor);
}

export function rowCursorAfter({ number, id }: Row): RowCursor {
  return checked(`${number}_${id}`, isRowCursor);
}

export function searchCursorAfter({ score, id }: HitPlace): SearchCursor {
  return checked(`${score}_${id}`, isSearchCursor);
}

export function readIdeaCursor(cursor: IdeaCursor): {
  readonly submittedAt: Instant;
  readonly id: IdeaId;
} {
  const [submittedAt, id] = read(cursor, isInstant);
  return { submittedAt, id };
}

export function readWorkCursor(cursor: WorkCursor): {
  readonly due: LocalDate;
  readonly id: IdeaId;
} {
  const [due, id] = read(cursor, isLocalDate);
  return { due, id };
}

export function readUnansweredCursor(cursor: UnansweredCursor): UnansweredPlace {
  const [since, id] = read(cursor, isInstant);
  return { since, id };
}

export function readRowCursor(cursor: RowCursor): Row {
  const [number, id] = read(cursor, isRowNumber);
  return { number: Number(number), id };
}

export function readSearchCursor(cursor: SearchCursor): HitPlace {
  const [score, id] = read(cursor, isRowNumber);
  return { score: Number(score), id };
}

function isRowNumber(text: string): text is string {
  return /^[1-9]\d{0,8}$/.test(text);
}

function split<Place extends string>(
  text: string,
  isPlace: (place: string) => place is Place,
): readonly [Place, IdeaId] | undefined {
  const [place = '', id = '', ...rest] = text.split('_');
  return rest.length === 0 && isPlace(place) && isIdeaId(id) ? [place, id] : undefined;
}

function read<Place extends string>(
  cursor: string,
  isPlace: (place: string) => place is Place,
): readonly [Place, IdeaId] {
  const parts = split(cursor, isPlace);
  if (!parts) throw new Error('not a cursor');
  return parts;
}

function checked<Cursor extends string>(
  text: string,
  is: (text: string) => text is Cursor,
): Cursor {
  if (!is(text)) throw new Error('an item without a cursor');
  return text;
}
