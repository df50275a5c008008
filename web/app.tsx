/**
 * The application from the outside in: language, a net for failures, signing in, the API, and then the pages.
 * Nothing below the sign-in gate is rendered without a session; beside it stands only what everybody may read.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { lazy, Suspense } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { Route, Switch } from 'wouter-preact';
import { createCall } from '../shared/contract/client.ts';
import { CallProvider } from './api/call-context.tsx';
import { createQueryClient } from './api/query-client.ts';
import { timedFetch } from './api/server-clock.ts';
import { chosenLanguage } from './language/language.ts';
import { LanguageProvider } from './language/language-context.tsx';
import { FailureBoundary } from './shell/failure-boundary.tsx';
import { LeaveGuard } from './shell/leave-guard.tsx';
import { Loading } from './shell/loading.tsx';
import { Pages } from './shell/pages.tsx';
import { PATTERNS } from './shell/paths.ts';
import type { Session } from './sign-in/session.ts';
import { SessionProvider } from './sign-in/session-context.tsx';
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
            <SignInGate>{session => <SignedIn session={session} />}</SignInGate>
          </Route>
        </Switch>
      </FailureBoundary>
    </LanguageProvider>
  );
}

function SignedIn({ session }: { readonly session: Session }) {
  const queryClient = useMemo(createQueryClient, [session]);
  const call = useMemo(
    () =>
      createCall({
        fetch: timedFetch,
        accessToken: session.accessToken,
        language: chosenLanguage,
        onUnauthorized: session.signInAgain,
      }),
    [session],
  );
  return (
    <SessionProvider session={session}>
      <QueryClientProvider client={queryClient}>
        <CallProvider call={call}>
          <LeaveGuard>
            <Pages />
          </LeaveGuard>
        </CallProvider>
      </QueryClientProvider>
    </SessionProvider>
  );
}
