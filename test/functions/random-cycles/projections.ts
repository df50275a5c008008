/**
 * Rules of the projections, once everything is counted: they agree with the facts, and a bulletin
 * can be recomputed.
 */
import { expect } from 'vitest';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { verifyBulletin } from '../../../shared/domain/numbers/bulletin.ts';
import { fold, totals } from '../../../shared/domain/numbers/statistics.ts';
import type { Round } from '../../../shared/domain/round/round.ts';
import { bulletinRepository } from '../../../shared/store/bulletins.ts';
import type { Table } from '../../../shared/store/client.ts';
import { statisticsRepository } from '../../../shared/store/statistics.ts';
import { HUATAI } from '../../store/sample-facts.ts';
import type { People } from './ledger.ts';

type Items = readonly Record<string, unknown>[];

export async function checkNumbers(
  table: Table,
  rounds: readonly Round[],
  ideas: readonly Idea[],
): Promise<void> {
  for (const { id, state } of rounds) {
    const facts = ideas.filter(idea => idea.round === id);
    const bulletin = await bulletinRepository(table).whole(HUATAI, id);
    expect(bulletin !== undefined).toBe(state === 'published');
    if (bulletin) expect(verifyBulletin(bulletin, facts)).toEqual([]);
    expect(asNumbers(await statisticsRepository(table).ofRound(HUATAI, id))).toEqual(
      asNumbers(totals(fold(facts))),
    );
  }
}

export async function checkHeadcount(table: Table, people: People): Promise<void> {
  const { total, departments } = await statisticsRepository(table).headcount(HUATAI);
  const active = [...people.values()].filter(person => person.active);
  expect(total).toBe(active.length);
  for (const [department, count] of departments)
    expect(count, department).toBe(active.filter(one => one.department === department).length);
}

/**
 * Tallies and counts of support agree with the votes and supports; and a merged idea's supporters
 * support its target.
 */
export function checkCounts(idea: Idea, items: Items): void {
  const own = items.filter(({ pk }) => pk === `ORG#${HUATAI}#IDEA#${idea.id}`);
  const backers = (id: string): unknown[] =>
    items
      .filter(({ type, ideaId }) => type === 'support' && ideaId === id)
      .map(item => item.member);
  const counts = items.filter(({ type, ideaId }) => type !== 'support' && ideaId === idea.id);
  const counted = counts.find(({ type }) => type === 'supports') as
    | { supports?: number }
    | undefined;
  expect(counted?.supports ?? 0).toBe(backers(idea.id).length);
  expect(new Set(backers(idea.id)).size).toBe(backers(idea.id).length);
  for (const tally of counts.filter(({ type }) => type === 'tally') as Record<
    string,
    number | string
  >[]) {
    const votes = own.filter(
      ({ type, round }) => type === 'vote' && `ORG#${HUATAI}#ROUND#${round}` === tally.pk,
    );
    for (const choice of ['approve', 'oppose', 'abstain'])
      expect(tally[choice] ?? 0).toBe(votes.filter(vote => vote.choice === choice).length);
  }
  // No copied support exists without its original.
  for (const copy of own.filter(({ type, via }) => type === 'support' && via !== undefined))
    expect(backers(String(copy.via))).toContain(copy.member);
}

/** Totals without zeros and without empty scopes, in one order. */
function asNumbers(
  all: Awaited<ReturnType<ReturnType<typeof statisticsRepository>['ofRound']>>,
): unknown[] {
  return all
    .map(({ scope, counts, participants }) => ({
      scope,
      participants,
      counts: Object.fromEntries([...counts].filter(([, count]) => count !== 0).toSorted()),
    }))
    .filter(({ participants, counts }) => participants > 0 || Object.keys(counts).length > 0)
    .toSorted((a, b) => JSON.stringify(a.scope).localeCompare(JSON.stringify(b.scope)));
}
