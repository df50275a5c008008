/**
 * The line of small facts about an idea: category, department, who handed it in and in which round.
 */
import { useWords } from '../language/language-context.tsx';

interface Props {
  readonly idea: {
    readonly round: string;
    readonly category: string;
    readonly department?: string | undefined;
    readonly authorId?: string | undefined;
    readonly unnamed: boolean;
  };
}

export function IdeaFacts({ idea: { round, category, department, authorId, unnamed } }: Props) {
  const words = useWords();
  const author = unnamed ? words.unnamed : authorId;
  const facts = [words.roundName(round), category, department, author].filter(fact => fact !== undefined);
  return <small class="facts">{facts.join(' · ')}</small>;
}
