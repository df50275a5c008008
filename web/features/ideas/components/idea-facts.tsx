/**
 * The line of facts about an idea: the round it was submitted for, the round it was carried over
 * to, its category, department, author and co-authors.
 */
import { Fragment } from 'preact';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { nameOf, type People } from '../../../ui/person.tsx';
import { useIdeasWords } from '../words.ts';
import { Author, type Authored, hasAuthor } from './author.tsx';

interface Props {
  readonly idea: Authored & {
    readonly round: string;
    readonly agendaRound: string;
    readonly carriedOver: boolean;
    readonly category: string;
    readonly department?: string | undefined;
    readonly coAuthors: readonly MemberId[];
  };
  readonly people: People | undefined;
}

export function IdeaFacts({ idea, people }: Props) {
  const common = useWords();
  const words = useIdeasWords();
  const { round, agendaRound, carriedOver, category, department, coAuthors } = idea;
  const authors = coAuthors.map(id => nameOf(id, people, common).name);
  const facts = [
    common.roundName(round),
    carriedOver && words.carriedOver(common.roundName(agendaRound)),
    category,
    department,
    hasAuthor(idea) && <Author of={idea} people={people} brief />,
    authors.length > 0 && words.coAuthors(authors.join(words.listed)),
  ].filter(fact => fact !== undefined && fact !== false);
  return (
    <small class="facts">
      {facts.map((fact, at) => (
        <Fragment key={at}>
          {at > 0 && '\u00a0· '}
          {fact}
        </Fragment>
      ))}
    </small>
  );
}
