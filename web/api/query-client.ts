/**
 * How replies are cached and when a failed read is retried: network and server errors are, a
 * refusal is not. Writes are never repeated by themselves; the user decides.
 */
import { QueryClient } from '@tanstack/preact-query';
import { ApiProblem, GatewayFailure, NetworkFailure } from '../../shared/contract/client-errors.ts';
import { Network } from './network.ts';

const TRIES = 2;

export function createQueryClient(network = new Network()): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Otherwise a phone that believes to be offline would show an endless wait instead of an
        // error with a retry.
        networkMode: 'always',
        refetchOnReconnect: true,
        // Whoever is offline is told soon; the network's return reads again by itself.
        retry: (failures, error) =>
          failures < (network.state.is === 'lost' ? 1 : TRIES) && worthAnotherTry(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** `retrying` has already repeated the request to a busy gateway or handler. */
export function worthAnotherTry(error: Error): boolean {
  if (error instanceof NetworkFailure) return true;
  if (error instanceof GatewayFailure) return error.status === 500;
  return error instanceof ApiProblem && error.problem.status === 500;
}
