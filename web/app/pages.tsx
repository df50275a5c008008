/**
 * Finds out who is signed in and redirects them: to their organization, to the zone's page, or to a
 * page that explains that they are on no list yet.
 */
import { Suspense } from 'preact/compat';
import { Redirect, Route, Switch } from 'wouter-preact';
import { getMe } from '../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import { PATTERNS, paths } from '../paths.ts';
import { lastOrganization } from '../session/last-organization.ts';
import type { Me, Membership } from '../session/organization-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { Later } from './later.tsx';
import { OrganizationArea } from './organization-area.tsx';
import { NoSuchPage } from './organization-routes.tsx';
import { page, zonePage } from './page.ts';
import { Shell } from './shell.tsx';
import { useLoadingAhead } from './use-loading-ahead.ts';

const NoMembership = page(async () => (await import('./no-membership.tsx')).NoMembership);
const ZoneArea = zonePage(async () => (await import('./zone-area.tsx')).ZoneArea);

export function Pages() {
  useLoadingAhead();
  const { session } = useSession();
  const me = useReading(getMe, {});
  return (
    <QueryView of={me}>
      {me => (
        <>
          <Later me={me} />
          <Switch>
            <Route path="/">
              <Start me={me} to={paths.organization} />
            </Route>
            <Route path={PATTERNS.submitAnywhere}>
              <Start me={me} to={paths.handIn} />
            </Route>
            <Route path={PATTERNS.zoneRound}>
              <Suspense fallback={<Loading />}>
                <ZoneArea me={me} />
              </Suspense>
            </Route>
            <Route path={PATTERNS.organization}>
              {({ organization }) => (
                <OrganizationArea me={me} id={organization} key={organization} />
              )}
            </Route>
            <Route>
              <Shell me={me}>
                <Suspense fallback={<Loading />}>
                  <NoSuchPage organization={lastMembership(me, session.subject)?.organization} />
                </Suspense>
              </Shell>
            </Route>
          </Switch>
        </>
      )}
    </QueryView>
  );
}

interface StartProps {
  readonly me: Me;
  /** The page to open, of the organization that was open last. */
  readonly to: (organization: OrganizationId) => string;
}

function Start({ me, to }: StartProps) {
  const { session } = useSession();
  const membership = lastMembership(me, session.subject);
  if (membership !== undefined) return <Redirect to={to(membership.organization)} replace />;
  if (me.zones.length > 0) return <Redirect to={PATTERNS.zone} replace />;
  return (
    <Suspense fallback={<Loading />}>
      <NoMembership me={me} />
    </Suspense>
  );
}

/** The organization that was last open on this device, or the first. */
function lastMembership(me: Me, subject: string): Membership | undefined {
  const last = lastOrganization(subject);
  return me.memberships.find(({ organization }) => organization === last) ?? me.memberships[0];
}
