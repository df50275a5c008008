/**
 * The area of zone managers and grid officers. Its pages are a chunk of their own, because few
 * people need them.
 */
import { Suspense } from 'preact/compat';
import { Route } from 'wouter-preact';
import { PATTERNS } from '../paths.ts';
import type { Me } from '../session/organization-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { zonePage } from './page.ts';
import { Shell } from './shell.tsx';

const ZonePage = zonePage(
  async () => (await import('../features/zone/pages/zone-page.tsx')).default,
);

export function ZoneArea({ me }: { readonly me: Me }) {
  return (
    <Shell me={me}>
      {me.zones.length === 0 ? (
        <NotFound />
      ) : (
        <Suspense fallback={<Loading />}>
          <Route path={PATTERNS.zoneRound}>
            {({ zone, round }) => <ZonePage zones={me.zones} zone={zone} round={round} />}
          </Route>
        </Suspense>
      )}
    </Shell>
  );
}
