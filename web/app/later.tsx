/**
 * Loads what keeps the application on the device and what tells of the outbox, once the page is
 * there: a first load is not the time for it.
 */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../session/organization-context.tsx';

const LATER_MS = 3000;

interface Props {
  readonly me: Me;
}

export function Later({ me }: Props) {
  const [Afterwards, set] = useState<FunctionComponent<Props>>();
  useEffect(() => {
    const load = (): void => {
      import('./afterwards.tsx').then(
        ({ Afterwards }) => set(() => Afterwards),
        () => undefined,
      );
    };
    const timer = setTimeout(load, LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return Afterwards === undefined ? null : <Afterwards me={me} />;
}
