/**
 * Finds out who is signed in and redirects them: to their organization, to the zone's page, or to a
 * page that explains that they are on no list yet.
 */
import { Redirect, Route, Switch } from 'wouter-preact';
import { getMe } from '../../shared/contract/routes/organization.ts';
import { useReading } from '../api/reading.ts';
import { useSession } from '../sign-in/session-context.tsx';
import { lastOrganization } from './last-organization.ts';
import { NoMembership } from './no-membership.tsx';
import { NotFound } from './not-found.tsx';
import { OrganizationArea } from './organization-area.tsx';
import type { Me } from './organization-context.tsx';
import { PATTERNS, paths } from './paths.ts';
import { QueryView } from './query-view.tsx';
import { TopBar } from './top-bar.tsx';
import { ZoneArea } from './zone-area.tsx';

export function Pages() {
  const me = useReading(getMe, {});
  return (
    <QueryView of={me}>
      {me => (
        <Switch>
          <Route path="/">
            <Start me={me} />
          </Route>
          <Route path={PATTERNS.zoneRound}>
            <ZoneArea me={me} />
          </Route>
          <Route path={PATTERNS.organization}>
            {({ organization }) => (
              <OrganizationArea me={me} id={organization} key={organization} />
            )}
          </Route>
          <Route>
            <TopBar me={me} />
            <main class="container" id="content" tabIndex={-1}>
              <NotFound />
            </main>
          </Route>
        </Switch>
      )}
    </QueryView>
  );
}

function Start({ me }: { readonly me: Me }) {
  const { session } = useSession();
  const last = lastOrganization(session.subject);
  const membership =
    me.memberships.find(({ organization }) => organization === last) ?? me.memberships[0];
  if (membership !== undefined)
    return <Redirect to={paths.organization(membership.organization)} replace />;
  if (me.zones.length > 0) return <Redirect to={PATTERNS.zone} replace />;
  return <NoMembership me={me} />;
}
