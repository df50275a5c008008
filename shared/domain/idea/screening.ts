/**
 * Screening: the acts of the secretary and the author on an undecided idea. They return, revise,
 * withdraw, schedule, dismiss and merge it.
 */
import type { IdeaId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AgendaPlace } from '../round/placement.ts';
import { asOf } from './apply-event.ts';
import { type CoAuthor, contentOf, type HistoryEntry, type IdeaContent } from './history.ts';
import { type Idea, namedCoAuthors } from './idea.ts';
import type { IdeaStatus } from './lifecycle.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, record, recordWithinRoom, type Signature } from './transition.ts';

export type NotTheAuthor = { readonly code: 'not-the-author' };
export type MergeIntoItself = { readonly code: 'merge-into-itself' };
export type TargetNotOpen = { readonly code: 'target-not-open'; readonly status: IdeaStatus };
export type BallotHasVotes = { readonly code: 'ballot-has-votes' };

/** The merged idea and its target. */
export interface Merger {
  readonly source: Idea;
  readonly target: Idea;
}

/** Returns an idea to its author with a note. */
export function returnIdea(
  idea: Idea,
  reason: string,
  signature: Signature,
): Result<Idea, WrongState | HistoryFull> {
  if (isRepeated(idea, { act: 'return', reason }, signature)) return ok(idea);
  const prior = admitted('return', idea);
  return prior.ok ? recordWithinRoom(idea, { act: 'return', reason }, signature) : prior;
}

/**
 * Replaces an author's content; the former content stays in the history. `coAuthors`, if given,
 * replace the named ones.
 */
export function reviseIdea(
  idea: Idea,
  content: IdeaContent,
  signature: Signature,
  place: AgendaPlace,
  coAuthors: readonly CoAuthor[] = namedCoAuthors(idea),
): Result<Idea, NotTheAuthor | WrongState | HistoryFull> {
  const renamed = idsOf(coAuthors) !== idsOf(namedCoAuthors(idea));
  const unchanged =
    !renamed && JSON.stringify(contentOf(idea)) === JSON.stringify(contentOf(content));
  if (!isAuthor(idea, signature)) return err({ code: 'not-the-author' });
  if (unchanged && isRepeated(idea, { act: 'revise' }, signature)) return ok(idea);
  const prior = admitted('revise', idea);
  if (!prior.ok) return prior;
  const to = place.deliberating ? 'on-agenda' : 'submitted';
  const revision = {
    act: 'revise',
    former: contentOf(idea),
    agendaRound: place.round,
    ...(renamed && { coAuthors }),
  } as const;
  const {
    expectedBenefit: _benefit,
    department: _department,
    photos: _photos,
    ...rest
  } = prior.value;
  return recordWithinRoom({ ...rest, ...contentOf(content) }, revision, signature, to);
}

/** Withdraws an idea, while nobody has voted on it. */
export function withdrawIdea(
  idea: Idea,
  votesCast: number,
  signature: Signature,
): Result<Idea, NotTheAuthor | WrongState | BallotHasVotes> {
  if (!isAuthor(idea, signature)) return err({ code: 'not-the-author' });
  if (isRepeated(idea, { act: 'withdraw' }, signature)) return ok(idea);
  const prior = admitted('withdraw', idea);
  if (!prior.ok) return prior;
  if (votesCast > 0) return err({ code: 'ballot-has-votes' });
  return ok(record(idea, { act: 'withdraw' }, signature));
}

/** Puts an idea on an agenda. */
export function scheduleIdea(
  idea: Idea,
  signature: Signature,
  { round }: Pick<AgendaPlace, 'round'>,
): Result<Idea, WrongState> {
  if (isRepeated(idea, { act: 'list', agendaRound: round }, signature)) return ok(idea);
  const prior = admitted('list', idea);
  return prior.ok ? ok(record(idea, { act: 'list', agendaRound: round }, signature)) : prior;
}

/**
 * Declines an idea without a ballot, while it is on no agenda: a flood of ideas must not take up
 * the committee's evening. It counts like any declined idea, and the chair can reopen it.
 */
