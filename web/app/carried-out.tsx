/** Sends the requests from before the page was left to sign in again, and reports their outcome. */
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { failureOf, type Send } from '../../shared/contract/client.ts';
import { NetworkFailure } from '../../shared/contract/client-errors.ts';
import { useWords } from '../i18n/language-context.tsx';
import { useReadable } from '../i18n/use-moment.ts';
import type { Dictionary } from '../i18n/zh.ts';
import type { HeldRequest } from '../session/held-requests.ts';
import { useSession } from '../session/session-context.tsx';
import { explain } from '../ui/explain.ts';

type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'too-late' }
  | { readonly is: 'failed'; readonly error: Error };

async function outcomeOf({ url, init }: HeldRequest, send: Send): Promise<Outcome> {
  try {
    const response = await send(url, init);
    const text = await response.text();
    return response.ok ? { is: 'done' } : { is: 'failed', error: failureOf(response, text) };
  } catch (cause) {
    return { is: 'failed', error: new NetworkFailure('no answer from the network', { cause }) };
  }
}

export function CarriedOut({ send }: { readonly send: Send }) {
  const words = useWords();
  const readable = useReadable();
  const { takeKept } = useSession();
  const queryClient = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);

  useEffect(() => {
    const kept = takeKept();
    if (kept === undefined) return;
    const carryOut = async (): Promise<void> => {
      const all: Outcome[] = [];
      for (const request of kept.requests)
        all.push(kept.tooLate ? { is: 'too-late' } : await outcomeOf(request, send));
      setOutcomes(all);
      await queryClient.invalidateQueries();
    };
    void carryOut();
  }, [takeKept, send, queryClient]);

  if (outcomes.length === 0) return null;
  const done = outcomes.filter(({ is }) => is === 'done').length;
  return (
    <aside class="session-notice notice" role="status">
      {done > 0 && <p>{words.carriedOut(done)}</p>}
      {outcomes.flatMap(outcome => {
        const reason = reasonOf(outcome, words);
        return reason === undefined
          ? []
          : [<p key={reason}>{readable(words.notCarriedOut(reason))}</p>];
      })}
      <button type="button" class="secondary" onClick={() => setOutcomes([])}>
        {words.understood}
      </button>
    </aside>
  );
}

function reasonOf(outcome: Outcome, words: Dictionary): string | undefined {
  switch (outcome.is) {
    case 'done':
      return undefined;
    case 'too-late':
      return words.carryingOutTooLate;
    case 'failed':
      return explain(outcome.error, words);
  }
}
