/**
 * Loads what keeps the application on the device, once the page is there: a first load is not the
 * time for it.
 */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../session/organization-context.tsx';

const LATER_MS = 3000;

interface Props {
  readonly me: Me;
}

export function InstalledLater({ me }: Props) {
  const [Installed, set] = useState<FunctionComponent<Props>>();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined;
    const load = (): void => {
      import('./installed.tsx').then(
        ({ Installed }) => set(() => Installed),
        () => undefined,
      );
    };
    const timer = setTimeout(load, LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return Installed === undefined ? null : <Installed me={me} />;
}
