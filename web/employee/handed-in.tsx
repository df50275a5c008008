/**
 * Says clearly that an idea has arrived, and where to see what becomes of it.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { submitIdea } from '../../shared/contract/routes.ts';
import { useWords } from '../language/language-context.tsx';
import { paths } from '../shell/paths.ts';

interface Props {
  readonly idea: ReplyOf<typeof submitIdea>;
  readonly onAnother: () => void;
}

export function HandedIn({ idea, onAnother }: Props) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="notice good" role="status">
      <h1 ref={heading} tabIndex={-1}>
        {words.handedIn(idea.title)}
      </h1>
      <p>{words.handedInRound(idea.round)}</p>
      {idea.unnamed && <p>{words.handedInUnnamed}</p>}
      <p class="actions">
        {idea.unnamed ? (
          <Link href={paths.round(idea.organization, idea.round)} class="button">
            {words.seeRound}
          </Link>
        ) : (
          <Link href={paths.mine(idea.organization)} class="button">
            {words.seeMine}
          </Link>
        )}
        <button type="button" class="secondary" onClick={onAnother}>
          {words.anotherOne}
        </button>
      </p>
    </section>
  );
}
