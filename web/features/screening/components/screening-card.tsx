/** One idea to screen, in full, with the secretary's acts. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useDay, useMoment } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { authorOf } from '../../../ui/author.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { actsFor, DecisionNote, IdeaText, MergedInto, StatusBadge } from '../../ideas/index.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';
import { AdviceOf } from './advice.tsx';
import { MergePanel } from './merge-panel.tsx';
import { ScreeningActs } from './screening-acts.tsx';
import { Similar } from './similar.tsx';

interface Props {
  readonly idea: ScreenedIdea;
  /** All ideas of the page, to search for one with the same content. */
  readonly items: readonly ScreenedIdea[];
  readonly people: People;
  readonly merging: boolean;
  readonly onMerging: (merging: boolean) => void;
  readonly onDone: (said: string) => void;
  readonly onMerged: (said: string) => void;
  readonly onReferred: (said: string) => void;
}

export function ScreeningCard(props: Props) {
  const { idea, items, people, merging, onMerging, onDone, onMerged, onReferred } = props;
  const words = useScreeningWords();
  const { membership } = useOrganization();
  const [target, setTarget] = useState<ScreenedIdea | undefined>(undefined);
  const merge = (into: ScreenedIdea | undefined) => {
    setTarget(into);
    onMerging(true);
  };
  if (merging)
    return (
      <MergePanel
        source={idea}
        items={items}
        people={people}
        target={target}
        onDone={onMerged}
        onCancel={() => onMerging(false)}
      />
    );
  return (
    <article class="desk-card" aria-labelledby="screened-idea">
      <header>
        <h2 id="screened-idea" tabIndex={-1}>
          {idea.title}
        </h2>
        <p>
          <StatusBadge status={idea.status} /> <Facts idea={idea} people={people} />
        </p>
      </header>
      {idea.into !== undefined && <MergedInto id={idea.into} />}
      {idea.note !== undefined && (
        <p class="notice attention written">{words.labelled(words.returnNote, idea.note)}</p>
      )}
      <IdeaText idea={idea} />
      {idea.decision !== undefined && <DecisionNote decision={idea.decision} people={people} />}
      <ScreeningActs
        idea={idea}
        onDone={onDone}
        onReferred={onReferred}
        onMerge={() => merge(undefined)}
      />
      <AdviceOf id={idea.id} />
      <p>
        <Link href={paths.idea(idea.organization, idea.id)}>{words.toTheIdea}</Link>
      </p>
      <Similar
        of={idea}
        onMerge={actsFor(idea, membership).includes('merge') ? merge : undefined}
      />
    </article>
  );
}

function Facts({ idea, people }: { readonly idea: ScreenedIdea; readonly people: People }) {
  const words = useScreeningWords();
  const moment = useMoment();
  const day = useDay();
  const own = idea.authorId && people[idea.authorId]?.department;
  return (
    <span class="facts">
      {idea.authorId !== undefined && !idea.authorHidden ? (
        <Person id={idea.authorId} people={people} />
      ) : (
        authorOf(idea, people, words)
      )}
      {idea.coAuthors.map(id => (
        <span key={id}>
          {words.listed}
          <Person id={id} people={people} brief />
        </span>
      ))}
      {'\u00a0· '}
      {[
        idea.category,
        idea.department === own ? undefined : idea.department,
        (idea.unnamed ? day : moment)(idea.submittedAt),
        words.supports(idea.supports),
        ...(idea.carriedOver ? [words.carriedOver] : []),
      ]
        .filter(fact => fact !== undefined)
        .join('\u00a0· ')}
    </span>
  );
}
