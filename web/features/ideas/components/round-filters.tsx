/** The filters of a round's list, with counts, and its order. */
import { useOrganization } from '../../../session/organization-context.tsx';
import { countBy, type Filter, type ListView, SORTS, withoutFilter } from '../list-view.ts';
import { isOf, type ListedIdea, wasAdopted } from '../listed-idea.ts';
import { useIdeasWords } from '../words.ts';
import { Chip, StatusChips } from './status-chips.tsx';

interface Props {
  readonly ideas: readonly ListedIdea[];
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
}

export function RoundFilters({ ideas, view, onChange }: Props) {
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const left = (filter: Filter) => withoutFilter(ideas, view, membership.memberId, filter);
  const mine = left('mine').filter(idea => isOf(idea, membership.memberId));
  const carriedOver = left('carriedOver').filter(idea => idea.carriedOver);
  return (
    <section class="list-filters no-print" aria-label={words.filters}>
      <StatusChips
        ideas={left('status')}
        chosen={view.status}
        onChoose={status => onChange({ status })}
      />
      <ul class="chips one-line" aria-label={words.moreFilters}>
        <li>
          <Chip
            text={words.ownIdeas}
            count={mine.length}
            pressed={view.mine}
            onPress={() => onChange({ mine: !view.mine })}
          />
        </li>
        {(carriedOver.length > 0 || view.carriedOver) && (
          <li>
            <Chip
              text={words.carriedOverIdeas}
              count={carriedOver.length}
              pressed={view.carriedOver}
              onPress={() => onChange({ carriedOver: !view.carriedOver })}
            />
          </li>
        )}
        {view.everAdopted && (
          <li>
            <Chip
              text={words.everAdoptedIdeas}
              count={left('everAdopted').filter(wasAdopted).length}
              pressed
              onPress={() => onChange({ everAdopted: false })}
            />
          </li>
        )}
        <li>
          <Choice
            name={words.category}
            counts={countBy(left('category'), ({ category }) => category)}
            chosen={view.category}
            onChoose={category => onChange({ category })}
          />
        </li>
        <li>
          <Choice
            name={words.department}
            counts={countBy(left('department'), ({ department }) => department)}
            chosen={view.department}
            onChoose={department => onChange({ department })}
          />
        </li>
        <li>
          <select
            aria-label={words.sort}
            value={view.sort}
            onChange={({ currentTarget: { value } }) =>
              onChange({ sort: SORTS.find(one => one === value) ?? 'newest' })
            }
          >
            {SORTS.map(one => (
              <option key={one} value={one}>
                {words.sorts[one]}
              </option>
            ))}
          </select>
        </li>
      </ul>
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

/** A filter with many values. The most frequent come first, and the chosen one is always there. */
function Choice({ name, counts, chosen, onChoose }: ChoiceProps) {
  const words = useIdeasWords();
  const values = [...counts].sort(([, a], [, b]) => b - a);
  if (chosen !== undefined && !counts.has(chosen)) values.push([chosen, 0]);
  return (
    <select
      class={chosen === undefined ? '' : 'chosen'}
      aria-label={name}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
    >
      <option value="">{words.labelled(name, words.all)}</option>
      {values.map(([value, count]) => (
        <option key={value} value={value}>
          {value} ({count})
        </option>
      ))}
    </select>
  );
}
