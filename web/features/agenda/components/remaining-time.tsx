/**
 * The time left until a deadline, by the server's clock, to the minute. It shows nothing after the
 * deadline: the API decides then.
 */
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { useServerNow } from '../../../api/use-server-now.ts';
import { useAgendaWords } from '../words.ts';

const MINUTE = 60_000;

export function RemainingTime({ until }: { readonly until: Instant }) {
  const words = useAgendaWords();
  const now = useServerNow();
  const minutes = Math.floor((Date.parse(until) - now) / MINUTE);
  if (minutes < 0) return null;
  return (
    <strong>
      {words.remaining(
        Math.floor(minutes / (24 * 60)),
        Math.floor(minutes / 60) % 24,
        minutes % 60,
      )}
    </strong>
  );
}
