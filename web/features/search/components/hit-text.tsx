/** An idea that was found, in two lines: its title and state, and where it is from. */

import type { People } from '../../../ui/person.tsx';
import { Author, StatusBadge } from '../../ideas/index.ts';
import type { Hit } from '../use-found.ts';
import { useSearchWords } from '../words.ts';
import { Marked } from './marked.tsx';

interface Props {
  readonly hit: Pick<Hit, 'idea' | 'marks'> & Partial<Pick<Hit, 'snippet'>>;
  readonly people: People | undefined;
}

export function HitText({ hit: { idea, marks, snippet }, people }: Props) {
  const words = useSearchWords();
  return (
    <span class="hit-text">
      <span class="hit-title">
        <Marked text={idea.title} marks={marks.title} />
      </span>
      <StatusBadge status={idea.status} />
      {snippet !== undefined && (
        <span class="hit-line">
          <Marked text={snippet.text} marks={snippet.marks} />
        </span>
      )}
      <span class="hit-line">
        {words.roundName(idea.round)}&nbsp;· <Author of={idea} people={people} brief />
        {idea.authorHidden !== true &&
          idea.department !== undefined &&
          `\u00a0· ${idea.department}`}
      </span>
    </span>
  );
}
