/**
 * The outcome of an act on many ideas: how many were done, which were refused and why, and which
 * there was no time for, with a button that goes on with those.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { scheduleIdeas } from '../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { useWords } from '../i18n/language-context.tsx';
import { useReadable } from '../i18n/use-moment.ts';

export type Outcome = ReplyOf<typeof scheduleIdeas>['ideas'][number] & { readonly title: string };

/** The outcomes with the titles of their ideas. */
export function withTitles(
  outcomes: ReplyOf<typeof scheduleIdeas>['ideas'],
  ideas: readonly { readonly id: IdeaId; readonly title: string }[],
): Outcome[] {
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  return outcomes.map(one => ({ ...one, title: titles.get(one.idea) ?? one.idea }));
}

interface Props {
  /** What was done, in a few words: "put on the agenda". */
  readonly act: string;
  readonly outcomes: readonly Outcome[];
  /** Sends those again that were not done. */
  readonly onAgain?: (ideas: readonly IdeaId[]) => void;
}

export function Outcomes({ act, outcomes, onAgain }: Props) {
  const words = useWords();
  const readable = useReadable();
  const of = (outcome: Outcome['outcome']) => outcomes.filter(one => one.outcome === outcome);
  const [done, refused, left] = [of('done'), of('refused'), of('not-done')];
  return (
    <div class={refused.length + left.length > 0 ? 'notice warning' : 'notice good'}>
      <p>{words.labelled(act, words.outcomesOf(done.length, refused.length, left.length))}</p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ idea, title, problem }) => (
            <li key={idea}>
              {words.labelled(title, readable(problem?.detail ?? problem?.title ?? ''))}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && onAgain !== undefined && (
        <button
          type="button"
          class="secondary"
          onClick={() => onAgain(left.map(({ idea }) => idea))}
        >
          {words.doTheRest(left.length)}
        </button>
      )}
      {done.length > 0 && (
        <details>
          <summary>{words.doneTitles(done.length)}</summary>
          <ul>
            {done.map(({ idea, title }) => (
              <li key={idea}>{title}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
