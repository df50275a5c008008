/**
 * The last year's rounds of a zone: which is the newest that every organization has published, which
 * newer ones are waited for, and the numbers over time.
 */
import { getZoneSeries } from '../../../shared/contract/routes/zone.ts';
import { type RoundId, roundAfter, type ZoneId } from '../../../shared/domain/kernel/ids.ts';
import { useReading } from '../../api/reading.ts';
import type { Awaited, ZoneReply } from './order.ts';

const TREND = 12;

/** Oldest first; undefined while they are read, and none if they cannot be. */
export function useZoneRounds(zone: ZoneId, latest: RoundId): readonly ZoneReply[] | undefined {
  const query = { from: roundAfter(latest, 1 - TREND), to: latest };
  const { data, error } = useReading(getZoneSeries, { path: { zone }, query });
  return error === null ? data?.rounds : [];
}

/** The newest round with numbers of every organization; undefined if there is none. */
export function newestComplete(rounds: readonly ZoneReply[]): RoundId | undefined {
  return [...rounds].reverse().find(one => one.state === 'complete' && one.organizations > 0)
    ?.round;
}

/** The rounds after the one on display that wait for some organizations, newest first. */
export function awaitedAfter(rounds: readonly ZoneReply[], shown: RoundId): Awaited[] {
  return [...rounds]
    .reverse()
    .flatMap(one =>
      one.round > shown && one.state === 'awaited' && one.organizations > 0 ? [one] : [],
    );
}
