/** The author's rating of what became of their idea, with a word if they like. */
import type { RequestOf } from '../../../../shared/contract/client.ts';
import { rateOutcome } from '../../../../shared/contract/routes/follow-up.ts';
import { SATISFACTIONS } from '../../../../shared/domain/idea/decision.ts';
import { RATING_WORD } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { ChoiceChips } from '../../../ui/form/choice-chips.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { textError } from '../../../ui/form/text-error.ts';
import { errorsIn, type ValidationResult } from '../../../ui/form/validation-result.ts';
import type { OwnedIdea } from '../../implementation/index.ts';
import { useActFields } from '../act-fields.ts';
import { useIdeasWords } from '../words.ts';
import { ActForm } from './act-form.tsx';

type Rating = RequestOf<typeof rateOutcome>['body'];

interface Props {
  readonly idea: OwnedIdea;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function RatingForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useIdeasWords();
  const { fields, change, drop } = useActFields('rate-outcome', idea, {
    satisfaction: '',
    word: '',
  });
  const check = (): ValidationResult<Rating> => {
    const satisfaction = SATISFACTIONS.find(one => one === fields.satisfaction);
    const word = fields.word.trim();
    const errors = errorsIn({
      satisfaction: satisfaction === undefined ? common.missingChoice : undefined,
      word: word === '' ? undefined : textError(word, RATING_WORD, common),
    });
    if (satisfaction === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
    return { ok: true, body: { satisfaction, ...(word !== '' && { word }) } };
  };
  return (
    <ActForm
      idea={idea}
      act="rate-outcome"
      label={words.rate}
      question={words.confirmRating}
      check={check}
      send={(call, request) => call(rateOutcome, request)}
      drop={drop}
      onDone={onDone}
      onCancel={onCancel}
    >
      {errors => (
        <>
          <ChoiceChips
            label={words.rating}
            name="satisfaction"
            choices={SATISFACTIONS}
            nameOf={one => words.satisfactions[one]}
            value={fields.satisfaction}
            onChange={satisfaction => change({ satisfaction })}
            error={errors.satisfaction}
          />
          <CountedText
            label={words.ratingWord}
            name="word"
            limits={RATING_WORD}
            rows={2}
            required={false}
            hint={words.ratingHint}
            value={fields.word}
            onInput={word => change({ word })}
            error={errors.word}
          />
        </>
      )}
    </ActForm>
  );
}
