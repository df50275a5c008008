/**
 * The secretary's acts on an idea before its decision: put it on the agenda, return it, merge and
 * unmerge it, and ask for an opinion. Only acts that its state allows appear.
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
import { ReferralForm } from './referral-form.tsx';

const SCREENING: readonly IdeaAct[] = ['list', 'return', 'merge', 'unmerge', 'refer'];

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  /** Called when it was handed on for an opinion; it goes on waiting here. */
  readonly onReferred?: (said: string) => void;
  readonly onMerge: () => void;
}

export function ScreeningActs({ idea, onDone, onReferred = onDone, onMerge }: Props) {
  const words = useScreeningWords();
  const { membership } = useOrganization();
  const [open, setOpen] = useState<'return' | 'refer' | undefined>(undefined);
  const acts = actsFor(idea, membership).filter(act => SCREENING.includes(act));
  const { title, version } = idea;
  const path = { organization: idea.organization, idea: idea.id };
  const close = () => setOpen(undefined);
  if (open === 'return')
    return (
      <ReasonForm
        idea={idea}
        act="return"
        wording={{
          name: words.returnIdea,
          label: words.returnText,
          hint: words.returnHint,
          phrases: words.returnPhrases,
        }}
        field="reason"
        send={(call, { path, body: reason, ifMatch }) =>
          call(returnIdea, { path, body: { reason }, ifMatch })
        }
        onDone={() => onDone(words.returnedSaid(title))}
        onCancel={close}
      />
    );
  if (open === 'refer')
    return (
      <ReferralForm
        idea={idea}
        onDone={said => {
          close();
          onReferred(said);
        }}
        onCancel={close}
      />
    );
  if (acts.length === 0) return null;
  return (
    <div class="actions desk-acts">
      {acts.includes('list') && (
        <ConfirmButton
          name={words.scheduleIdea}
          question={words.confirmList(title)}
          seen={version}
          act={(call, ifMatch) => call(scheduleIdea, { path, ifMatch })}
          onDone={({ agendaRound }) =>
            onDone(words.listedSaid(title, words.roundName(agendaRound)))
          }
          shortcut="A"
          look="main"
        />
      )}
      {acts.includes('return') && (
        <button
          type="button"
          class="secondary"
          aria-keyshortcuts="R"
          onClick={() => setOpen('return')}
        >
          {words.returnIdea}
        </button>
      )}
      {acts.includes('merge') && (
        <button type="button" class="secondary" aria-keyshortcuts="M" onClick={onMerge}>
          {words.mergeIdea}
        </button>
      )}
      {acts.includes('refer') && (
        <button
          type="button"
          class="secondary"
          aria-keyshortcuts="O"
          onClick={() => setOpen('refer')}
        >
          {words.referIdea}
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
