/**
 * Finds out who is signed in and redirects them: to their organization, to the zone's page, or to a
 * page that explains that they are on no list yet.
 */
import { Redirect, Route, Switch } from 'wouter-preact';
import { getMe } from '../../shared/contract/routes/organization.ts';
import { useReading } from '../api/reading.ts';
import { PATTERNS, paths } from '../paths.ts';
import { lastOrganization } from '../session/last-organization.ts';
import type { Me } from '../session/organization-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { QueryView } from '../ui/query-view.tsx';
import { NoMembership } from './no-membership.tsx';
import { OrganizationArea } from './organization-area.tsx';
import { Shell } from './shell.tsx';
import { useLoadingAhead } from './use-loading-ahead.ts';
import { ZoneArea } from './zone-area.tsx';

export function Pages() {
  useLoadingAhead();
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
            <Shell me={me}>
              <NotFound />
            </Shell>
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
