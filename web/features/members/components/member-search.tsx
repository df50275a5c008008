/** Opens the member with a given number. */
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { readNumber } from '../../../../shared/domain/organization/employee-number.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { useMembersWords } from '../words.ts';

export function MemberSearch() {
  const words = useMembersWords();
  const { id } = useOrganization().organization;
  const [, go] = useLocation();
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const member = readNumber(number);
        if (member !== undefined) go(paths.member(id, member));
        else setError(words.notANumber);
      }}
    >
      <Field label={words.findMember} error={error}>
        {control => (
          <div class="beside">
            <input
              {...control}
              name="number"
              type="search"
              autocomplete="off"
              value={number}
              onInput={event => setNumber(event.currentTarget.value)}
            />
            <button type="submit" class="secondary">
              {words.open}
            </button>
          </div>
        )}
      </Field>
    </form>
  );
}
