/**
 * Tells, on whatever page its person is, what became of an entry that was not as they meant it: it
 * was refused, or an idea missed the round that it was made in.
 */
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useReadable } from '../../../i18n/use-moment.ts';
import { type Entry, organizationOf } from '../../../outbox/entry.ts';
import { useEntries } from '../../../outbox/outbox-context.tsx';
import { missedRound } from '../../../outbox/queue.ts';
import { paths } from '../../../paths.ts';
import { useOutboxWords } from '../words.ts';

export function OutboxNews() {
  const words = useOutboxWords();
  const readable = useReadable();
  const [here] = useLocation();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const news = (useEntries() ?? []).filter(entry => isNews(entry) && !seen.includes(entry.id));
  const [first] = news;
  if (first === undefined) return null;
  const outbox = paths.outbox(organizationOf(first));
  // There it is told in full.
  if (here === outbox) return null;
  const dismiss = () => setSeen(all => [...all, ...news.map(({ id }) => id)]);
  return (
    <aside class="session-notice notice" role="alert">
      <p>{news.length > 1 ? words.newsOf(news.length) : readable(toldOf(first, words))}</p>
      <Link href={outbox} class="button secondary" onClick={dismiss}>
        {words.seeOutbox}
      </Link>
      <button type="button" class="secondary" onClick={dismiss}>
        {words.understood}
      </button>
    </aside>
  );
}

const isNews = (entry: Entry): boolean =>
  entry.state.is === 'refused' || missedRound(entry) !== undefined;

function toldOf(entry: Entry, words: ReturnType<typeof useOutboxWords>): string {
  const { state, about, act } = entry;
  const missed = missedRound(entry);
  if (state.is === 'sent' && missed !== undefined)
    return words.sentLate(
      about.title,
      words.arrivedLate(words.roundName(missed), words.roundName(state.arrived.round)),
    );
  if (state.is !== 'refused') return '';
  const why = words.whatToDo[state.refusal.code] ?? state.refusal.title;
  return words.notSent(words.actOf[act.id], about.title, why);
}
