/** Chips that filter a list by status, each with its count; a status without ideas has none. */
import { IDEA_STATUSES, type IdeaStatus } from '../../../../shared/domain/idea/lifecycle.ts';
import { countBy } from '../list-view.ts';
import type { ListedIdea } from '../listed-idea.ts';
import { useIdeasWords } from '../words.ts';

interface Props {
  /** The ideas that the other filters leave. */
  readonly ideas: readonly ListedIdea[];
  readonly chosen: IdeaStatus | undefined;
  readonly onChoose: (status: IdeaStatus | undefined) => void;
}

export function StatusChips({ ideas, chosen, onChoose }: Props) {
  const words = useIdeasWords();
  const counts = countBy(ideas, ({ status }) => status);
  const present = IDEA_STATUSES.filter(one => counts.has(one) || one === chosen);
  return (
    <ul class="chips one-line" aria-label={words.status}>
      <li>
        <Chip
          text={words.all}
          count={ideas.length}
          pressed={chosen === undefined}
          onPress={() => onChoose(undefined)}
        />
      </li>
      {present.map(one => (
        <li key={one}>
          <Chip
            text={words.statuses[one]}
            count={counts.get(one) ?? 0}
            pressed={one === chosen}
            onPress={() => onChoose(one === chosen ? undefined : one)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly text: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

export function Chip({ text, count, pressed, onPress }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={pressed} onClick={onPress}>
      {text} <small>{count}</small>
    </button>
  );
}
