/** The fields of a paper slip: its author and day, and then the fields of every idea. */
import { useId } from 'preact/hooks';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import { MemberSuggestions } from '../../directory/index.ts';
import { ContentFields } from '../../submission/index.ts';
import type { SlipFields } from '../slip.ts';
import { useSlipsWords } from '../words.ts';

interface Props {
  readonly fields: SlipFields;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<SlipFields>) => void;
  /** A slip that has an author cannot become unnamed: its history would name the author. */
  readonly mayBeUnnamed?: boolean;
}

export function SlipForm({ fields, errors, onChange, mayBeUnnamed = true }: Props) {
  const words = useSlipsWords();
  const { organization } = useOrganization();
  const unnamed = fields.unnamed !== '';
  const unnamedHint = useId();
  return (
    <>
      <div class="fields">
        <Field label={words.slipDay} error={errors.submittedAt}>
          {control => (
            <input
              {...control}
              name="day"
              type="date"
              required
              value={fields.day}
              onInput={event => onChange({ day: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.slipTime} hint={words.slipTimeHint(organization.calendar.timeZone)}>
          {control => (
            <input
              {...control}
              name="time"
              type="time"
              value={fields.time}
              onInput={event => onChange({ time: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={words.slipAuthor} error={errors.authorId}>
          {control => (
            <input
              {...control}
              name="authorId"
              type="text"
              autocomplete="off"
              aria-required={!unnamed}
              disabled={unnamed}
              value={unnamed ? '' : fields.authorId}
              onInput={event => onChange({ authorId: event.currentTarget.value })}
            />
          )}
        </Field>
        {!unnamed && (
          <MemberSuggestions text={fields.authorId} onChoose={authorId => onChange({ authorId })} />
        )}
      </div>
      {mayBeUnnamed && (
        <>
          <label class="check">
            <input
              type="checkbox"
              name="unnamed"
              checked={unnamed}
              aria-describedby={unnamedHint}
              onChange={event => onChange({ unnamed: event.currentTarget.checked ? 'yes' : '' })}
            />
            {words.slipUnnamed}
          </label>
          <small id={unnamedHint}>{words.slipUnnamedHint}</small>
        </>
      )}
      <ContentFields
        content={fields}
        categories={organization.categories}
        errors={errors}
        onChange={onChange}
      />
      <Field label={words.slipDepartment} hint={words.slipDepartmentHint} error={errors.department}>
        {control => (
          <select
            {...control}
            name="department"
            value={fields.department}
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
    </>
  );
}
