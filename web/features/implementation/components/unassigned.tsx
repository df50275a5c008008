/** Adopted ideas without an owner, to be assigned one by one or many at once. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { MOST_AT_ONCE } from '../../../../shared/domain/organization/limits.ts';
import { useDay } from '../../../i18n/use-moment.ts';
import { paths } from '../../../paths.ts';
import { authorOf } from '../../../ui/author.ts';
import { type Outcome, Outcomes } from '../../../ui/outcomes.tsx';
import type { People } from '../../../ui/person.tsx';
import type { ListedIdea } from '../../screening/index.ts';
import { useImplementationWords } from '../words.ts';
import { AssignMany } from './assign-many.tsx';
import { FollowUpRow } from './follow-up-row.tsx';

interface Props {
  readonly ideas: readonly ListedIdea[];
  readonly people: People;
  readonly onSaid: (said: string) => void;
}

export function Unassigned({ ideas, people, onSaid }: Props) {
  const words = useImplementationWords();
  const [chosen, setChosen] = useState<ReadonlySet<IdeaId>>(new Set());
  const [assigning, setAssigning] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const result = useRef<HTMLDivElement>(null);
  const together = ideas.filter(({ id }) => chosen.has(id));
  const most = ideas.slice(0, MOST_AT_ONCE);
  const choose = (ids: readonly IdeaId[], chooses: boolean) => {
    setOutcomes([]);
    const others = [...chosen].filter(id => !ids.includes(id));
    setChosen(new Set(chooses ? [...others, ...ids].slice(0, MOST_AT_ONCE) : others));
  };
  useLayoutEffect(() => {
    if (outcomes.length > 0) result.current?.focus();
  }, [outcomes]);
  return (
    <>
      <div ref={result} role="status" tabIndex={-1}>
        {outcomes.length > 0 && (
          <Outcomes
            act={words.assign}
            outcomes={outcomes}
            onAgain={left => {
              setChosen(new Set(left));
              setAssigning(true);
            }}
          />
        )}
      </div>
      {assigning && together.length > 0 && (
        <AssignMany
          ideas={together}
          onDone={done => {
            setAssigning(false);
            setChosen(new Set());
            setOutcomes(done);
          }}
          onCancel={() => setAssigning(false)}
        />
      )}
      {ideas.length > 0 && (
        <table class="follow-up" aria-label={words.unassignedTitle}>
          <thead>
            <tr>
              <td class="follow-up-check">
                <label class="check">
                  <input
                    type="checkbox"
                    checked={most.every(({ id }) => chosen.has(id))}
                    onChange={event =>
                      choose(
                        most.map(({ id }) => id),
                        event.currentTarget.checked,
                      )
                    }
                  />
                  <span class="follow-up-all">{words.chooseAll(most.length)}</span>
                </label>
              </td>
              <th scope="col">{words.idea}</th>
              <th scope="col">{words.adoptedOn}</th>
              <th scope="col">
                <span class="visually-hidden">{words.actsHead}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ideas.map(idea => (
              <Row
                key={idea.id}
                idea={idea}
                people={people}
                chosen={chosen.has(idea.id)}
                onChoose={chooses => choose([idea.id], chooses)}
                onSaid={onSaid}
              />
            ))}
          </tbody>
        </table>
      )}
      {together.length > 0 && !assigning && (
        <section class="batch-bar" aria-label={words.chosen(together.length)}>
          <p role="status">
            <strong>{words.chosen(together.length)}</strong>
          </p>
          <div class="actions">
            <button type="button" onClick={() => setAssigning(true)}>
              {words.assign}
            </button>
            <button type="button" class="plain" onClick={() => setChosen(new Set())}>
              {words.chooseNone}
            </button>
          </div>
        </section>
      )}
    </>
  );
}

interface RowProps {
  readonly idea: ListedIdea;
  readonly people: People;
  readonly chosen: boolean;
  readonly onChoose: (chooses: boolean) => void;
  readonly onSaid: (said: string) => void;
}

function Row({ idea, people, chosen, onChoose, onSaid }: RowProps) {
  const words = useImplementationWords();
  const day = useDay();
  const facts = [authorOf(idea, people, words), idea.department, idea.category];
  return (
    <FollowUpRow
      idea={idea}
      people={people}
      columns={4}
      name={words.assign}
      start="assign"
      onSaid={onSaid}
    >
      <td class="follow-up-check">
        <label class="check">
          <input
            type="checkbox"
            aria-label={words.chooseIdea(idea.title)}
            checked={chosen}
            onChange={event => onChoose(event.currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <Link href={paths.idea(idea.organization, idea.id)}>{idea.title}</Link>
        <small>{facts.filter(fact => fact !== undefined).join('\u00a0· ')}</small>
      </th>
      <td data-label={words.adoptedOn}>
        {idea.decision === undefined ? words.none : day(idea.decision.at)}
      </td>
    </FollowUpRow>
  );
}
