/**
 * The last year's rounds of a zone: which is the newest that every organization has published, which
 * newer ones are waited for, and the numbers over time.
 */
import { useQueries } from '@tanstack/preact-query';
import { getZoneStatistics } from '../../../shared/contract/routes/zone.ts';
import {
  type RoundId,
  roundAfter,
  roundsFrom,
  type ZoneId,
} from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import { readingKey } from '../../api/reading.ts';
import type { Awaited, ZoneReply } from './order.ts';

const TREND = 12;

export interface ZoneRound {
  readonly round: RoundId;
  /** Undefined while it is read, or if it cannot be. */
  readonly reply: ZoneReply | undefined;
  readonly settled: boolean;
}

/** Oldest first. */
export function useZoneRounds(zone: ZoneId, latest: RoundId): readonly ZoneRound[] {
  const call = useCall();
  const rounds = roundsFrom(roundAfter(latest, 1 - TREND), latest);
  const results = useQueries({
    queries: rounds.map(round => {
      const request = { path: { zone, round } };
      return {
        queryKey: readingKey(getZoneStatistics, request),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          call(getZoneStatistics, request, signal),
      };
    }),
  });
  return rounds.map((round, at) => ({
    round,
    reply: results[at]?.data,
    settled: results[at]?.isPending === false,
  }));
}

/**
 * The newest round with numbers of every organization; 'loading' until all newer ones are known,
 * and 'none' if there is none.
 */
export function newestComplete(rounds: readonly ZoneRound[]): RoundId | 'loading' | 'none' {
  for (const { round, reply, settled } of [...rounds].reverse()) {
    if (!settled) return 'loading';
    if (reply?.state === 'complete' && reply.organizations > 0) return round;
  }
  return 'none';
}

/** The rounds after the one on display that wait for some organizations, newest first. */
export function awaitedAfter(rounds: readonly ZoneRound[], shown: RoundId): Awaited[] {
  return [...rounds]
    .reverse()
    .flatMap(({ round, reply }) =>
      round > shown && reply?.state === 'awaited' && reply.organizations > 0 ? [reply] : [],
    );
}
