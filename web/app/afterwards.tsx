/** What comes once the first page is there: the application stays on the device, and news is told. */
import { Suspense } from 'preact/compat';
import { lazilyOr } from '../i18n/lazily.ts';
import { useOutboxCount } from '../outbox/outbox-context.tsx';
import type { Me } from '../session/organization-context.tsx';
import { Nothing } from '../ui/not-loaded.tsx';
import { Installed } from './installed.tsx';

const OutboxNews = lazilyOr(
  Nothing,
  async () => (await import('../features/outbox/index.ts')).OutboxNews,
);

export function Afterwards({ me }: { readonly me: Me }) {
  const entries = useOutboxCount();
  return (
    <>
      {'serviceWorker' in navigator && <Installed me={me} />}
      {entries > 0 && (
        <Suspense fallback={null}>
          <OutboxNews />
        </Suspense>
      )}
    </>
  );
}
