/** The server's time for what a component says of a deadline. */
import { useEffect, useState } from 'preact/hooks';
import { serverNow } from './server-clock.ts';

const HALF_A_MINUTE = 30_000;

/** In ms since 1970; renewed every half minute. */
export function useServerNow(): number {
  const [now, setNow] = useState(() => serverNow().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow().getTime()), HALF_A_MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
