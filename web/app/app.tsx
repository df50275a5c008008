/**
 * The application from the outside in: language, failure boundary, sign-in, the API, and then the
 * pages. Nothing below the sign-in gate is rendered without a session.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { useEffect, useMemo } from 'preact/hooks';
import { type Call, createCall } from '../../shared/contract/client.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { CallProvider } from '../api/call-context.tsx';
import { createQueryClient } from '../api/query-client.ts';
import { retrying } from '../api/retrying.ts';
import { timed } from '../api/server-clock.ts';
import { chosenLanguage } from '../i18n/language.ts';
import { LanguageProvider } from '../i18n/language-context.tsx';
import { createOutbox } from '../outbox/outbox.ts';
import { OutboxProvider } from '../outbox/outbox-context.tsx';
import { SessionProvider, useSessionState } from '../session/session-context.tsx';
import type { OpenSession } from '../session/sign-in.ts';
import { LateFailures } from '../ui/late-failures.tsx';
import { Loading } from '../ui/loading.tsx';
import { NavigationBlocker } from '../ui/navigation-blocker.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { CarriedOut } from './carried-out.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Pages } from './pages.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SignInGate } from './sign-in-gate.tsx';

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
  const queryClient = useMemo(createQueryClient, [session]);
  const send = useMemo(() => timed(retrying(session.send)), [session]);
  const call = useMemo(() => createCall({ fetch: send, language: chosenLanguage }), [send]);
  const outbox = useMemo(() => {
    const now = timed(retrying(session.sendNow));
    const callNow = createCall({ fetch: now, language: chosenLanguage });
    return createOutbox({
      session,
      ways: { call: callNow, uploadPhoto: uploadingBy(callNow) },
      direct: { call, uploadPhoto: uploadingBy(call) },
    });
  }, [session, call]);
  useEffect(() => outbox.close, [outbox]);
  if (state.is === 'left') return <Left how={state.how} />;
  return (
    <SessionProvider opened={opened}>
      <QueryClientProvider client={queryClient}>
        <CallProvider call={call}>
          <OutboxProvider outbox={outbox}>
            <SessionEnded />
            <CarriedOut send={send} />
            <NavigationBlocker>
              <ToastProvider>
                <LateFailures />
                <Pages />
              </ToastProvider>
            </NavigationBlocker>
          </OutboxProvider>
        </CallProvider>
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
