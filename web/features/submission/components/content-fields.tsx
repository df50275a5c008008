/** The fields of an idea's content, for submission and revision. */
import type { Category } from '../../../../shared/domain/kernel/ids.ts';
import { BODY, TITLE } from '../../../../shared/domain/kernel/text.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import type { Content } from '../draft.ts';

interface Props {
  readonly content: Content;
  readonly categories: readonly Category[];
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<Content>) => void;
}

export function ContentFields({ content, categories, errors, onChange }: Props) {
  const words = useWords();
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
      <Field label={words.category} error={errors.category}>
        {control => (
          <select
            {...control}
            name="category"
            aria-required="true"
            value={content.category}
            onChange={event => onChange({ category: event.currentTarget.value })}
          >
            <option value="">{words.choose}</option>
            {categories.map(category => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
          </select>
        )}
      </Field>
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
    </>
  );
}
