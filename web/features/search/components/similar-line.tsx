/**
 * One line that says how many ideas are like the one being typed, and the nearest; unfolded, all of
 * them, to read and to support instead. It unfolds only by its reader's press.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { openForSupport } from '../../../../shared/domain/idea/idea.ts';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { ThumbsUp } from '../../../ui/icon.ts';
import type { People } from '../../../ui/person.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { isOf, useSupport } from '../../ideas/index.ts';
import { type Similar, useRested, useSimilar } from '../use-similar.ts';
import { useSearchWords } from '../words.ts';
import { HitText } from './hit-text.tsx';
import { IdeaPreview } from './idea-preview.tsx';

type Found = Similar['ideas'][number];

interface Props {
  readonly title: string;
  readonly problem: string;
  readonly except?: IdeaId;
  readonly hint: string;
  readonly onDrop?: () => () => void;
}

export function SimilarLine({ title, problem, except, hint, onDrop }: Props) {
  const words = useSearchWords();
  const [open, setOpen] = useState(false);
  // Both rest together, so that a draft that is opened again asks once. A title has no second line.
  const rested = useRested(`${title}\n${problem}`);
  const [restedTitle, ...restedProblem] = rested?.split('\n') ?? [];
  // While the list is unfolded, it does not move the field below it in which somebody types.
  const asked = useRef('');
  if (!open) asked.current = restedProblem.join('\n');
  const { data } = useSimilar({
    ...{ title: restedTitle, problem: asked.current },
    ...(except !== undefined && { except }),
  });
  const near = data?.ideas ?? [];
  const [nearest] = near;
  const said = useRef('');
  if (nearest === undefined) said.current = '';
  else if (said.current === '') said.current = words.similarCount(near.length);
  return (
    <>
      <span class="visually-hidden" role="status">
        {said.current}
      </span>
      {nearest === undefined ? (
        <small>{hint}</small>
      ) : (
        <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>
            <span>{words.similarNearest(near.length, nearest.idea.title)}</span>
          </summary>
          <ul class="rows">
            {near.map(found => (
              <SimilarRow key={found.idea.id} found={found} people={data?.people} onDrop={onDrop} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface RowProps {
  readonly found: Found;
  readonly people: People | undefined;
  /** Left out where nobody supports. */
  readonly onDrop?: (() => () => void) | undefined;
}

function SimilarRow({ found, people, onDrop }: RowProps) {
  const { membership } = useOrganization();
  const [reading, setReading] = useState(false);
  const { idea } = found;
  const supportable = openForSupport(idea) && !isOf(idea, membership.memberId);
  return (
    <li class="similar-row">
      <button type="button" class="plain" aria-haspopup="dialog" onClick={() => setReading(true)}>
        <HitText hit={found} people={people} />
      </button>
      {onDrop !== undefined && supportable && <SupportInstead idea={idea} onDrop={onDrop} />}
      {reading && <IdeaPreview idea={idea} people={people} onClose={() => setReading(false)} />}
    </li>
  );
}

interface SupportProps {
  readonly idea: Found['idea'];
  readonly onDrop: () => () => void;
}

/** Supports an idea, and then asks whether the one that is being typed is still wanted. */
function SupportInstead({ idea, onDrop }: SupportProps) {
  const words = useSearchWords();
  const toast = useToast();
  const support = useSupport(idea);
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The bars of a phone do not hide it.
    if (asked) question.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  const { title, supported } = idea;
  return (
    <>
      <button
        type="button"
        class={supported ? 'secondary chosen' : 'secondary'}
        aria-pressed={supported}
        aria-label={supported ? words.supportedOf(title) : words.supportInsteadOf(title)}
        onClick={() => {
          support.mutate(!supported);
          setAsked(!supported);
        }}
      >
        <ThumbsUp class="icon" aria-hidden="true" />
        {supported ? words.supported : words.supportInstead}
      </button>
      <div ref={question} role="status" class="similar-question">
        {asked && support.error === null && (
          <div class="notice attention">
            <p>{words.supportedInstead(title)}</p>
            <div class="actions">
              <button
                type="button"
                class="secondary"
                onClick={() => toast(words.draftDropped, onDrop())}
              >
                {words.dropDraft}
              </button>
              <button type="button" class="plain" onClick={() => setAsked(false)}>
                {words.keepDraft}
              </button>
            </div>
          </div>
        )}
      </div>
      {support.error !== null && <Failure error={support.error} />}
    </>
  );
}
