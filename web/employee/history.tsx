/**
 * What has happened to an idea, in order: when, what, by whom, why.
 */

import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes.ts';
import { useWords } from '../language/language-context.tsx';
import { useMoment } from '../language/use-moment.ts';
import type { Dictionary } from '../language/zh.ts';

type Entry = ReplyOf<typeof getIdea>['history'][number];

export function History({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords();
  const moment = useMoment();
  return (
    <section>
      <h2>{words.history}</h2>
      <ol class="timeline">
        {entries.map(({ act, at, by, reason }) => (
          <li key={`${act} ${at}`}>
            <time dateTime={at}>{moment(at)}</time>
            <strong>{actWord(act, words)}</strong> <span>{actorWord(by, words)}</span>
            {reason !== undefined && <p class="written">{words.labelled(words.reason, reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** An act newer than these pages is shown by its name in the API rather than not at all. */
function actWord(act: string, words: Dictionary): string {
  const known: Readonly<Record<string, string>> = words.acts;
  return known[act] ?? act;
}

function actorWord({ kind, id }: Entry['by'], words: Dictionary): string {
  switch (kind) {
    case 'member':
      return id ?? words.none;
    case 'unnamed':
      return words.unnamed;
    case 'cycle':
      return words.byCycle;
  }
}
