/**
 * Chooses another round of the organization; the choice is an address, so the user can go back and
 * share it.
 */
import { useLocation } from 'wouter-preact';
import { isRoundId, type RoundId } from '../../shared/domain/kernel/ids.ts';
import { useWords } from '../i18n/language-context.tsx';
import { useOrganization } from '../session/organization-context.tsx';
import { useRounds } from './rounds.ts';

interface Props {
  readonly round: RoundId;
  readonly to: (round: RoundId) => string;
}

export function RoundSelect({ round, to }: Props) {
  const words = useWords();
  const { organization } = useOrganization();
  const [, go] = useLocation();
  const rounds = useRounds().data?.items ?? [];
  const ids = [...new Set([organization.currentRound, round, ...rounds.map(({ id }) => id)])]
    .sort()
    .reverse();
  const stateOf = (id: RoundId): string => {
    const state = rounds.find(one => one.id === id)?.state;
    return state === undefined ? '' : `\u00a0· ${words.roundStates[state]}`;
  };
  const choose = (value: string) => {
    if (isRoundId(value)) go(to(value));
  };
  return (
    <label class="round-select">
      <span class="visually-hidden">{words.round}</span>
      <select value={round} onChange={event => choose(event.currentTarget.value)}>
        {ids.map(id => (
          <option key={id} value={id}>
            {words.roundName(id)}
            {stateOf(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
