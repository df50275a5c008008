/**
 * Everything below `/o/:organization`: reads the organization, and shows the pages in their frame.
 */
import { Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { getOrganization } from '../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { rememberOrganization } from '../session/last-organization.ts';
import {
  type Me,
  type Membership,
  OrganizationProvider,
} from '../session/organization-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { OrganizationRoutes } from './organization-routes.tsx';
import { Shell } from './shell.tsx';
import { useSearchPanel } from './use-search-panel.tsx';

export function OrganizationArea({ me, id }: { readonly me: Me; readonly id: string }) {
  const membership = me.memberships.find(({ organization }) => organization === id);
  return membership === undefined ? (
    <Shell me={me}>
      <NotFound />
    </Shell>
  ) : (
    <MembersArea me={me} membership={membership} />
  );
}

function MembersArea({ me, membership }: { readonly me: Me; readonly membership: Membership }) {
  const id: OrganizationId = membership.organization;
  const organization = useReading(getOrganization, { path: { organization: id } });
  const { subject } = useSession().session;
  useEffect(() => rememberOrganization(subject, id), [subject, id]);
  const search = useSearchPanel();
  return (
    <Shell me={me} membership={membership} onSearch={search.open}>
      <QueryView of={organization}>
        {organization => (
          <OrganizationProvider here={{ organization, membership }}>
            <Suspense fallback={<Loading />}>
              <OrganizationRoutes me={me} />
            </Suspense>
            {search.panel}
          </OrganizationProvider>
        )}
      </QueryView>
    </Shell>
  );
}
