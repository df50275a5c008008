/**
 * The area of zone managers and grid officers. Its pages are a chunk of their own, because few
 * people need them.
 */
import { lazy, Suspense } from 'preact/compat';
import { Route } from 'wouter-preact';
import { Loading } from './loading.tsx';
import { NotFound } from './not-found.tsx';
import type { Me } from './organization-context.tsx';
import { PATTERNS } from './paths.ts';
import { TopBar } from './top-bar.tsx';

const ZonePage = lazy(() => import('../zone/zone-page.tsx'));

export function ZoneArea({ me }: { readonly me: Me }) {
  return (
    <>
      <TopBar me={me} />
      <main class="container" id="content" tabIndex={-1}>
        {me.zones.length === 0 ? (
          <NotFound />
        ) : (
          <Suspense fallback={<Loading />}>
            <Route path={PATTERNS.zoneRound}>
              {({ zone, round }) => <ZonePage zones={me.zones} zone={zone} round={round} />}
            </Route>
          </Suspense>
        )}
      </main>
    </>
  );
}
