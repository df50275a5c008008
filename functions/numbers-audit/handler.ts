/**
 * The auditor of numbers: folds the facts of recent rounds afresh, compares them with the running numbers, and publishes how many
 * differ, which should be none. Asked to, it puts them right. One organization's trouble holds up no other.
 */
import {
  boundsOf,
  type Drift,
  driftIn,
  type Ledger,
  ledgerOf,
  ledgerOfFacts,
  narrowed,
} from '../../shared/domain/drift.ts';
import type { Idea } from '../../shared/domain/idea.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/ids.ts';
import { addDeltas, type Delta, fold } from '../../shared/domain/statistics.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { Publish } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import type { AuditOrder } from './order.ts';

/** A round in which numbers are wrong. */
export interface AuditReport {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly drift: readonly Drift[];
  /** Whether it was put right. */
  readonly repaired: boolean;
}

export interface AuditWiring {
  readonly table: Table;
  readonly log: Log;
  readonly publish: Publish;
  /** Waits until the stream has brought what is on its way. */
  readonly wait: () => Promise<void>;
}

/** Rounds whose numbers still move: the one that collects, the one that is decided on, and those whose work goes on. */
const RECENT_ROUNDS = 6;
/** So many looks must agree before a number is called wrong … */
const ENOUGH = 2;
/** … and so many are taken where they leave it open by how much. */
const MOST_LOOKS = 5;
/** How many organizations are audited at the same time. */
const AT_ONCE = 16;

export function auditHandler({ table, log, publish, wait }: AuditWiring) {
  const rounds = roundRepository(table);
  const ideas = ideaRepository(table);
  const statistics = statisticsRepository(table);
  const corrections = correctionRepository(table);

  async function factsOf(organization: OrganizationId, round: RoundId): Promise<Ledger> {
    return ledgerOfFacts(await foldAll(ideas.wholeRound(organization, round)));
  }

  async function runningOf(organization: OrganizationId, round: RoundId): Promise<Ledger> {
    const scopes = await statistics.ofRound(organization, round);
    return ledgerOf(scopes, await corrections.authorships(organization, round));
  }

  /** The numbers of a round that are wrong. Mostly they are right at the first look, and that is the end of it. */
  async function driftOf(organization: OrganizationId, round: RoundId): Promise<Drift[]> {
    let facts = await factsOf(organization, round);
    let bounds = boundsOf(facts, await runningOf(organization, round), facts);
    if (bounds.size === 0) return [];
    for (let look = 1; look <= MOST_LOOKS; look += 1) {
      await wait();
      const running = await runningOf(organization, round);
      const after = await factsOf(organization, round);
      const seen = boundsOf(facts, running, after);
      // The very first look did not wait for what was on its way, and tells nothing but that there is something to look for.
      bounds = look === 1 ? seen : narrowed(bounds, seen);
      facts = after;
      const open = [...bounds.values()].some(({ least, most }) => least !== most);
      if (bounds.size === 0 || (look >= ENOUGH && !open)) break;
    }
    return driftIn(bounds);
  }

  async function auditRound(
    organization: OrganizationId,
    round: RoundId,
    repair: boolean,
  ): Promise<AuditReport> {
    const drift = await driftOf(organization, round);
    const repaired = repair && drift.length > 0 && (await corrections.add(organization, round, drift));
    return { organization, round, drift, repaired };
  }

  /** The rounds of an organization in which numbers are wrong. */
  async function auditOrganization(organization: OrganizationId, repair: boolean): Promise<AuditReport[]> {
    const { items } = await rounds.newestFirst(organization, { limit: RECENT_ROUNDS });
    const reports = await Promise.all(items.map(({ id }) => auditRound(organization, id, repair)));
    const found = reports.filter(({ drift }) => drift.length > 0);
    publish({
      kind: 'audit',
      organization,
      drift: found.reduce((sum, { drift }) => sum + drift.length, 0),
    });
    for (const { drift, ...report } of found) log.error('drift', { ...report, numbers: drift.length });
    return found;
  }

  return async ({ repair, organization }: AuditOrder): Promise<AuditReport[]> => {
    const waiting = organization === undefined ? await rounds.organizations() : [organization];
    const reports: AuditReport[] = [];
    const failures: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
        try {
          reports.push(...(await auditOrganization(id, repair)));
        } catch (error) {
          failures.push(error);
          log.error('not audited', { organization: id, ...failureOf(error) });
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failures.length > 0) throw new AggregateError(failures, 'not every organization was audited');
    return reports;
  };
}

/** So many ideas are folded at once: a round of any size, in the memory of a few. */
const FOLDED_AT_ONCE = 500;

async function foldAll(ideas: AsyncIterable<Idea>): Promise<Delta> {
  let sum: Delta = new Map();
  let waiting: Idea[] = [];
  for await (const idea of ideas) {
    waiting.push(idea);
    if (waiting.length < FOLDED_AT_ONCE) continue;
    sum = addDeltas([sum, fold(waiting)]);
    waiting = [];
  }
  return addDeltas([sum, fold(waiting)]);
}
