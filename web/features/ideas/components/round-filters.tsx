/** Filters a round's list by status and category. */
import { IDEA_STATUSES, type IdeaStatus } from '../../../../shared/domain/idea/lifecycle.ts';
import type { Category } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';

interface Props {
  readonly status: IdeaStatus | undefined;
  readonly category: Category | undefined;
  readonly onChange: (filters: Record<string, string>) => void;
}

export function RoundFilters({ status = undefined, category = undefined, onChange }: Props) {
  const words = useWords();
  const { organization } = useOrganization();
  const choose = (next: { readonly status: string; readonly category: string }) =>
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')));
  return (
    <fieldset class="filters">
      <legend>{words.filters}</legend>
      <label>
        {words.status}
        <select
          value={status ?? ''}
          onChange={event =>
            choose({ status: event.currentTarget.value, category: category ?? '' })
          }
        >
          <option value="">{words.all}</option>
          {IDEA_STATUSES.map(one => (
            <option key={one} value={one}>
              {words.statuses[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.category}
        <select
          value={category ?? ''}
          onChange={event => choose({ status: status ?? '', category: event.currentTarget.value })}
        >
          <option value="">{words.all}</option>
          {organization.categories.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
