/**
 * An act that needs a text: why an idea is returned, reopened or abandoned, or the reply to its
 * author. The text is stored on the device until it has arrived or is discarded.
 */
import type { Call } from '../../../../shared/contract/client.ts';
import type { IdeaAct } from '../../../../shared/domain/idea/lifecycle.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { ActForm, type ActRequest, useActFields } from '../../ideas/index.ts';
import type { HandledIdea } from '../handled-idea.ts';
import { useScreeningWords } from '../words.ts';

/** The act's title and labels. */
interface ReasonFormWords {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Asked before what cannot be taken back. */
  readonly question?: string;
  /** Sentences that are often needed: a press adds one to the text. */
  readonly phrases?: readonly string[];
}

interface Props<Reply> {
  readonly idea: HandledIdea;
  readonly act: IdeaAct;
  readonly wording: ReasonFormWords;
  /** The text's name in the request, which the API uses in its errors. */
  readonly field: 'reason' | 'reply';
  readonly send: (call: Call, request: ActRequest<string>) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
  readonly onCancel?: () => void;
}

export function ReasonForm<Reply>({
  idea,
  act,
  wording,
  field,
  send,
  onDone,
  onCancel,
}: Props<Reply>) {
  const words = useScreeningWords();
  const { fields, change, drop } = useActFields(act, idea, { text: '' });
  return (
    <div class="act">
      <ActForm
        idea={idea}
        act={act}
        label={wording.name}
        {...(wording.question !== undefined && { question: wording.question })}
        check={() => checkText(field, fields.text, REASON, words)}
        send={send}
        drop={drop}
        onDone={onDone}
        {...(onCancel !== undefined && { onCancel })}
      >
        {errors => (
          <>
            <CountedText
              label={wording.label}
              name={field}
              limits={REASON}
              rows={3}
              hint={wording.hint}
              value={fields.text}
              onInput={text => change({ text })}
              error={errors[field]}
            />
            {wording.phrases !== undefined && (
              <Phrases of={wording.phrases} text={fields.text} onText={text => change({ text })} />
            )}
          </>
        )}
      </ActForm>
    </div>
  );
}

interface PhrasesProps {
  readonly of: readonly string[];
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A phrase that is in the text already is taken out of it again. */
function Phrases({ of, text, onText }: PhrasesProps) {
  const words = useScreeningWords();
  return (
    <ul class="chips phrases" aria-label={words.phrases}>
      {of.map(phrase => (
        <li key={phrase}>
          <button
            type="button"
            class="chip"
            aria-pressed={text.includes(phrase)}
            onClick={() => onText(toggled(text, phrase))}
          >
            {phrase}
          </button>
        </li>
      ))}
    </ul>
  );
}

function toggled(text: string, phrase: string): string {
  if (text.includes(phrase)) return text.split(phrase).join('').trim();
  return text.trim() === '' ? phrase : `${text.trimEnd()}\n${phrase}`;
}
