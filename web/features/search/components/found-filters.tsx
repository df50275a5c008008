/** The filters of a search: round, status, category and department. They combine. */
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import type { SearchView } from '../search-view.ts';
import { useSearchWords } from '../words.ts';

interface Props {
  readonly view: SearchView;
  readonly onChange: (changes: Partial<SearchView>) => void;
}

/** A withdrawn idea is not found, and a merged one leads to the idea that it went into. */
const STATUSES = IDEA_STATUSES.filter(one => one !== 'withdrawn' && one !== 'merged');

export function FoundFilters({ view, onChange }: Props) {
  const words = useSearchWords();
  const { organization } = useOrganization();
  const rounds = useRounds().data?.items.map(({ id }) => id) ?? [];
  return (
    <section class="list-filters no-print" aria-label={words.filters}>
      <ul class="chips one-line">
        <Choice
          name={words.round}
          values={rounds}
          nameOf={words.roundName}
          chosen={view.round}
          onChoose={round => onChange({ round })}
        />
        <Choice
          name={words.status}
          values={STATUSES}
          nameOf={status => words.statuses[status]}
          chosen={view.status}
          onChoose={status => onChange({ status })}
        />
        <Choice
          name={words.category}
          values={organization.categories}
          chosen={view.category}
          onChoose={category => onChange({ category })}
        />
        <Choice
          name={words.department}
          values={organization.departments}
          chosen={view.department}
          onChoose={department => onChange({ department })}
        />
      </ul>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly values: readonly Value[];
  /** What each is called; by itself without it. */
  readonly nameOf?: (value: Value) => string;
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, values, nameOf = value => value, chosen, onChoose } = props;
  const words = useSearchWords();
  // What the address asks for may be a name of earlier days.
  const offered = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
  return (
    <li>
      <select
        class={chosen === undefined ? '' : 'chosen'}
        aria-label={name}
        value={chosen ?? ''}
        onChange={event => {
          const { value } = event.currentTarget;
          onChoose(offered.find(one => one === value));
        }}
      >
        <option value="">{words.labelled(name, words.all)}</option>
        {offered.map(value => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </li>
  );
}
