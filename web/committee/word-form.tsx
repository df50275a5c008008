/**
 * An act that takes some words: why an idea is returned, reopened or given up, or what its author is told. What is typed is kept on
 * the device until it has arrived or is given up.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Call } from '../../shared/contract/client.ts';
import { REASON } from '../../shared/domain/text.ts';
import type { IdeaAct } from '../../shared/domain/transitions.ts';
import { CountedText } from '../form/counted-text.tsx';
import { useKeptFields } from '../form/kept-fields.ts';
import { textError } from '../form/text-error.ts';
import { ActForm } from '../idea/act-form.tsx';
import { keptPlace } from '../idea/kept-place.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import type { HandledIdea } from './handled-idea.ts';
import { useCommitteeWords } from './language/use-committee-words.ts';

/** What the act is called and asks for. */
export interface Wording {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly question: string;
}

interface Props<Reply> {
  readonly idea: HandledIdea;
  readonly act: IdeaAct;
  readonly wording: Wording;
  /** The text's name in the request, by which the API says what is wrong with it. */
  readonly field: 'reason' | 'reply';
  readonly send: (call: Call, text: string, ifMatch: number) => Promise<Reply>;
  readonly onDone: (reply: Reply) => void;
  readonly onCancel: () => void;
}

export function WordForm<Reply>({ idea, act, wording, field, send, onDone, onCancel }: Props<Reply>) {
  const words = useCommitteeWords();
  const { membership } = useOrganization();
  const place = useRef<HTMLDivElement>(null);
  const { fields, change, drop } = useKeptFields(keptPlace(act, idea, membership.memberId), { text: '' });
  useLayoutEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={place} class="act">
      <ActForm
        idea={idea}
        act={act}
        label={wording.name}
        question={wording.question}
        check={() => {
          const error = textError(fields.text, REASON, words);
          return error === undefined
            ? { ok: true, body: fields.text }
            : { ok: false, errors: { [field]: error } };
        }}
        send={send}
        onDone={reply => {
          drop();
          onDone(reply);
        }}
        onCancel={() => {
          drop();
          onCancel();
        }}
      >
        {errors => (
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
        )}
      </ActForm>
    </div>
  );
}
