/** Filters the list by the categories and departments that occur in it. */
import type { ScreeningFilters as Filters } from '../filters.ts';
import type { ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

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
  return (
    <div class="desk-filters">
      <Choice
        label={words.category}
        value={filters.category}
        options={occurring(items.map(({ category }) => category))}
        onChoose={value => choose('category', value)}
      />
      <Choice
        label={words.department}
        value={filters.department}
        options={occurring(items.map(({ department }) => department))}
        onChoose={value => choose('department', value)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly string[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const words = useScreeningWords();
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={event => onChoose(event.currentTarget.value)}
    >
      <option value="">{words.allOf(label)}</option>
      {options.map(option => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

function occurring(labels: readonly (string | undefined)[]): string[] {
  return [...new Set(labels)].filter(label => label !== undefined).sort();
}
