/**
 * The time left until a deadline, by this device's clock, to the minute. Says nothing once it is over: the API's word counts then.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../shared/domain/instant.ts';
import { useCommitteeWords } from './language/use-committee-words.ts';

const MINUTE = 60_000;

export function RemainingTime({ until }: { readonly until: Instant }) {
  const words = useCommitteeWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((Date.parse(until) - now) / MINUTE);
  if (minutes < 0) return null;
  return (
    <strong>
      {words.remaining(Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24, minutes % 60)}
    </strong>
  );
}
