/** The opinion of a department's contact, or of whom the secretary asked, before the ballot. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { giveOpinion } from '../../../../shared/contract/routes/opinions.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { checkText } from '../../../ui/form/text-error.ts';
import { useActFields } from '../act-fields.ts';
import type { Offer } from '../offers.ts';
import { useOpenAct } from '../open-act.tsx';
import { useIdeasWords } from '../words.ts';
import { ActForm } from './act-form.tsx';

const FORMS = ['give-opinion'] as const;

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly offers: readonly Offer[];
  readonly onSaid: (text: string | undefined) => void;
}

export function OpinionActs({ idea, offers, onSaid }: Props) {
  const words = useIdeasWords();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const { fields, change, drop } = useActFields('give-opinion', idea, { text: '' });
  const possible = offers.includes('give-opinion');
  if (opened === undefined)
    return elsewhere || !possible ? null : (
      <button
        type="button"
        onClick={() => {
          onSaid(undefined);
          open('give-opinion');
        }}
      >
        {words.giveOpinion}
      </button>
    );
  return (
    <ActForm
      idea={idea}
      act="give-opinion"
      possible={possible}
      label={words.giveOpinion}
      question={words.confirmOpinion(idea.title)}
      check={() => checkText('text', fields.text, REASON, words)}
      send={(call, { body: text, ...request }) => call(giveOpinion, { ...request, body: { text } })}
      drop={drop}
      onDone={() => {
        open(undefined);
        onSaid(words.opinionSaid);
      }}
      onCancel={() => open(undefined)}
    >
      {errors => (
        <CountedText
          label={words.opinionText}
          name="text"
          limits={REASON}
          rows={4}
          hint={words.opinionHint}
          value={fields.text}
          onInput={text => change({ text })}
          error={errors.text}
        />
      )}
    </ActForm>
  );
}
