/**
 * The area of zone managers and grid officers. It is a chunk of its own, because few people need it.
 */
import { Route } from 'wouter-preact';
import ZonePage from '../features/zone/pages/zone-page.tsx';
import { PATTERNS } from '../paths.ts';
import type { Me } from '../session/organization-context.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Shell } from './shell.tsx';

export function ZoneArea({ me }: { readonly me: Me }) {
  return (
    <Shell me={me}>
      {me.zones.length === 0 ? (
        <NotFound />
      ) : (
        <Route path={PATTERNS.zoneRound}>
          {({ zone, round }) => <ZonePage zones={me.zones} zone={zone} round={round} />}
        </Route>
      )}
    </Shell>
  );
}
