/** The chair's answer to an appeal: upheld or rejected, with a reply to the author. */
import { useState } from 'preact/hooks';
import { answerAppeal } from '../../../../shared/contract/routes/follow-up.ts';
import type { AppealOutcome } from '../../../../shared/domain/idea/decision.ts';
import { type HandledIdea, ReasonForm } from '../../screening/index.ts';
import { useRepliesWords } from '../words.ts';

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  /** Without it, the form stays open. */
  readonly onCancel?: () => void;
}

export function AppealForm({ idea, onDone, onCancel }: Props) {
  const words = useRepliesWords();
  const [outcome, setOutcome] = useState<AppealOutcome>('rejected');
  const { title } = idea;
  const upholds = outcome === 'upheld';
  return (
    <>
      <fieldset>
        <legend>{words.appealOutcome}</legend>
        <div class="chips">
          {(['rejected', 'upheld'] as const).map(one => (
            <button
              key={one}
              type="button"
              class="chip"
              aria-pressed={one === outcome}
              onClick={() => setOutcome(one)}
            >
              {one === 'upheld' ? words.uphold : words.reject}
            </button>
          ))}
        </div>
      </fieldset>
      <ReasonForm
        idea={idea}
        act="answer-appeal"
        wording={{
          name: words.sendReply,
          label: words.replyText,
          hint: upholds ? words.upholdHint : words.rejectHint,
          question: upholds ? words.confirmUphold(title) : words.confirmReject(title),
        }}
        field="reply"
        send={(call, { path, body: reply, ifMatch }) =>
          call(answerAppeal, { path, body: { outcome, reply }, ifMatch })
        }
        onDone={({ agendaRound }) =>
          onDone(
            upholds
              ? words.upheldSaid(title, words.roundName(agendaRound))
              : words.rejectedSaid(title),
          )
        }
        {...(onCancel !== undefined && { onCancel })}
      />
    </>
  );
}
