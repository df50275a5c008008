/**
 * The bar of the three choices at the foot of an idea, always in the same place. Above them is what
 * was voted last, with the way back to it. For whoever cannot vote it says why.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CHOICES, type Choice } from '../../../../shared/domain/idea/ballot.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { useServerNow } from '../../../api/use-server-now.ts';
import { useEntries } from '../../../outbox/outbox-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Check, Minus, X } from '../../../ui/icon.ts';
import { type AgendaItem, eligibility, waitingVote } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';

/** Presses right after the next idea has come by itself are a double tap, not a vote. */
const SETTLING_MILLIS = 300;

const ICONS = { approve: Check, oppose: X, abstain: Minus } as const;
const KEYS = { approve: '1', oppose: '2', abstain: '3' } as const;

/** The vote before, which can be changed. */
export interface LastVote {
  readonly item: Pick<AgendaItem, 'id' | 'number' | 'title'>;
  readonly choice: Choice;
}

interface Props {
  readonly item: AgendaItem;
  /** When the ballot closes; whoever has no network learns no state of it after that. */
  readonly until: Instant | undefined;
  readonly lastVote: LastVote | undefined;
  /** Whether the idea came by itself, after a vote on another one. */
  readonly cameByItself: boolean;
  readonly onVote: (choice: Choice) => void;
  readonly onVoteAgain: () => void;
  /** The button that opens the comment. */
  readonly children: ComponentChildren;
}

export function ChoiceBar({
  item,
  until,
  lastVote,
  cameByItself,
  onVote,
  onVoteAgain,
  children,
}: Props) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  const [settling, setSettling] = useState(cameByItself);
  useEffect(() => {
    const timer = setTimeout(() => setSettling(false), SETTLING_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const { myVote } = item.ballot;
  const waits = waitingVote(item, useEntries() ?? []) !== undefined;
  const now = useServerNow();
  const isOver = until !== undefined && now > Date.parse(until);
  const obstacle = obstacleTo(eligibility(item, membership.memberId), words);
  return (
    <section class="choice-bar" aria-label={words.ballot}>
      <div class="last-vote">
        <p role="status">
          {obstacle ??
            (isOver
              ? words.votingOver
              : lastVote !== undefined
                ? words.lastVote(lastVote.item.number, words.choices[lastVote.choice])
                : myVote !== null
                  ? (waits ? words.myVoteWaits : words.myVote)(words.choices[myVote])
                  : words.chooseNow)}
        </p>
        {lastVote !== undefined && (
          <button
            type="button"
            class="plain"
            aria-label={words.voteAgainOf(lastVote.item.title)}
            aria-keyshortcuts="U"
            onClick={onVoteAgain}
          >
            {words.voteAgain}
          </button>
        )}
        {obstacle === undefined && children}
      </div>
      {obstacle === undefined && (
        <div class={settling ? 'choices settling' : 'choices'}>
          {CHOICES.map(choice => {
            const Icon = ICONS[choice];
            return (
              <button
                key={choice}
                type="button"
                class="secondary vote-choice"
                aria-pressed={myVote === choice}
                aria-keyshortcuts={KEYS[choice]}
                onClick={() => onVote(choice)}
              >
                <Icon class="icon" aria-hidden="true" /> {words.choices[choice]}
                <span class="key" aria-hidden="true">
                  {KEYS[choice]}
                </span>
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
}

function obstacleTo(
  eligible: ReturnType<typeof eligibility>,
  words: ReturnType<typeof useAgendaWords>,
): string | undefined {
  switch (eligible) {
    case 'may-vote':
      return undefined;
    case 'recused':
      return words.recused;
    case 'not-elector':
      return words.notElector;
    case 'not-open':
    case 'closed':
      return words.ballotStates[eligible];
  }
}
