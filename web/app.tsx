/**
 * The application from the outside in: language, failure boundary, sign-in, the API, and then the
 * pages. Nothing below the sign-in gate is rendered without a session; only public pages are beside
 * it.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { createCall } from '../shared/contract/client.ts';
import { CallProvider } from './api/call-context.tsx';
import { createQueryClient } from './api/query-client.ts';
import { retrying } from './api/retrying.ts';
import { timed } from './api/server-clock.ts';
import { chosenLanguage } from './language/language.ts';
import { LanguageProvider } from './language/language-context.tsx';
import { FailureBoundary } from './shell/failure-boundary.tsx';
import { LateFailures } from './shell/late-failures.tsx';
import { Loading } from './shell/loading.tsx';
import { NavigationBlocker } from './shell/navigation-blocker.tsx';
import { Pages } from './shell/pages.tsx';
import { PATTERNS } from './shell/paths.ts';
import { CarriedOut } from './sign-in/carried-out.tsx';
import { SessionProvider, useSessionState } from './sign-in/session-context.tsx';
import { SessionEnded } from './sign-in/session-ended.tsx';
import type { OpenSession } from './sign-in/sign-in.ts';
import { SignInGate } from './sign-in/sign-in-gate.tsx';

const PublicBulletinPage = lazy(() => import('./public/public-bulletin-page.tsx'));

export function App() {
  return (
    <LanguageProvider>
      <FailureBoundary>
        <Switch>
          <Route path={PATTERNS.publicBulletin}>
            {address => (
              <Suspense fallback={<Loading />}>
                <PublicBulletinPage address={address} />
              </Suspense>
            )}
          </Route>
          <Route>
            <SignInGate>{opened => <SignedIn opened={opened} />}</SignInGate>
          </Route>
        </Switch>
      </FailureBoundary>
    </LanguageProvider>
  );
}

function SignedIn({ opened }: { readonly opened: OpenSession }) {
  const { session } = opened;
  const state = useSessionState(opened);
  const queryClient = useMemo(createQueryClient, [session]);
  const send = useMemo(() => timed(retrying(session.send)), [session]);
  const call = useMemo(() => createCall({ fetch: send, language: chosenLanguage }), [send]);
  if (state.is === 'left') return <Left how={state.how} />;
  return (
    <SessionProvider opened={opened}>
      <QueryClientProvider client={queryClient}>
        <CallProvider call={call}>
          <SessionEnded />
          <CarriedOut send={send} />
          <NavigationBlocker>
            <LateFailures />
            <Pages />
          </NavigationBlocker>
        </CallProvider>
      </QueryClientProvider>
    </SessionProvider>
  );
}

/**
 * Reloads, so that nothing of the previous person stays in memory. A tab that signs out itself is
 * on its way to the issuer already.
 */
function Left({ how }: { readonly how: 'signing-out' | 'elsewhere' }) {
  useEffect(() => {
    if (how === 'elsewhere') location.replace('/');
  }, [how]);
  return <Loading />;
}
