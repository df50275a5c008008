/**
 * An idea's place among its five steps, from submission to acceptance. What the colours say is in
 * words too: each step says whether it is done, under way, or where the idea ended.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getIdea } from '../../shared/contract/routes/ideas.ts';
import { useWords } from '../i18n/language-context.tsx';
import { Check, X } from './icon.ts';

export type TrackerPosition = ReplyOf<typeof getIdea>['tracker'];
type Step = TrackerPosition['at'];

/** The steps in order; checked against the contract's, whose list would bring its whole module. */
const STEPS: readonly Step[] = [
  'submission',
  'screening',
  'voting',
  'implementation',
  'acceptance',
];

export function Tracker({ position }: { readonly position: TrackerPosition }) {
  const words = useWords();
  const reached = STEPS.indexOf(position.at);
  return (
    <ol class="tracker" aria-label={words.trackerName}>
      {STEPS.map((step, index) => {
        const state = stateOf(index, reached, position.state);
        return (
          <li
            key={step}
            class={state}
            {...(index === reached && { 'aria-current': 'step' as const })}
          >
            <span class="dot" aria-hidden="true">
              {state === 'done' && <Check />}
              {state === 'ended' && <X />}
            </span>
            {words.trackerSteps[step]}
            <span class="visually-hidden">{words.trackerStates[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What a step of the tracker looks like, and is called. */
type StepState = 'done' | 'current' | 'ended' | 'ahead';

function stateOf(index: number, reached: number, state: TrackerPosition['state']): StepState {
  if (index < reached) return 'done';
  if (index > reached) return 'ahead';
  switch (state) {
    case 'under-way':
      return 'current';
    case 'done':
    case 'ended':
      return state;
  }
}
