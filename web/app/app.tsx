/**
 * The application from the outside in: language, failure boundary, sign-in, the API, and then the
 * pages. Nothing below the sign-in gate is rendered without a session.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { Suspense } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { type Call, createCall } from '../../shared/contract/client.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { CallProvider } from '../api/call-context.tsx';
import { lastSeen } from '../api/last-seen.ts';
import { Network, NetworkProvider } from '../api/network.ts';
import { createQueryClient } from '../api/query-client.ts';
import { retrying } from '../api/retrying.ts';
import { timed } from '../api/server-clock.ts';
import { chosenLanguage } from '../i18n/language.ts';
import { LanguageProvider } from '../i18n/language-context.tsx';
import { lazilyOr } from '../i18n/lazily.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { OutboxProvider } from '../outbox/outbox-context.tsx';
import { SessionProvider, useSessionState } from '../session/session-context.tsx';
import type { OpenSession } from '../session/sign-in.ts';
import { LateFailures } from '../ui/late-failures.tsx';
import { Loading } from '../ui/loading.tsx';
import { NavigationBlocker } from '../ui/navigation-blocker.tsx';
import { Nothing } from '../ui/not-loaded.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { BackOnline } from './back-online.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Pages } from './pages.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SignInGate } from './sign-in-gate.tsx';

/** Seldom has anything waited. */
const CarriedOut = lazilyOr(Nothing, async () => (await import('./carried-out.tsx')).CarriedOut);

export function App() {
  return (
    <LanguageProvider>
      <FailureBoundary>
        <SignInGate>{opened => <SignedIn opened={opened} />}</SignInGate>
      </FailureBoundary>
    </LanguageProvider>
  );
}

function SignedIn({ opened }: { readonly opened: OpenSession }) {
  const { session } = opened;
  const state = useSessionState(opened);
  const { network, queryClient, send, call } = useMemo(() => connect(session), [session]);
  const outbox = useMemo(() => {
    const now = timed(retrying(session.sendNow));
    const callNow = createCall({ fetch: now, language: chosenLanguage });
    return createOutbox({
      session,
      network,
      ways: { call: callNow, uploadPhoto: uploadingBy(callNow) },
      direct: { call, uploadPhoto: uploadingBy(call) },
      readAgain: () => queryClient.invalidateQueries(),
    });
  }, [session, network, call, queryClient]);
  useEffect(() => outbox.close, [outbox]);
  const hasKept = useMemo(() => opened.hasKept(), [opened]);
  if (state.is === 'left') return <Left how={state.how} />;
  return (
    <SessionProvider opened={opened}>
      <QueryClientProvider client={queryClient}>
        <NetworkProvider value={network}>
          <CallProvider call={call}>
            <OutboxProvider outbox={outbox}>
              <BackOnline />
              <SessionEnded />
              {hasKept && (
                <Suspense fallback={null}>
                  <CarriedOut send={send} />
                </Suspense>
              )}
              <NavigationBlocker>
                <ToastProvider>
                  <LateFailures />
                  <Pages />
                </ToastProvider>
              </NavigationBlocker>
            </OutboxProvider>
          </CallProvider>
        </NetworkProvider>
      </QueryClientProvider>
    </SessionProvider>
  );
}

/** Loaded with the first photo that is sent. */
function uploadingBy(call: Call) {
  return async (blob: Blob, key: string, organization: OrganizationId) => {
    const { uploadPhoto } = await import('../api/upload-photo.ts');
    return uploadPhoto(blob, key, { call, organization });
  };
}

/** What a session's pages work with. Replies of earlier visits stand in for a network that is lost. */
function connect(session: OpenSession['session']) {
  const network = new Network();
  const send = timed(retrying(session.send));
  const sendOf = lastSeen(send, { session, network });
  const call: Call = (route, request, signal) =>
    createCall({ fetch: sendOf(route.id), language: chosenLanguage })(route, request, signal);
  return { network, queryClient: createQueryClient(network), send, call };
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
