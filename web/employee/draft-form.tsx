/**
 * The fields of an idea. A department is asked for only when the idea is unnamed; otherwise the author's own one counts.
 */
import { BODY, TITLE } from '../../shared/domain/text.ts';
import { CountedText } from '../form/counted-text.tsx';
import { Field } from '../form/field.tsx';
import type { FieldErrors } from '../form/field-errors.ts';
import { useWords } from '../language/language-context.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import type { Draft } from './draft.ts';

interface Props {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<Draft>) => void;
}

export function DraftForm({ draft, errors, onChange }: Props) {
  const words = useWords();
  const { organization } = useOrganization();
  return (
    <>
      <CountedText
        label={words.title}
        name="title"
        limits={TITLE}
        value={draft.title}
        onInput={title => onChange({ title })}
        error={errors.title}
      />
      <Field label={words.category} error={errors.category}>
        {control => (
          <select
            {...control}
            name="category"
            aria-required="true"
            value={draft.category}
            onChange={event => onChange({ category: event.currentTarget.value })}
          >
            <option value="">{words.choose}</option>
            {organization.categories.map(category => (
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
        value={draft.problem}
        onInput={problem => onChange({ problem })}
        error={errors.problem}
      />
      <CountedText
        label={words.proposal}
        name="proposal"
        limits={BODY}
        rows={4}
        hint={words.proposalHint}
        value={draft.proposal}
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
            value={draft.expectedBenefit}
            onInput={event => onChange({ expectedBenefit: event.currentTarget.value })}
          />
        )}
      </Field>
      <label class="check">
        <input
          type="checkbox"
          name="unnamed"
          checked={draft.unnamed}
          aria-describedby="unnamed-hint"
          onChange={event => onChange({ unnamed: event.currentTarget.checked })}
        />
        {words.handInUnnamed}
      </label>
      <small id="unnamed-hint">{words.handInUnnamedHint}</small>
      {draft.unnamed && (
        <Field label={words.departmentOptional} error={errors.department}>
          {control => (
            <select
              {...control}
              name="department"
              value={draft.department}
              onChange={event => onChange({ department: event.currentTarget.value })}
            >
              <option value="">{words.leaveOut}</option>
              {organization.departments.map(department => (
                <option key={department} value={department}>
                  {department}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}
