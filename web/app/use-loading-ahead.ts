/**
 * Begins to load what an address needs while it is still asked who opens it: the files of its page,
 * the organization, what waits there, and the rounds that the page chooses from. On a slow network each of these would otherwise wait for
 * the one before. Whatever fails here is asked for again by those who need it.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect } from 'preact/hooks';
import { matchRoute, useLocation, useRouter } from 'wouter-preact';
import { getOrganization, getToday } from '../../shared/contract/routes/organization.ts';
import { isOrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useCall } from '../api/call-context.tsx';
import { readingKey } from '../api/reading.ts';
import { PATTERNS } from '../paths.ts';
import { FIRST_PAGES } from './organization-routes.tsx';

/** Once, at the address that the application was opened with. */
export function useLoadingAhead(): void {
  const { parser } = useRouter();
  const [opened] = useLocation();
  const call = useCall();
  const queryClient = useQueryClient();
  useLayoutEffect(() => {
    const firstPage = FIRST_PAGES.find(([pattern]) => matchRoute(parser, pattern, opened)[0]);
    const [, preload, readings] = firstPage ?? [];
    preload?.().catch(() => undefined);
    const [, params] = matchRoute(parser, PATTERNS.organization, opened);
    const organization = params?.organization;
    if (organization === undefined || !isOrganizationId(organization)) return;
    const request = { path: { organization } };
    for (const route of [getOrganization, getToday, ...(readings ?? [])])
      void queryClient.prefetchQuery({
        queryKey: readingKey(route, request),
        queryFn: ({ signal }) => call(route, request, signal),
      });
  }, []);
}
