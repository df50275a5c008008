/**
 * Confirms that an idea has arrived, and links to its progress; for an unnamed one it shows the
 * claim code, which must not be lost.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { paths } from '../../../paths.ts';
import { useAskedToStay } from '../../../ui/navigation-blocker.tsx';
import { useUnnamedWords } from '../unnamed-words.ts';
import { ClaimCodeCard } from './claim-code.tsx';

interface Props {
  readonly idea: ReplyOf<typeof submitIdea>;
  readonly onAnother: () => void;
}

export function HandedIn({ idea, onAnother }: Props) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [writtenDown, setWrittenDown] = useState(false);
  const unnamedWords = useUnnamedWords();
  const { claimCode } = idea;
  const leave = useAskedToStay(
    claimCode === undefined || writtenDown ? undefined : unnamedWords.confirmLeaving,
  );
  return (
    <>
      <section class="notice good" role="status">
        <h1 ref={heading} tabIndex={-1}>
          {words.handedIn(idea.title)}
        </h1>
        <p>{words.handedInRound(idea.round)}</p>
        {idea.unnamed && <p>{words.handedInUnnamed}</p>}
      </section>
      {claimCode !== undefined && (
        <ClaimCodeCard
          code={claimCode}
          writtenDown={writtenDown}
          onWrittenDown={() => setWrittenDown(true)}
        />
      )}
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
        <button type="button" class="secondary" onClick={() => leave(onAnother)}>
          {words.anotherOne}
        </button>
      </p>
    </>
  );
}
