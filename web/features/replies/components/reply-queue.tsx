/**
 * The queue: each idea is a row, and one is open, with its text, its decision and the form for the
 * answer. After an answer the next one opens by itself.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { authorOf } from '../../../ui/author.ts';
import type { People } from '../../../ui/person.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { UnansweredIdea } from '../use-unanswered.ts';
import { useRepliesWords } from '../words.ts';
import { Unanswered } from './unanswered.tsx';

interface Props {
  readonly items: readonly UnansweredIdea[];
  readonly people: People;
}

export function ReplyQueue({ items, people }: Props) {
  const words = useRepliesWords();
  const toast = useToast();
  const queue = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState<IdeaId | undefined>(undefined);
  // An answered idea is out of the queue at once, before the queue is read again.
  const [answered, setAnswered] = useState<ReadonlySet<IdeaId>>(new Set());
  const waiting = items.filter(({ id }) => !answered.has(id));
  const open = waiting.find(({ id }) => id === asked) ?? waiting[0];
  const toNext = useRef(false);
  useLayoutEffect(() => {
    if (!toNext.current) return;
    toNext.current = false;
    const of = (selector: string) => queue.current?.querySelector<HTMLElement>(selector);
    (of('textarea') ?? of('[aria-expanded="true"]'))?.focus();
  });
  const done = (idea: UnansweredIdea, said: string) => {
    const after = waiting[waiting.findIndex(({ id }) => id === idea.id) + 1];
    toNext.current = true;
    setAsked(after?.id);
    setAnswered(all => new Set([...all, idea.id]));
    toast(said);
  };
  if (waiting.length === 0) return <p class="notice good">{words.repliesEmpty}</p>;
  return (
    <ol class="rows reply-queue" ref={queue} aria-label={words.repliesTitle}>
      {waiting.map(idea => (
        <li key={idea.id} class={idea.id === open?.id ? 'open' : undefined}>
          <button
            type="button"
            class="plain"
            aria-expanded={idea.id === open?.id}
            onClick={() => setAsked(idea.id)}
          >
            <span class="reply-title">{idea.title}</span>
            <span class="reply-days">
              <small>{words.waited}</small> {words.waitingDays(idea.days)}
            </span>
            <small>
              {[
                ...(idea.waitsFor === 'appeal' ? [words.waitsFor.appeal] : []),
                words.statuses[idea.status],
                authorOf(idea, people, words),
                idea.department,
                words.roundName(idea.round),
              ]
                .filter(fact => fact !== undefined)
                .join('\u00a0· ')}
            </small>
          </button>
          {idea.id === open?.id && (
            <Unanswered idea={idea} people={people} onDone={said => done(idea, said)} />
          )}
        </li>
      ))}
    </ol>
  );
}
