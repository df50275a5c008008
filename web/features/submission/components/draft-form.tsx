/**
 * The fields of a new idea. It asks for a department only if the idea is unnamed; otherwise the
 * author's own department counts.
 */
import { readNumbers } from '../../../../shared/domain/organization/employee-number.ts';
import { MOST_CO_AUTHORS } from '../../../../shared/domain/organization/limits.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import { PersonPicker } from '../../directory/index.ts';
import type { Draft } from '../draft.ts';
import { ContentFields } from './content-fields.tsx';

interface Props {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<Draft>) => void;
}

export function DraftForm({ draft, errors, onChange }: Props) {
  const words = useWords();
  const { organization, membership } = useOrganization();
  return (
    <>
      <ContentFields
        content={draft}
        categories={organization.categories}
        errors={errors}
        onChange={onChange}
      />
      {!draft.unnamed && (
        <PersonPicker
          label={words.coAuthorIds}
          name="coAuthorIds"
          multiple
          max={MOST_CO_AUTHORS}
          exclude={[membership.memberId]}
          hint={words.coAuthorIdsHint}
          error={errors.coAuthorIds}
          value={readNumbers(draft.coAuthorIds) ?? []}
          onChange={people => onChange({ coAuthorIds: people.join(' ') })}
        />
      )}
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
