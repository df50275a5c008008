/** The owner and the due day of work. */
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { Field } from '../../../ui/form/field.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import type { People } from '../../../ui/person.tsx';
import { PersonPicker } from '../../directory/index.ts';
import { useImplementationWords } from '../words.ts';

export type Assignment = {
  readonly owner: string;
  readonly due: string;
};

interface Props {
  readonly fields: Assignment;
  readonly errors: FieldErrors;
  readonly people?: People | undefined;
  readonly onChange: (changes: Partial<Assignment>) => void;
}

export function AssignmentFields({ fields, errors, people, onChange }: Props) {
  const words = useImplementationWords();
  return (
    <div class="fields assignment">
      <PersonPicker
        label={words.owner}
        name="owner"
        required
        value={readNumber(fields.owner)}
        onChange={(owner: MemberId | undefined) => onChange({ owner: owner ?? '' })}
        error={errors.owner}
        people={people}
      />
      <Field label={words.due} hint={words.dueHint} error={errors.due}>
        {control => (
          <input
            {...control}
            name="due"
            type="date"
            required
            value={fields.due}
            onInput={event => onChange({ due: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
