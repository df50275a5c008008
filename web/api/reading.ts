/**
 * Reads from the API in a component: one reply, or a list in pages by cursor. The cache key is the
 * route's id and the request, so a repeated request is sent once.
 */
import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import type { Call, ReplyOf, RequestOf } from '../../shared/contract/client.ts';
import type { Route } from '../../shared/contract/route.ts';
import { useCall } from './call-context.tsx';

/** What a component needs in order to show a reading. */
export interface Reading<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

export interface Pages<Page> extends Reading<InfiniteData<Page>> {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The cache key of a route's reply. */
export function readingKey<R extends Route>(route: R, request: RequestOf<R>): readonly unknown[] {
  return [route.id, request];
}

export function useReading<R extends Route>(route: R, request: RequestOf<R>): Reading<ReplyOf<R>> {
  const call = useCall();
  return useQuery<ReplyOf<R>>({
    queryKey: readingKey(route, request),
    queryFn: ({ signal }) => call(route, request, signal),
  });
}

interface Paged {
  readonly nextCursor?: string | undefined;
}

/** The next cursor: none before the first page, and none after the last. */
export interface From<Page extends Paged> {
  readonly cursor?: NonNullable<Page['nextCursor']>;
}

/**
 * A list in pages. `Page` has to be given, so that its cursor keeps its type on the way back.
 *
 * @param keepsEarlier whether what was read for the key before is shown until the next is there
 * @param alwaysAsks whether what was read a moment ago is asked for again
 */
export function usePages<Page extends Paged>(
  key: readonly [routeId: string, ...rest: unknown[]],
  read: (call: Call, from: From<Page>, signal: AbortSignal) => Promise<Page>,
  { keepsEarlier = false, enabled = true, alwaysAsks = false } = {},
): Pages<Page> {
  const call = useCall();
  const first: From<Page> = {};
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }: { pageParam: From<Page>; signal: AbortSignal }) =>
      read(call, pageParam, signal),
    initialPageParam: first,
    getNextPageParam: ({ nextCursor }: Page): From<Page> | undefined =>
      nextCursor === undefined ? undefined : { cursor: nextCursor },
    enabled,
    ...(alwaysAsks && { staleTime: 0 }),
    placeholderData: earlier => (keepsEarlier ? earlier : undefined),
  });
}
