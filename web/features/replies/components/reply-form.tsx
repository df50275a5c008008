/** The official reply to an idea's author; a later one takes its place. */
import { replyToIdea } from '../../../../shared/contract/routes/deliberation.ts';
import { type HandledIdea, ReasonForm } from '../../screening/index.ts';
import { useRepliesWords } from '../words.ts';

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  /** Without it, the form stays open. */
  readonly onCancel?: () => void;
}

export function ReplyForm({ idea, onDone, onCancel }: Props) {
  const words = useRepliesWords();
  return (
    <ReasonForm
      idea={idea}
      act="reply"
      wording={{
        name: words.sendReply,
        label: words.replyText,
        hint: words.replyHint,
        phrases: words.replyPhrases,
      }}
      field="reply"
      send={(call, { path, body: reply, ifMatch }) =>
        call(replyToIdea, { path, body: { reply }, ifMatch })
      }
      onDone={() => onDone(words.repliedSaid(idea.title))}
      {...(onCancel !== undefined && { onCancel })}
    />
  );
}
