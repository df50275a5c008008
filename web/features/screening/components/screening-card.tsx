/** One idea to screen, in full, with the secretary's acts. */
import { Link } from 'wouter-preact';
import { useDay, useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { DecisionNote, IdeaFacts, IdeaText, MergedInto, StatusBadge } from '../../ideas/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';
import { MergePanel } from './merge-panel.tsx';
import { ScreeningActs } from './screening-acts.tsx';

interface Props {
  readonly idea: ScreenedIdea;
  /** All ideas of the page, to search for one with the same content. */
  readonly items: readonly ScreenedIdea[];
  readonly merging: boolean;
  readonly onMerging: (merging: boolean) => void;
  readonly onDone: (said: string) => void;
}

export function ScreeningCard({ idea, items, merging, onMerging, onDone }: Props) {
  const words = useScreeningWords();
  const moment = useMoment();
  const day = useDay();
  const handedIn = (idea.unnamed ? day : moment)(idea.submittedAt);
  if (merging)
    return (
      <MergePanel source={idea} items={items} onDone={onDone} onCancel={() => onMerging(false)} />
    );
  return (
    <article class="agenda-card" aria-labelledby="screened-idea">
      <header>
        <h2 id="screened-idea" tabIndex={-1}>
          {idea.title}
        </h2>
        <StatusBadge status={idea.status} /> <IdeaFacts idea={idea} />
        <br />
        <small class="facts">
          {words.labelled(words.handedInAt, handedIn)} · {words.supports(idea.supports)} ·{' '}
          <Link href={paths.idea(idea.organization, idea.id)}>{words.toTheIdea}</Link>
        </small>
      </header>
      {idea.into !== undefined && <MergedInto id={idea.into} />}
      {idea.note !== undefined && (
        <p class="notice warning written">{words.labelled(words.returnNote, idea.note)}</p>
      )}
      <IdeaText idea={idea} />
      {idea.decision !== undefined && <DecisionNote decision={idea.decision} />}
      <ScreeningActs idea={idea} onDone={onDone} onMerge={() => onMerging(true)} />
    </article>
  );
}
