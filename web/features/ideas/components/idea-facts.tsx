/**
 * The line of facts about an idea: the round it was submitted for, the round it was carried over
 * to, its category, department and author.
 */
import { useWords } from '../../../i18n/language-context.tsx';
import { useIdeaWords } from '../idea-words.ts';

interface Props {
  readonly idea: {
    readonly round: string;
    readonly agendaRound: string;
    readonly carriedOver: boolean;
    readonly category: string;
    readonly department?: string | undefined;
    readonly authorId?: string | undefined;
    readonly authorHidden?: true | undefined;
    readonly authorDepartment?: string | undefined;
    readonly unnamed: boolean;
    readonly coAuthors: readonly string[];
  };
}

export function IdeaFacts({ idea }: Props) {
  const words = useWords();
  const ideaWords = useIdeaWords();
  const { round, agendaRound, carriedOver, category, department, unnamed, coAuthors } = idea;
  const { authorId, authorHidden, authorDepartment } = idea;
  const hidden =
    authorDepartment === undefined ? words.hiddenAuthor : words.hiddenAuthorOf(authorDepartment);
  const facts = [
    words.roundName(round),
    carriedOver ? ideaWords.carriedOver(agendaRound) : undefined,
    category,
    department,
    unnamed ? words.unnamed : authorHidden ? hidden : authorId,
    coAuthors.length > 0 ? ideaWords.coAuthors(coAuthors.join(', ')) : undefined,
  ].filter(fact => fact !== undefined);
  return <small class="facts">{facts.join(' · ')}</small>;
}
