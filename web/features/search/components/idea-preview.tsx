/** An idea to read beside what one is typing, without leaving it. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { People } from '../../../ui/person.tsx';
import { Author, type ListedIdea, StatusBadge } from '../../ideas/index.ts';
import { Photos } from '../../photos/index.ts';
import { useSearchWords } from '../words.ts';

interface Props {
  readonly idea: ListedIdea;
  readonly people: People | undefined;
  readonly onClose: () => void;
  /** What can be done with it here. */
  readonly children?: ComponentChildren;
}

export function IdeaPreview({ idea, people, onClose, children }: Props) {
  const words = useSearchWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const facts = [idea.category, idea.department, words.supports(idea.supports)];
  return (
    <dialog ref={dialog} class="idea-preview" onClose={onClose} aria-labelledby={id}>
      <article>
        <h2 id={id}>{idea.title}</h2>
        <p>
          <StatusBadge status={idea.status} />{' '}
          <span class="facts">
            {words.roundName(idea.round)}&nbsp;· <Author of={idea} people={people} brief />
            &nbsp;· {facts.filter(fact => fact !== undefined).join('\u00a0· ')}
          </span>
        </p>
        <dl>
          <dt>{words.problem}</dt>
          <dd>
            <p class="written">{idea.problem}</p>
            <Photos photos={idea.photos} of="problem" />
          </dd>
          <dt>{words.proposal}</dt>
          <dd>
            <p class="written">{idea.proposal}</p>
            <Photos photos={idea.photos} of="proposal" />
          </dd>
        </dl>
        <footer>
          {children}
          <button type="button" class="secondary" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </footer>
      </article>
    </dialog>
  );
}
