/** Signs out. What waits in the outbox would be gone from the device then, so it is asked first. */
import type { ComponentChild } from 'preact';
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import { lazilyOr } from '../i18n/lazily.ts';
import { useOutbox } from '../outbox/outbox-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { NotLoaded } from './not-loaded.tsx';

const SignOutQuestion = lazilyOr(
  NotLoaded,
  async () => (await import('./sign-out-question.tsx')).SignOutQuestion,
);

interface SigningOut {
  readonly signOut: () => void;
  /** The open question, to be rendered by whoever signs out. */
  readonly question: ComponentChild;
}

export function useSignOut(): SigningOut {
  const session = useSession();
  const outbox = useOutbox();
  const [asking, setAsking] = useState(false);
  return {
    signOut: () => {
      if (outbox.unsettled() > 0) setAsking(true);
      else void session.signOut();
    },
    question: asking && (
      <Suspense fallback={null}>
        <SignOutQuestion onStay={() => setAsking(false)} />
      </Suspense>
    ),
  };
}
