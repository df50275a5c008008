/** Filters the list by the statuses, categories and departments that occur in it. */
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import type { ScreeningFilters as Filters, ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

/** The valid filters in the address. */
export function readFilters(search: URLSearchParams, items: readonly ScreenedIdea[]): Filters {
  const status = IDEA_STATUSES.find(one => one === search.get('status'));
  const category = items.find(item => item.category === search.get('category'))?.category;
  const department = items.find(item => item.department === search.get('department'))?.department;
  return {
    ...(status !== undefined && { status }),
    ...(category !== undefined && { category }),
    ...(department !== undefined && { department }),
  };
}

interface Props {
  readonly items: readonly ScreenedIdea[];
  readonly filters: Filters;
  readonly onChange: (filters: Record<string, string>) => void;
}

export function ScreeningFilters({ items, filters, onChange }: Props) {
  const words = useScreeningWords();
  const choose = (name: keyof Filters, value: string) => {
    const { [name]: _, ...others } = filters;
    onChange({ ...others, ...(value !== '' && { [name]: value }) });
  };
  const statuses = IDEA_STATUSES.filter(one => items.some(({ status }) => status === one));
  const categories = occurring(items.map(({ category }) => category));
  const departments = occurring(items.map(({ department }) => department));
  return (
    <fieldset class="filters">
      <legend>{words.filters}</legend>
      <Choice
        label={words.status}
        value={filters.status}
        options={statuses.map(one => [one, words.statuses[one]])}
        onChoose={value => choose('status', value)}
      />
      <Choice
        label={words.category}
        value={filters.category}
        options={categories.map(one => [one, one])}
        onChoose={value => choose('category', value)}
      />
      <Choice
        label={words.department}
        value={filters.department}
        options={departments.map(one => [one, one])}
        onChoose={value => choose('department', value)}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const words = useScreeningWords();
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">{words.all}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function occurring(labels: readonly (string | undefined)[]): string[] {
  return [...new Set(labels)].filter(label => label !== undefined).toSorted();
}
