/** The fields of an idea's content, for submission, slips and revision. */
import type { ComponentChildren } from 'preact';
import type { Category } from '../../../../shared/domain/kernel/ids.ts';
import { BODY, TITLE } from '../../../../shared/domain/kernel/text.ts';
import { ChoiceChips } from '../../../ui/form/choice-chips.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import type { Content } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';

interface Props {
  readonly content: Content;
  readonly categories: readonly Category[];
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<Content>) => void;
  /** Says, for a new idea, whether there are some like it. */
  readonly similar?: ComponentChildren;
  /** The photos below the problem and below the proposal. */
  readonly photosOf?: (of: 'problem' | 'proposal') => ComponentChildren;
}

/** All of the content. */
export function ContentFields(props: Props) {
  return (
    <>
      <TextFields {...props} />
      <BenefitField {...props} />
    </>
  );
}

/** What every idea needs: title, category, problem and proposal. */
export function TextFields(props: Props) {
  const { content, categories, errors, onChange, similar, photosOf } = props;
  const words = useSubmissionWords();
  return (
    <>
      <CountedText
        label={words.title}
        name="title"
        limits={TITLE}
        value={content.title}
        onInput={title => onChange({ title })}
        error={errors.title}
      />
      {similar}
      <ChoiceChips
        label={words.category}
        name="category"
        choices={categories}
        value={content.category}
        onChange={category => onChange({ category })}
        error={errors.category}
      />
      <CountedText
        label={words.problem}
        name="problem"
        limits={BODY}
        rows={4}
        hint={words.problemHint}
        value={content.problem}
        onInput={problem => onChange({ problem })}
        error={errors.problem}
      />
      {photosOf?.('problem')}
      <CountedText
        label={words.proposal}
        name="proposal"
        limits={BODY}
        rows={4}
        hint={words.proposalHint}
        value={content.proposal}
        onInput={proposal => onChange({ proposal })}
        error={errors.proposal}
      />
      {photosOf?.('proposal')}
    </>
  );
}

export function BenefitField({
  content,
  errors,
  onChange,
}: Pick<Props, 'content' | 'errors' | 'onChange'>) {
  const words = useSubmissionWords();
  return (
    <Field label={words.expectedBenefit} error={errors.expectedBenefit}>
      {control => (
        <input
          {...control}
          name="expectedBenefit"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={content.expectedBenefit}
          onInput={event => onChange({ expectedBenefit: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
