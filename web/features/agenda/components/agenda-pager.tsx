/** Pages of a very long agenda, a hundred numbers at a time. The page is in the address. */
import { useSearchParams } from 'wouter-preact';
import { type AgendaPage, PAGE } from '../use-agenda.ts';
import { useAgendaWords } from '../words.ts';

export function AgendaPager({ page: { items, total, nextCursor } }: { readonly page: AgendaPage }) {
  const words = useAgendaWords();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('after') ?? 0);
  const [from, to] = [items[0]?.number ?? asked + 1, items[items.length - 1]?.number ?? asked];
  const go = (after: string) => {
    const unvoted = search.get('show') === 'unvoted';
    setSearch(new URLSearchParams({ after, ...(unvoted && { show: 'unvoted' }) }));
  };
  return (
    <nav class="actions" aria-label={words.agendaPages}>
      <button
        type="button"
        class="secondary"
        disabled={from === 1}
        onClick={() => go(String(Math.max(0, from - 1 - PAGE)))}
      >
        ← {words.earlierNumbers}
      </button>
      <button
        type="button"
        class="secondary"
        disabled={nextCursor === undefined}
        onClick={() => nextCursor !== undefined && go(nextCursor)}
      >
        {words.laterNumbers} →
      </button>
      <span role="status">{words.agendaPage(from, to, total)}</span>
    </nav>
  );
}
