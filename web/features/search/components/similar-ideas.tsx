/**
 * The place below the title of an idea that is being typed, where those like it appear. Its height
 * is kept from the beginning, so that nothing moves under the thumb that types on.
 */
import { Suspense } from 'preact/compat';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { searchStyle } from '../style.ts';

/** Shorter titles are like many. */
const LEAST = 4;

const SimilarLine = lazilyOr(
  Waiting,
  async () => (await import('./similar-line.tsx')).SimilarLine,
  searchStyle,
);

interface Props {
  readonly title: string;
  readonly problem: string;
  /** An idea that is being revised, which is like itself. */
  readonly except?: IdeaId;
  /** What the place says while there is nothing to tell. */
  readonly hint: string;
  /**
   * Deletes what is being typed, and returns what brings it back; where it is left out, nobody
   * supports an idea instead.
   */
  readonly onDrop?: () => () => void;
}

export function SimilarIdeas({ hint, ...props }: Props) {
  const waiting = <Waiting hint={hint} />;
  return (
    <div class="similar-ideas">
      {props.title.trim().length < LEAST ? (
        waiting
      ) : (
        <Suspense fallback={waiting}>
          <SimilarLine hint={hint} {...props} />
        </Suspense>
      )}
    </div>
  );
}

function Waiting({ hint }: Pick<Props, 'hint'>) {
  return <small>{hint}</small>;
}
