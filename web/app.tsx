/**
 * The application from the outside in: language, a net for failures, signing in, the API, and then the pages.
 * Nothing below the sign-in gate is rendered without a session.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { createCall } from '../shared/contract/client.ts';
import { CallProvider } from './api/call-context.tsx';
import { createQueryClient } from './api/query-client.ts';
import { chosenLanguage } from './language/language.ts';
import { LanguageProvider } from './language/language-context.tsx';
import { FailureBoundary } from './shell/failure-boundary.tsx';
import { Pages } from './shell/pages.tsx';
import type { Session } from './sign-in/session.ts';
import { SessionProvider } from './sign-in/session-context.tsx';
import { SignInGate } from './sign-in/sign-in-gate.tsx';

export function App() {
  return (
    <LanguageProvider>
      <FailureBoundary>
        <SignInGate>{session => <SignedIn session={session} />}</SignInGate>
      </FailureBoundary>
    </LanguageProvider>
  );
}

function SignedIn({ session }: { readonly session: Session }) {
  const queryClient = useMemo(createQueryClient, [session]);
  const call = useMemo(
    () =>
      createCall({
        fetch: (url, init) => fetch(url, init),
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
          <Pages />
        </CallProvider>
      </QueryClientProvider>
    </SessionProvider>
  );
}
