/**
 * Everything below `/o/:organization`: reads the organization, shows the bar, and loads the pages
 * of the address's audience. Each audience's pages are a chunk that only its members download.
 */
import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { getOrganization } from '../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { useSession } from '../sign-in/session-context.tsx';
import { rememberOrganization } from './last-organization.ts';
import { Loading } from './loading.tsx';
import { NotFound } from './not-found.tsx';
import { holds, type Me, type Membership, OrganizationProvider } from './organization-context.tsx';
import { PATTERNS } from './paths.ts';
import { QueryView } from './query-view.tsx';
import { TopBar } from './top-bar.tsx';

const EmployeePages = lazy(() => import('../employee/employee-pages.tsx'));
const CommitteePages = lazy(() => import('../committee/committee-pages.tsx'));
const ManagerPages = lazy(() => import('../manager/manager-pages.tsx'));
const AdministratorPages = lazy(() => import('../administrator/administrator-pages.tsx'));

export function OrganizationArea({ me, id }: { readonly me: Me; readonly id: string }) {
  const membership = me.memberships.find(({ organization }) => organization === id);
  return membership === undefined ? (
    <>
      <TopBar me={me} />
      <main class="container" id="content" tabIndex={-1}>
        <NotFound />
      </main>
    </>
  ) : (
    <MembersArea me={me} membership={membership} />
  );
}

function MembersArea({ me, membership }: { readonly me: Me; readonly membership: Membership }) {
  const id: OrganizationId = membership.organization;
  const organization = useReading(getOrganization, { path: { organization: id } });
  const { subject } = useSession().session;
  useEffect(() => rememberOrganization(subject, id), [subject, id]);
  return (
    <>
      <TopBar me={me} membership={membership} />
      <main class="container" id="content" tabIndex={-1}>
        <QueryView of={organization}>
          {organization => (
            <OrganizationProvider here={{ organization, membership }}>
              <Suspense fallback={<Loading />}>
                <Switch>
                  <Route path={PATTERNS.committee}>
                    {holds(membership, 'committee', 'chair', 'secretary') ? (
                      <CommitteePages />
                    ) : (
                      <NotFound />
                    )}
                  </Route>
                  <Route path={PATTERNS.manager}>
                    {holds(membership, 'manager') ? <ManagerPages /> : <NotFound />}
                  </Route>
                  <Route path={PATTERNS.administrator}>
                    {holds(membership, 'administrator') ? <AdministratorPages /> : <NotFound />}
                  </Route>
                  <Route>
                    <EmployeePages />
                  </Route>
                </Switch>
              </Suspense>
            </OrganizationProvider>
          )}
        </QueryView>
      </main>
    </>
  );
}
