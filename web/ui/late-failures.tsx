/**
 * Reports a request that fails after the user has left its page: the message appears on the present
 * page, with a link back.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useWords } from '../i18n/language-context.tsx';
import { useReadable } from '../i18n/use-moment.ts';
import { explain } from './explain.ts';

/** The object and page of a mutation, stored as its context. */
export class Whereabouts {
  readonly what: string;
  readonly address: string;

  constructor(what: string, address: string) {
    this.what = what;
    this.address = address;
  }

  /** The present page, by the name of its tab. */
  static ofPage(): Whereabouts {
    return new Whereabouts(
      document.title.split(' · ')[0] ?? '',
      `${location.pathname}${location.search}`,
    );
  }
}

interface LateFailure {
  readonly id: number;
  readonly at: Whereabouts;
  readonly error: Error;
}

export function LateFailures() {
  const words = useWords();
  const readable = useReadable();
  const queryClient = useQueryClient();
  const [failures, setFailures] = useState<readonly LateFailure[]>([]);
  const forget = (id: number) => setFailures(all => all.filter(one => one.id !== id));

  useEffect(() => {
    const cache = queryClient.getMutationCache();
    // Nobody on the page would show their outcome.
    const unattended = new WeakSet<object>();
    return cache.subscribe(event => {
      if (event.type === 'observerRemoved') unattended.add(event.mutation);
      if (
        event.type !== 'updated' ||
        event.action.type !== 'error' ||
        !unattended.has(event.mutation)
      )
        return;
      const { mutationId, options, state } = event.mutation;
      const { mutationKey } = options;
      // A later request in its place has an outcome of its own.
      const last = mutationKey && cache.findAll({ mutationKey, exact: true }).at(-1);
      if (last !== undefined && last !== event.mutation) return;
      const { context, error } = state;
      if (context instanceof Whereabouts && error !== null)
        setFailures(all => [...all, { id: mutationId, at: context, error }]);
    });
  }, [queryClient]);

  if (failures.length === 0) return null;
  return (
    <aside class="session-notice notice warning" role="alert">
      {failures.map(({ id, at, error }) => (
        <p key={id}>
          {readable(words.lateFailure(at.what, explain(error, words)))}
          {words.sentenceGap}
          <Link href={at.address} onClick={() => forget(id)}>
            {words.goBackThere}
          </Link>
        </p>
      ))}
      <button type="button" class="secondary" onClick={() => setFailures([])}>
        {words.understood}
      </button>
    </aside>
  );
}
