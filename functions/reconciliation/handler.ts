/**
 * The reconciliation of numbers. It recounts the facts of recent rounds and of one older round in
 * turn, compares them with the running numbers, and emits the number of differences, which should
 * be 0. On request it corrects them. Numbers that an earlier release did not have are counted
 * without a request. What is searched is compared too, and so are photos.
 * One organization's failure blocks no other.
 */
import {
  type OrganizationId,
  type RoundId,
  roundAfter,
  roundsFrom,
} from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { apartFromUncounted, type Drift } from '../../shared/domain/numbers/drift.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { EmitMetrics } from '../../shared/metrics/measured.ts';
import type { Table } from '../../shared/store/client.ts';
import { eachConcurrently } from '../../shared/store/concurrency.ts';
import { correctionRepository } from '../../shared/store/corrections.ts';
import type { Pictures } from '../../shared/store/pictures.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { ledgersOf } from './ledgers.ts';
import type { ReconciliationOrder } from './order.ts';
import { inTurn, shuffled } from './rotation.ts';
import { searchedTexts } from './searched-texts.ts';
import { stableReader } from './stable-read.ts';
import { type NeededPhotos, type PhotoFaults, storedPhotos } from './stored-photos.ts';

/** A part of an organization with wrong numbers, or with numbers that may be wrong. */
export interface ReconciliationReport {
  readonly organization: OrganizationId;
  /**
   * The round of the numbers, including those of its ideas. Without a round they are the
   * organization's headcounts, or faults of its photos.
   */
  readonly round?: RoundId;
  readonly drift: readonly Drift[];
  /**
   * Whether there are undecided differences, because the stream is late or changes never pause.
   * These are left unchanged.
   */
  readonly open: boolean;
  /** Whether the drift was corrected, or the photos were mended. */
  readonly repaired: boolean;
  /** The number of ideas that searches did not find, or as they were; they are written again. */
  readonly unsearched?: number;
  /** The number of photos with each fault; most are mended. */
  readonly photos?: PhotoFaults;
}

export interface ReconciliationWiring {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: EmitMetrics;
  readonly pictures: Pick<Pictures, 'stored' | 'removeForms'>;
  /** Waits a moment for the stream. */
  readonly wait: () => Promise<void>;
}

/**
 * The rounds whose numbers change most: the collecting one, the deliberating one, and those with
 * work in progress.
 */
const RECENT_ROUNDS = 6;
/** Ten years of rounds are one page. */
const ROUNDS_A_PAGE = 120;
/** The number of organizations reconciled concurrently, and of ideas of each. */
const AT_ONCE = 16;
const IDEAS_AT_ONCE = 4;

