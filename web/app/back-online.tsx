/** Looks whether a lost network is back, and reads again what the page shows once it is. */
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect } from 'preact/hooks';
import { useNetwork, useNetworkState } from '../api/network.ts';

const FIRST_LOOK_MS = 3000;
const LOOK_EVERY_MS = 15_000;

export function BackOnline() {
  const network = useNetwork();
  const queryClient = useQueryClient();
  const isLost = useNetworkState().is === 'lost';
  useEffect(() => {
    if (!isLost) return undefined;
    const look = (): void => {
      if (!document.hidden) void network.probe();
    };
    const first = setTimeout(look, FIRST_LOOK_MS);
    const next = setInterval(look, LOOK_EVERY_MS);
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(first);
      clearInterval(next);
      removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
      // It is back, or the page goes.
      if (network.state.is === 'reached') void queryClient.invalidateQueries();
    };
  }, [isLost, network, queryClient]);
  return null;
}
