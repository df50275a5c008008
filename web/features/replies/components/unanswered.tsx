/** An idea that waits for its answer: what it says, what was decided, and the form. */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import type { People } from '../../../ui/person.tsx';
import { actsFor, DecisionNote, IdeaText } from '../../ideas/index.ts';
import type { UnansweredIdea } from '../use-unanswered.ts';
import { useRepliesWords } from '../words.ts';
import { AppealForm } from './appeal-form.tsx';
import { ReplyForm } from './reply-form.tsx';

interface Props {
  readonly idea: UnansweredIdea;
  readonly people: People;
  readonly onDone: (said: string) => void;
}

export function Unanswered({ idea, people, onDone }: Props) {
  const words = useRepliesWords();
  return (
    <div class="reply-open">
      <IdeaText idea={idea} />
      {idea.decision !== undefined && <DecisionNote decision={idea.decision} people={people} />}
      {idea.appealText !== undefined && (
        <p class="notice written">{words.labelled(words.appealOf, idea.appealText)}</p>
      )}
      <Answer idea={idea} onDone={onDone} />
      <p>
        <Link href={paths.idea(idea.organization, idea.id)}>{words.handleIdea}</Link>
      </p>
    </div>
  );
}

function Answer({ idea, onDone }: Omit<Props, 'people'>) {
  const words = useRepliesWords();
  const { membership } = useOrganization();
  if (idea.waitsFor === 'reply') return <ReplyForm idea={idea} onDone={onDone} />;
  if (actsFor(idea, membership).includes('answer-appeal'))
    return <AppealForm idea={idea} onDone={onDone} />;
  return holds(membership, 'chair') ? null : <p class="muted">{words.chairAnswers}</p>;
}