export function reconciliationHandler({
  table,
  clock,
  log,
  emit,
  pictures,
  wait,
}: ReconciliationWiring) {
  const rounds = roundRepository(table);
  const ledgers = ledgersOf(table);
  const corrections = correctionRepository(table);
  const searched = searchedTexts(table, wait);
  const stored = storedPhotos(table, pictures, wait, clock);

  /** The newest rounds, and one of the others in turn. */
  async function roundsOf(organization: OrganizationId): Promise<RoundId[]> {
    const { items, nextCursor } = await rounds.newestFirst(organization, { limit: RECENT_ROUNDS });
    const recent = items.map(({ id }) => id);
    const oldest = nextCursor && (await rounds.oldest(organization));
    if (nextCursor === undefined || oldest === undefined) return recent;
    const older = roundsFrom(oldest, roundAfter(nextCursor, -1));
    const turn = inTurn(older, clock.now());
    return turn === undefined ? recent : [...recent, turn];
  }

  /** Every round, the newest first. */
  async function allRounds(organization: OrganizationId): Promise<RoundId[]> {
    const ids: RoundId[] = [];
    let cursor: RoundId | undefined;
    do {
      const page = await rounds.newestFirst(organization, {
        limit: ROUNDS_A_PAGE,
        ...(cursor !== undefined && { cursor }),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return ids;
  }

  function roundsAsked(
    organization: OrganizationId,
    asked: ReconciliationOrder['round'],
  ): RoundId[] | Promise<RoundId[]> {
    if (asked === undefined) return roundsOf(organization);
    return asked === 'all' ? allRounds(organization) : [asked];
  }

  /**
   * Reads the requested ledgers of an organization, and corrects them on request; returns the
   * errors.
   */
  async function reconcileOrganization(
    organization: OrganizationId,
    { repair, round: asked }: ReconciliationOrder,
  ): Promise<ReconciliationReport[]> {
    const look = stableReader(table, wait);
    const reports: ReconciliationReport[] = [];
    const report = async (
      findings: readonly (readonly Drift[] | 'open')[],
      round?: RoundId,
      unsearched = 0,
    ): Promise<void> => {
      const found = findings.flatMap(one => (one === 'open' ? [] : one));
      const { errors: drift, uncounted } = apartFromUncounted(found);
      const open = findings.includes('open');
      const about = { organization, ...(round !== undefined && { round }) };
      if (uncounted.length > 0 && (await corrections.add(organization, uncounted)))
        log.info('counted for the first time', { ...about, numbers: uncounted.length });
      if (drift.length === 0 && !open && unsearched === 0) return;
      const repaired = repair && drift.length > 0 && (await corrections.add(organization, drift));
      reports.push({
        ...about,
        drift,
        open,
        repaired,
        ...(unsearched > 0 && { unsearched }),
      });
      if (open) log.warn('left open', about);
      if (drift.length > 0) log.error('drift', { ...about, repaired, numbers: drift.length });
      if (unsearched > 0) log.error('searched otherwise', { ...about, ideas: unsearched });
    };

    if (asked === undefined || asked === 'all')
      await report([await look(ledgers.headcounts(organization))]);
    // Rounds are reconciled one after another, so only one of each organization is in memory.
    const all = asked === undefined || asked === 'all' ? await allRounds(organization) : [];
    for (const round of await searched.missing(organization, all)) {
      const written = await searched.writeAll(organization, round);
      if (written > 0)
        log.info('searched for the first time', { organization, round, ideas: written });
    }
    const needed: NeededPhotos = new Map();
    let late = false;
    for (const round of await roundsAsked(organization, asked)) {
      const numbers = ledgers.round(organization, round, asked === undefined ? 'open' : 'all');
      const findings = [await look(numbers)];
      await eachConcurrently(numbers.ideas.values(), IDEAS_AT_ONCE, async counted => {
        const idea = ledgers.idea(counted);
        if (!(await idea.seemRight())) findings.push(await look(idea));
      });
      for (const [idea, photos] of numbers.photos) needed.set(idea, photos);
      // If the stream is late for the numbers, it is for what is searched, and for photos.
      const open = findings.includes('open');
      late ||= open;
      const unsearched = open ? 0 : await searched.mend(organization, round, numbers.texts);
      await report(findings, round, unsearched);
    }
    if (!late) {
      const { faults: photos, mended } = await stored.mend(organization, needed, { repair });
      if (Object.keys(photos).length > 0) {
        log.error('photos differ', { organization, repaired: mended, ...photos });
        reports.push({ organization, drift: [], open: false, repaired: mended, photos });
      }
    }
    emit({
      kind: 'audit',
      organization,
      drift: reports.reduce((sum, report) => sum + errorsIn(report), 0),
    });
    return reports;
  }

  return async (order: ReconciliationOrder): Promise<ReconciliationReport[]> => {
    const asked =
      order.organization === undefined ? await rounds.organizations() : [order.organization];
    const reports: ReconciliationReport[] = [];
    const failures: unknown[] = [];
    await eachConcurrently(shuffled(asked, clock.now()), AT_ONCE, async id => {
      try {
        reports.push(...(await reconcileOrganization(id, order)));
      } catch (error) {
        failures.push(error);
        log.error('not audited', { organization: id, ...failureOf(error) });
      }
    });
    if (failures.length > 0)
      throw new AggregateError(failures, 'not every organization was audited');
    return reports;
  };
}

function errorsIn({ drift, unsearched = 0, photos = {} }: ReconciliationReport): number {
  return Object.values(photos).reduce((sum, wrong) => sum + wrong, drift.length + unsearched);
}
