/**
 * The rounds on offer at a zone's page. A zone has no list of rounds, because its organizations'
 * days may differ. So these are the months, from the one that collects now back over three years.
 */
import {
  isRoundId,
  type RoundId,
  roundAfter,
  roundsFrom,
} from '../../../shared/domain/kernel/ids.ts';
import { today, USUAL_TIME_ZONE } from '../../i18n/moments.ts';

/** The day of the month on which most organizations deliberate. */
const USUAL_DAY = 15;
const ROUNDS = 36;

/** The latest round whose usual deliberation day has come: no later round has anything to show. */
export function latestRound(now: Date): RoundId {
  const date = today(now, USUAL_TIME_ZONE);
  const month = date.slice(0, 7);
  if (!isRoundId(month)) throw new RangeError(`no round: ${month}`);
  return Number(date.slice(8)) < USUAL_DAY ? roundAfter(month, -1) : month;
}

/** The choices, newest first; with the one on display, however old. */
export function roundsToChoose(latest: RoundId, shown: RoundId): readonly RoundId[] {
  const newest = roundAfter(latest);
  const rounds = roundsFrom(roundAfter(newest, 1 - ROUNDS), newest);
  return [...new Set([...rounds, shown])].sort().reverse();
}
