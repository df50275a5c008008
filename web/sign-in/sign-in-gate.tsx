/**
 * Lets through who is signed in. Whoever opens the front page sees what this is and a button; whoever follows a link to a page
 * further in is sent to sign in and back. Also takes the issuer's answer when one returns.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { navigate } from 'wouter-preact/use-browser-location';
import { useWords } from '../language/language-context.tsx';
import { Loading } from '../shell/loading.tsx';
import { fetchConfiguration } from './configuration.ts';
import { CALLBACK_PATH, createSignIn, here, type Session, type SignIn } from './session.ts';
import { Welcome } from './welcome.tsx';

type Gate =
  | { readonly state: 'starting' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'signed-out'; readonly signIn: SignIn }
  | { readonly state: 'not-completed'; readonly signIn: SignIn }
  | { readonly state: 'signed-in'; readonly session: Session };

async function enter(): Promise<Gate> {
  const signIn = createSignIn(await fetchConfiguration());
  if (location.pathname === CALLBACK_PATH) {
    const returnTo = await signIn.complete().catch(() => undefined);
    navigate(returnTo ?? '/', { replace: true });
    if (returnTo === undefined) return { state: 'not-completed', signIn };
  }
  if (await signIn.isSignedIn()) return { state: 'signed-in', session: signIn.session };
  if (location.pathname === '/') return { state: 'signed-out', signIn };
  await signIn.begin(here());
  return { state: 'starting' };
}

export function SignInGate({ children }: { readonly children: (session: Session) => ComponentChildren }) {
  const words = useWords();
  const [gate, setGate] = useState<Gate>({ state: 'starting' });

  const start = () => {
    setGate({ state: 'starting' });
    enter().then(setGate, () => setGate({ state: 'unreachable' }));
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
    case 'signed-in':
      return <>{children(gate.session)}</>;
  }
}