export function dismissIdea(
  idea: Idea,
  { reason, reply }: { readonly reason: string; readonly reply?: string },
  signature: Signature,
  { round }: Pick<AgendaPlace, 'round'>,
): Result<Idea, WrongState | HistoryFull> {
  if (isRepeated(idea, { act: 'dismiss', reason, reply }, signature)) return ok(idea);
  const prior = admitted('dismiss', idea);
  if (!prior.ok) return prior;
  const words = { reason, ...(reply !== undefined && { reply }) };
  return recordWithinRoom(idea, { act: 'dismiss', agendaRound: round, ...words }, signature);
}

/**
 * Merges an idea into another with the same content: the target continues for both, and all authors
 * of the merged one are its co-authors.
 */
export function mergeIdea(
  source: Idea,
  target: Idea,
  signature: Signature,
): Result<Merger, WrongState | MergeIntoItself | TargetNotOpen | HistoryFull> {
  if (source.id === target.id) return err({ code: 'merge-into-itself' });
  if (isRepeated(source, { act: 'merge', into: target.id }, signature))
    return ok({ source, target });
  const prior = admitted('merge', source);
  if (!prior.ok) return prior;
  if (!admitted('absorb', target).ok)
    return err({ code: 'target-not-open', status: target.status });
  const happening = { act: 'absorb', idea: source.id, coAuthors: broughtBy(source) } as const;
  return both(
    recordWithinRoom(source, { act: 'merge', into: target.id }, signature),
    recordWithinRoom(target, happening, signature),
  );
}

/**
 * Unmerges an idea. It returns to its former state, or straight onto the agenda if its round is
 * already deliberating. An unmerge is refused after a vote on the target, because that vote was for
 * both. It is possible from a withdrawn target, because that author spoke only for themselves.
 */
export function unmergeIdea(
  source: Idea,
  target: Idea,
  votesCast: number,
  signature: Signature,
  { round, deliberating }: AgendaPlace,
): Result<Merger, WrongState | BallotHasVotes | TargetNotOpen | HistoryFull> {
  if (isRepeated(source, { act: 'unmerge' }, signature)) return ok({ source, target });
  const prior = admitted('unmerge', source);
  if (!prior.ok) return prior;
  if (!admitted('release', target).ok)
    return err({ code: 'target-not-open', status: target.status });
  if (votesCast > 0) return err({ code: 'ballot-has-votes' });
  const merged = source.history.findLastIndex(({ act }) => act === 'merge');
  const before = asOf(source, merged).status;
  const to = deliberating && before !== 'returned' ? 'on-agenda' : before;
  return both(
    ok(record(source, { act: 'unmerge', agendaRound: round }, signature, to)),
    recordWithinRoom(target, { act: 'release', idea: source.id }, signature),
  );
}

/** The entries of a history that concern mergers. */
type MergerEntry =
  | { readonly act: 'absorb' | 'release'; readonly idea: IdeaId }
  | { readonly act: Exclude<HistoryEntry['act'], 'absorb' | 'release'> };

/** The ideas that are merged into this one now. */
export function absorbedBy({ history }: { readonly history: readonly MergerEntry[] }): IdeaId[] {
  const within = new Set<IdeaId>();
  for (const entry of history)
    if (entry.act === 'absorb') within.add(entry.idea);
    else if (entry.act === 'release') within.delete(entry.idea);
  return [...within];
}

function idsOf(coAuthors: readonly CoAuthor[]): string {
  return coAuthors.map(({ id }) => id).join();
}

/** Whether the author acts: by name, or, on an idea without a name, unnamed with its claim code. */
export function isAuthor({ authorId }: Idea, { by }: Signature): boolean {
  return by.kind === 'member'
    ? by.id === authorId
    : by.kind === 'unnamed' && authorId === undefined;
}

/** The co-authors that an idea brings to its target: its author, and its own co-authors. */
function broughtBy({ id, authorId, authorDepartment, coAuthors }: Idea): CoAuthor[] {
  const department = authorDepartment === undefined ? {} : { department: authorDepartment };
  return [
    ...(authorId === undefined ? [] : [{ id: authorId, ...department, via: id }]),
    ...coAuthors.map(coAuthor => ({ ...coAuthor, via: id })),
  ];
}

function both<Refusal>(
  source: Result<Idea, Refusal>,
  target: Result<Idea, Refusal>,
): Result<Merger, Refusal> {
  if (!source.ok) return source;
  return target.ok ? ok({ source: source.value, target: target.value }) : target;
}
