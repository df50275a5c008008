/**
 * The secretary's acts on an idea before its decision: return it, put it on the agenda, merge and
 * unmerge it. Only acts that its state allows appear.
 */
import { useState } from 'preact/hooks';
import {
  returnIdea,
  scheduleIdea,
  unmergeIdea,
} from '../../../../shared/contract/routes/screening.ts';
import type { IdeaAct } from '../../../../shared/domain/idea/lifecycle.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { actsFor, ConfirmButton } from '../../ideas/index.ts';
import type { HandledIdea } from '../handled-idea.ts';
import { useScreeningWords } from '../words.ts';
import { ReasonForm } from './reason-form.tsx';

const SCREENING: readonly IdeaAct[] = ['return', 'list', 'merge', 'unmerge'];

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  readonly onMerge: () => void;
}

export function ScreeningActs({ idea, onDone, onMerge }: Props) {
  const words = useScreeningWords();
  const { membership } = useOrganization();
  const [returning, setReturning] = useState(false);
  const acts = actsFor(idea, membership).filter(act => SCREENING.includes(act));
  const { title, version } = idea;
  const path = { organization: idea.organization, idea: idea.id };
  if (returning)
    return (
      <ReasonForm
        idea={idea}
        act="return"
        wording={{
          name: words.returnIdea,
          label: words.returnText,
          hint: words.returnHint,
          question: words.confirmReturn(title),
        }}
        field="reason"
        send={(call, { path, body: reason, ifMatch }) =>
          call(returnIdea, { path, body: { reason }, ifMatch })
        }
        onDone={() => onDone(words.returnedSaid(title))}
        onCancel={() => setReturning(false)}
      />
    );
  if (acts.length === 0) return null;
  return (
    <div class="actions">
      {acts.includes('return') && (
        <button
          type="button"
          class="secondary"
          aria-keyshortcuts="R"
          onClick={() => setReturning(true)}
        >
          {words.returnIdea}
        </button>
      )}
      {acts.includes('list') && (
        <ConfirmButton
          name={words.scheduleIdea}
          question={words.confirmList(title)}
          seen={version}
          act={(call, ifMatch) => call(scheduleIdea, { path, ifMatch })}
          onDone={({ agendaRound }) => onDone(words.listedSaid(title, agendaRound))}
          shortcut="A"
        />
      )}
      {acts.includes('merge') && (
        <button type="button" class="secondary" aria-keyshortcuts="M" onClick={onMerge}>
          {words.mergeIdea}
        </button>
      )}
      {acts.includes('unmerge') && (
        <ConfirmButton
          name={words.unmergeIdea}
          question={words.confirmUnmerge(title)}
          seen={version}
          act={(call, ifMatch) => call(unmergeIdea, { path, ifMatch })}
          onDone={({ status }) => onDone(words.unmergedSaid(title, words.statuses[status]))}
        />
      )}
    </div>
  );
}
