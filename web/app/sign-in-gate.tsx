/**
 * Admits signed-in people. The front page shows strangers what this is and a button; any other page
 * sends them to sign in and back. It also takes the issuer's answer on return.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { navigate } from 'wouter-preact/use-browser-location';
import { hasSeen } from '../api/last-seen.ts';
import { useWords } from '../i18n/language-context.tsx';
import { AGAIN_PATH, CALLBACK_PATH } from '../session/own-paths.ts';
import {
  createSignIn,
  here,
  type OpenSession,
  type SignIn,
  StorageRefused,
} from '../session/sign-in.ts';
import { Loading } from '../ui/loading.tsx';
import { Welcome } from './welcome.tsx';

type Gate =
  | { readonly state: 'starting' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'no-storage' }
  | { readonly state: 'signed-out'; readonly signIn: SignIn }
  | { readonly state: 'not-completed'; readonly signIn: SignIn }
  /** In a window of its own: the waiting page continues elsewhere. */
  | { readonly state: 'signed-in-again' }
  | { readonly state: 'signed-in'; readonly opened: OpenSession };

async function enter(): Promise<Gate> {
  const signIn = createSignIn();
  if (location.pathname === AGAIN_PATH) {
    await signIn.beginInWindow();
    return { state: 'starting' };
  }
  if (location.pathname === CALLBACK_PATH) {
    const completed = await signIn.complete();
    navigate(completed?.returnTo ?? '/', { replace: true });
    if (completed === undefined) return { state: 'not-completed', signIn };
    if (completed.inWindow) return { state: 'signed-in-again' };
  }
  const opened = await signIn.resume(hasSeen);
  if (opened !== undefined) return { state: 'signed-in', opened };
  if (location.pathname === '/') return { state: 'signed-out', signIn };
  await signIn.begin(here());
  return { state: 'starting' };
}

export function SignInGate({
  children,
}: {
  readonly children: (opened: OpenSession) => ComponentChildren;
}) {
  const words = useWords();
  const [gate, setGate] = useState<Gate>({ state: 'starting' });

  const start = () => {
    setGate({ state: 'starting' });
    enter().then(setGate, (error: unknown) =>
      setGate({ state: error instanceof StorageRefused ? 'no-storage' : 'unreachable' }),
    );
  };
  useEffect(start, []);

  const begin = (signIn: SignIn) => {
    setGate({ state: 'starting' });
    signIn.begin(here()).catch(() => setGate({ state: 'unreachable' }));
  };

  switch (gate.state) {
    case 'starting':
      return <Loading />;
    case 'unreachable':
      return <Welcome notice={words.signInUnreachable} action={words.retry} onAction={start} />;
    case 'no-storage':
      return <Welcome notice={words.signInNeedsStorage} action={words.retry} onAction={start} />;
    case 'signed-out':
      return <Welcome action={words.signIn} onAction={() => begin(gate.signIn)} />;
    case 'not-completed':
      return (
        <Welcome
          notice={words.signInNotCompleted}
          action={words.signIn}
          onAction={() => begin(gate.signIn)}
        />
      );
    case 'signed-in-again':
      return <SignedInAgain onGoOn={start} />;
    case 'signed-in':
      return <>{children(gate.opened)}</>;
  }
}

/** Not every browser lets a page close its window. */
function SignedInAgain({ onGoOn }: { readonly onGoOn: () => void }) {
  const words = useWords();
  useEffect(() => window.close(), []);
  return <Welcome notice={words.signedInAgain} action={words.goOnHere} onAction={onGoOn} />;
}
